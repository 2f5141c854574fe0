"""From a journey in the graph to the walk of one persona, or of nobody in particular."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.graph import is_one_way, settles_at_once, standards_on

from .along import Course, Numbers
from .walk import Stop, Walk
from .walker import Walker, personas_for

if TYPE_CHECKING:
    from cxblueprint.graph import Edge, Graph, JourneyNode, StepNode
    from cxblueprint.model import Persona, ProactiveUpdate, Promise

_T = TypeVar("_T")


def walk(graph: Graph, journey: JourneyNode | str, persona: Persona | str | None = None) -> Walk:
    """Return a journey as a persona walks it, stop by stop in the order of the journey.

    What is promised, agreed or open to other segments alone is left out.

    Args:
        graph: the blueprint.
        journey: the journey, or its id.
        persona: who walks, or their id; None for nobody in particular.

    Raises:
        UsageError: there is no such journey or persona, or the persona has no part in the journey; the
            message names what was most likely meant.
    """
    node = graph.journey(journey) if isinstance(journey, str) else journey
    named = persona if isinstance(persona, str) or persona is None else persona.id
    return _Making(Walker(graph, node, _persona(graph, node, named))).walk()


def _persona(graph: Graph, journey: JourneyNode, wanted: str | None) -> Persona | None:
    if wanted is None:
        return None
    walking = personas_for(graph, journey)
    for persona in walking:
        if persona.id == wanted:
            return persona
    names = ", ".join(repr(persona.id) for persona in walking) or "none of those declared"
    if wanted in graph.personas:
        msg = f"persona {wanted!r} has no part in journey {journey.id!r}: those who have are {names}"
        raise UsageError(msg)
    guess = did_you_mean(wanted, graph.personas)
    msg = f"there is no persona {wanted!r}{guess or f': {names}'}"
    raise UsageError(msg)


class _Bits(Generic[_T]):
    """Things by number, so that sets of them are bits."""

    def __init__(self, key: Callable[[_T], str]) -> None:
        self._key = key
        self._numbers: dict[str, int] = {}
        self._things: list[_T] = []

    def of(self, things: Iterable[_T]) -> int:
        found = 0
        for thing in things:
            number = self._numbers.setdefault(self._key(thing), len(self._things))
            if number == len(self._things):
                self._things.append(thing)
            found |= 1 << number
        return found

    def things(self, bits: int) -> tuple[_T, ...]:
        """Return the things of a set, in the order in which they were first seen."""
        found: list[_T] = []
        while bits:
            lowest = bits & -bits
            found.append(self._things[lowest.bit_length() - 1])
            bits ^= lowest
        return tuple(found)


class _Making:
    """A walk being made: what is known of all stops before one of them can be told."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.graph = walker.graph
        self.journey = walker.journey
        self.course = Course(self.journey.steps, passed_by=walker.passes_by, may_end=_may_end)
        self.evidence = _Bits[str](_alike)
        self.promises = _Bits["Promise"](lambda promise: promise.id)

    def walk(self) -> Walk:
        """Return the walk."""
        walker = self.walker
        return Walk(
            journey=self.journey,
            persona=walker.persona,
            segment=self.graph.segments.get(walker.segment or ""),
            values=walker.values,
            stops=tuple(self._stop(step) for step in self.journey.steps),
            waits=self.course.waits(),
            handed_on=self.course.changes(self._in_hand_of),
        )

    def _stop(self, step: StepNode) -> Stop:
        arrivals = tuple(_arrivals(step))
        if self.walker.passes_by(step) and step.touchpoint is not None:
            return Stop(step, only_for=step.touchpoint.segments, arrivals=arrivals)
        actor = self.walker.actor_at(step)
        number = step.number
        some, every = self._held
        made, due = self._made[number], self._due[number]
        pending = self._made_before[number] & self._due_later[number] & ~made & ~due
        gained = self._gained[number]
        return Stop(
            step,
            actor=actor,
            teams=tuple(_met(step)),
            gained=self.evidence.things(gained & ~every[number]),
            held=self.evidence.things(every[number]),
            perhaps_held=self.evidence.things(some[number] & ~every[number] & ~gained),
            made=self.promises.things(made),
            due=self.promises.things(due & ~made),
            pending=self.promises.things(pending),
            standards=tuple(
                standard
                for standard in (self.graph.standards_of(step.touchpoint) if step.touchpoint else ())
                if self.walker.holds(standard, step)
            ),
            updates=tuple(self._news(step)),
            ways=() if _is_simple(step) else step.outgoing,
            arrivals=arrivals,
            may_end=_may_end(step),
        )

    def _own(self) -> Iterator[StepNode]:
        return (step for step in self.journey.steps if not self.walker.passes_by(step))

    def _numbers(self, found: Mapping[int, int]) -> Numbers:
        return {step.number: found.get(step.number, 0) for step in self.journey.steps}

    # What the walker holds

    @cached_property
    def _gained(self) -> Numbers:
        at = ((step.number, step.touchpoint) for step in self._own())
        return self._numbers({n: self.evidence.of(t.physical_evidence) for n, t in at if t is not None})

    @cached_property
    def _held(self) -> tuple[Numbers, Numbers]:
        return self.course.before(self._gained)

    # What the walker was promised

    @cached_property
    def _made(self) -> Numbers:
        given: dict[str, list[Promise]] = {}
        for promise in self.graph.promises.values():
            if promise.made_at is not None:
                given.setdefault(promise.made_at, []).append(promise)
        return self._numbers(
            {
                step.number: self.promises.of(
                    promise
                    for promise in given.get(step.touchpoint.id, ())
                    if self.walker.holds(promise, step)
                )
                for step in self._own()
                if step.touchpoint is not None
            }
        )

    @cached_property
    def _made_before(self) -> Numbers:
        return self.course.before(self._made)[0]

    @cached_property
    def _resting(self) -> Numbers:
        """The promises that rest on a standard of each step's touchpoint, wherever they were given."""
        on: dict[str, list[Promise]] = {}
        for promise in self.graph.promises.values():
            for standard in sorted(standards_on(promise)):
                on.setdefault(standard, []).append(promise)
        return self._numbers(
            {
                step.number: self.promises.of(
                    promise
                    for standard in step.touchpoint.standards
                    for promise in on.get(standard, ())
                    if self.walker.holds(promise, step)
                )
                for step in self._own()
                if step.touchpoint is not None
            }
        )

    @cached_property
    def _due(self) -> Numbers:
        """A promise that is given elsewhere is none to whoever was never there."""
        resting = self._resting
        anywhere = self.promises.of(p for p in self.graph.promises.values() if p.made_at is None)
        return {number: bits & (self._made_before[number] | anywhere) for number, bits in resting.items()}

    @cached_property
    def _due_later(self) -> Numbers:
        return self.course.after(self._resting)

    # Whom the walker meets and hears

    def _in_hand_of(self, step: StepNode) -> str | None:
        """Return the team that has the customer in hand; a letter, or a machine at once, takes nobody on."""
        touchpoint = step.touchpoint
        if touchpoint is None or is_one_way(self.graph, touchpoint) or settles_at_once(step):
            return None
        return touchpoint.owner

    def _news(self, step: StepNode) -> Iterator[ProactiveUpdate]:
        """Yield what is heard after a step; without a wait, only what was not heard after the one before."""
        before = self.journey.steps[step.number - 2] if step.number > 1 else None
        known = set[str]()
        if not step.has_wait and before is not None and not self.walker.passes_by(before):
            known = {update.id for update in self._updates(before)}
        return (update for update in self._updates(step) if update.id not in known)

    def _updates(self, step: StepNode) -> Iterator[ProactiveUpdate]:
        """Yield what covers a step, or what comes after it while the walker waits for something."""
        here = {str(step.subject), f"touchpoint:{step.step.touchpoint}"}
        meanwhile = {str(self.journey.subject), *(f"segment:{one}" for one in self.walker.segments)}
        if step.leaves_request_open:
            here.add("any-open-request")
        if step.has_wait or step.leaves_request_open:
            here |= meanwhile
        for update in self.graph.proactive_updates.values():
            if not here.isdisjoint(update.covers):
                yield update


def _alike(words: str) -> str:
    """Return what two spellings of the same piece of evidence have in common."""
    return " ".join(words.casefold().split())


def _met(step: StepNode) -> Iterator[str]:
    if step.touchpoint is None:
        return
    acting = (action.team for action in step.touchpoint.frontstage)
    yield from dict.fromkeys(team for team in (step.touchpoint.owner, *acting) if team is not None)


def _is_simple(step: StepNode) -> bool:
    """Tell whether the way simply leads on to the next step, or ends."""
    ways = step.outgoing
    return not ways or (len(ways) == 1 and ways[0].target.number == step.number + 1 and _says_little(ways[0]))


def _says_little(edge: Edge) -> bool:
    return edge.when is None and edge.share in (None, 1)


def _arrivals(step: StepNode) -> Iterator[Edge]:
    """Yield the ways to a step, but for one that simply comes from the step before."""
    for edge in step.incoming:
        if edge.source.number != step.number - 1 or not _is_simple(edge.source):
            yield edge


def _may_end(step: StepNode) -> bool:
    """Tell whether a journey whose goal is reached goes on for some customers only."""
    ways = step.outgoing
    if step is not step.journey.outcome or not ways or step.step.parallel:
        return False
    shares = [edge.share for edge in ways]
    everybody = sum(share for share in shares if share is not None)
    all_shares_known = None not in shares
    return not (all_shares_known and everybody >= _EVERYBODY) and all(edge.when is not None for edge in ways)


_EVERYBODY = 0.999
"""Shares that are written in whole percent may fall a little short of 1."""
