"""Which teams rely on a team, and on which it relies: by agreement, by work at a touchpoint, by hand-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cxblueprint.site.writing.agreed import agreement, handoffs_table
from cxblueprint.site.writing.markdown import NOTHING, Markdown, link, table, text
from cxblueprint.site.writing.sheet import bullets
from cxblueprint.site.writing.words import counted, goal

if TYPE_CHECKING:
    from cxblueprint.graph import Graph
    from cxblueprint.model import Action, Handoff, ServiceStandard, Team, Touchpoint
    from cxblueprint.site.writing.sheet import Sheet


@dataclass(frozen=True)
class Reliance:
    """What ties a team to others, seen from one side."""

    graph: Graph
    team: Team
    on_us: bool
    """Whether the others rely on the team, rather than it on them."""

    @cached_property
    def agreements(self) -> tuple[tuple[str | None, ServiceStandard], ...]:
        """What is agreed with each other team; None stands for whoever it may be that relies on us."""
        found: list[tuple[str | None, ServiceStandard]] = []
        for standard in self.graph.standards.values():
            ours, theirs = self._turned(standard.provider, standard.consumer)
            if ours == self.team.id and theirs != ours and (self.on_us or theirs is not None):
                found.append((theirs, standard))
        return tuple(found)

    @cached_property
    def work(self) -> tuple[tuple[str | None, Touchpoint, Action], ...]:
        """What one team does at a touchpoint of another."""
        found: list[tuple[str | None, Touchpoint, Action]] = []
        for touchpoint, action in _work_for_others(self.graph.touchpoints.values()):
            ours, theirs = self._turned(action.team, touchpoint.owner)
            if ours == self.team.id:
                found.append((theirs, touchpoint, action))
        return tuple(found)

    @cached_property
    def handoffs(self) -> tuple[Handoff, ...]:
        """Where open requests pass on; whoever receives one is relied on."""
        return tuple(
            handoff
            for handoff in self.graph.handoffs.values()
            if self._turned(handoff.receiver, handoff.giver)[0] == self.team.id
        )

    def _turned(self, relied_on: str | None, relying: str | None) -> tuple[str | None, str | None]:
        """Return which of two teams is this one's place, and which the other's."""
        return (relied_on, relying) if self.on_us else (relying, relied_on)

    @cached_property
    def _others(self) -> dict[str, tuple[int, int, int]]:
        """Agreements, touchpoints with work and hand-offs by the other team, in that order."""
        agreed = [other for other, _ in self.agreements]
        places = dict.fromkeys((other, touchpoint.id) for other, touchpoint, _ in self.work)
        worked = [other for other, _ in places]
        handed = [self._turned(handoff.receiver, handoff.giver)[1] for handoff in self.handoffs]
        others = dict.fromkeys(other for other in (*agreed, *worked, *handed) if other is not None)
        return {other: (agreed.count(other), worked.count(other), handed.count(other)) for other in others}

    # As a page tells it

    def answer(self, sheet: Sheet, name: str) -> Markdown:
        """Return which teams these are, after their number as a link to the section called `name`."""
        number = link(Markdown(counted(len(self._others), "team")), f"#{name}")
        teams = sheet.mentions("team", self._others)
        if self._others:
            return Markdown(f"{number}: {teams}")
        return link(Markdown("Whoever needs it"), f"#{name}") if self.agreements or self.work else NOTHING

    def blocks(self, sheet: Sheet) -> Iterator[str]:
        """Yield the teams, each with how it is tied to this one, and then all of it."""
        yield bullets(
            Markdown(f"**{sheet.team(other)}**: {', '.join(_said(*counts))}")
            for other, counts in self._others.items()
        )
        yield table(
            ("For" if self.on_us else "From", "What", "Where", "What is agreed"),
            dict.fromkeys(self._rows(sheet)),
        )
        yield handoffs_table(sheet, self.handoffs)

    def _rows(self, sheet: Sheet) -> Iterator[tuple[Markdown, ...]]:
        for other, standard in self.agreements:
            name = sheet.mention("service-standard", standard.id)
            yield sheet.team(other), name, NOTHING, goal(standard.target)
        for other, touchpoint, action in self.work:
            what = text(action.text) if action.text else sheet.mention("system", action.system)
            agreed = agreement(sheet, action.agreement)
            yield sheet.team(other), what, sheet.touchpoint(touchpoint), agreed


def _said(agreements: int, touchpoints: int, handoffs: int) -> Iterator[str]:
    if agreements:
        yield counted(agreements, "agreement")
    if touchpoints:
        yield f"work at {counted(touchpoints, 'touchpoint')}"
    if handoffs:
        yield counted(handoffs, "hand-off")


def _work_for_others(touchpoints: Iterable[Touchpoint]) -> Iterator[tuple[Touchpoint, Action]]:
    """Yield what is done at a touchpoint by a team that does not own it."""
    for touchpoint in touchpoints:
        for action in (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support):
            if action.team is not None and action.team != touchpoint.owner:
                yield touchpoint, action
