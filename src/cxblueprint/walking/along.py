"""What gathers along the ways of a journey that do not go back: in linear time, however they fork."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from operator import and_, or_
from typing import TYPE_CHECKING, TypeAlias

from .sums import Range, Total

if TYPE_CHECKING:
    from cxblueprint.graph import StepNode

Branch: TypeAlias = tuple[int, int]
"""The number of a step from which several ways are taken at the same time, and where one of them leads."""
_TWO = 2
Numbers: TypeAlias = Mapping[int, int]
"""By the number of a step, a set of things as bits."""


class Course:
    """The ways of a journey without those that go back, and without stops that are passed by."""

    def __init__(
        self,
        steps: Sequence[StepNode],
        *,
        passed_by: Callable[[StepNode], bool],
        may_end: Callable[[StepNode], bool],
    ) -> None:
        self.steps = steps
        self._may_end = may_end
        self._passed_by = {step.number for step in steps if passed_by(step)}
        self._ahead = {step.number: self._ways(step) for step in steps}
        self._behind: dict[int, list[int]] = {step.number: [] for step in steps}
        for number, ahead in self._ahead.items():  # sources come before their targets: no way goes back
            if number not in self._passed_by or self._behind[number]:
                for target in ahead:
                    self._behind[target].append(number)

    def _ways(self, step: StepNode) -> tuple[int, ...]:
        """Return the numbers of the steps that may follow; one that is passed by only where all are."""
        ahead = dict.fromkeys(edge.target.number for edge in step.outgoing if not edge.goes_back)
        own = tuple(number for number in ahead if number not in self._passed_by)
        return own or tuple(ahead)

    def before(self, own: Numbers) -> tuple[Numbers, Numbers]:
        """Return what is gathered before each step: on one way at least, and on every way."""
        some: dict[int, int] = {}
        every: dict[int, int] = {}
        for step in self.steps:
            behind = self._behind[step.number]
            some[step.number] = functools.reduce(or_, (some[one] | own[one] for one in behind), 0)
            gathered: dict[frozenset[Branch], int] = {}
            for one in behind:
                branches, has = self._branches[one], every[one] | own[one]
                gathered[branches] = gathered.get(branches, has) & has
            join = or_ if _meet(tuple(gathered)) else and_
            every[step.number] = functools.reduce(join, gathered.values()) if gathered else 0
        return some, every

    @functools.cached_property
    def _branches(self) -> Mapping[int, frozenset[Branch]]:
        """The branches, of ways taken at the same time, on which whoever comes to a step has come."""
        found: dict[int, frozenset[Branch]] = {step.number: frozenset() for step in self.steps}
        together = {step.number for step in self.steps if step.step.parallel}
        for step in self.steps:
            arriving = [
                found[one] | {(one, step.number)} if one in together else found[one]
                for one in self._behind[step.number]
            ]
            if arriving:
                found[step.number] = arriving[0].intersection(*arriving)
        return found

    def after(self, own: Numbers) -> Numbers:
        """Return what comes after each step, on one way at least."""
        later: dict[int, int] = {}
        for step in reversed(self.steps):
            later[step.number] = 0
            for number in self._ahead[step.number]:
                later[step.number] |= later[number] | own[number]
        return later

    def waits(self) -> Range:
        """Return the waits from the first step to an end, on the way with the fewest and with the most.

        What starts at the same time is waited for at the same time.
        """
        nothing = Total.of()
        found = Range(nothing, nothing)
        ranges: dict[int, Range] = {}
        for step in reversed(self.steps):
            wait = step.step.wait if step.number not in self._passed_by else None
            own = Total.of(wait) if wait is not None else nothing
            ahead = [ranges[number] for number in self._ahead[step.number]]
            ends = not ahead or self._may_end(step)
            least = [one.least for one in ahead] + ([nothing] if ends else [])
            most = [one.most for one in ahead] + ([nothing] if ends else [])
            shortest = Total.largest(least) if step.step.parallel else Total.smallest(least)
            found = ranges[step.number] = Range(own + shortest, own + Total.largest(most))
        return found

    def changes(self, team_at: Callable[[StepNode], str | None]) -> tuple[int, int]:
        """Return how often one team is followed by another, on the way with the fewest and the most changes.

        A step at which no team has the customer in hand changes nothing.
        """
        ended: list[tuple[int, int]] = []
        arriving: dict[int, dict[str | None, tuple[int, int]]] = {step.number: {} for step in self.steps}
        if self.steps:
            arriving[self.steps[0].number][None] = (0, 0)
        for step in self.steps:
            team = team_at(step) if step.number not in self._passed_by else None
            leaving: dict[str | None, tuple[int, int]] = {}
            for last, (fewest, most) in arriving[step.number].items():
                changed = int(team is not None and last is not None and team != last)
                _merge(leaving, team or last, (fewest + changed, most + changed))
            if not self._ahead[step.number] or self._may_end(step):
                ended += leaving.values()
            for number in self._ahead[step.number]:
                for last, span in leaving.items():
                    _merge(arriving[number], last, span)
        return min((few for few, _ in ended), default=0), max((most for _, most in ended), default=0)


def _meet(several: Sequence[frozenset[Branch]]) -> bool:
    """Tell whether each of several is on another branch of one fork, so that all of them were taken."""
    if len(several) < _TWO:
        return False
    forks = [dict(branches) for branches in several]
    shared = set(forks[0]).intersection(*forks)
    return any(len({targets[fork] for targets in forks}) == len(forks) for fork in shared)


def _merge(spans: dict[str | None, tuple[int, int]], team: str | None, span: tuple[int, int]) -> None:
    few, most = spans.get(team, span)
    spans[team] = min(few, span[0]), max(most, span[1])
