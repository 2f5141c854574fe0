"""A walk in plain words, fact by fact: for whoever prints it without links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from .said import (
    comes_to,
    condition,
    felt,
    handed_on,
    holds_for,
    listed,
    putting_right,
    rhythm,
    served_by,
    waiting,
)

if TYPE_CHECKING:
    from cxblueprint.graph import Edge, Graph, StepNode
    from cxblueprint.model import Declared, ProactiveUpdate, Promise, ServiceStandard

    from .walk import Stop, Walk

Fact: TypeAlias = tuple[str, Sequence[str]]
"""A label, and what it says, a paragraph each."""


class Telling:
    """A walk in plain words; what is not stated leaves no trace."""

    def __init__(self, graph: Graph, walk: Walk) -> None:
        self._graph = graph
        self._walk = walk

    def summary(self) -> Iterator[Fact]:
        """Yield who walks, and what the walk comes to."""
        walk, graph = self._walk, self._graph
        segment = walk.segment
        facts: list[Fact] = []
        if walk.persona is not None:
            facts += [("Who walks", [walk.persona.name]), ("Wants", walk.persona.goals)]
        if segment is not None:
            facts.append(("Belongs to", [segment.label]))
            facts += [("Needs", segment.needs), ("Wants to feel", segment.emotional_drivers)]
        facts += [
            ("Gains", [self._value(gaining, value) for gaining, value in walk.values]),
            ("Stops", [str(len(walk.own_stops)) if walk.stops else "none yet"]),
            ("Waits in all", [waiting(walk)]),
            ("Meets", [_names(graph.teams, walk.teams)]),
            ("By way of", [_names(graph.channels, walk.channels)]),
            ("Is handed on", [handed_on(walk)]),
        ]
        if walk.lowest is not None and walk.highest is not None and walk.lowest is not walk.highest:
            facts += [("Lowest point", [felt(walk.lowest)]), ("Highest point", [felt(walk.highest)])]
        return _stated(facts)

    def only_for(self, stop: Stop) -> str:
        """Return who comes to a stop that the walker passes by."""
        return _names(self._graph.segments, stop.only_for)

    def stop(self, stop: Stop) -> Iterator[Fact]:
        """Yield what is there to tell of a stop, beside what the customer does, thinks and feels."""
        return _stated([*self._here(stop), *self._next(stop), *self._afterwards(stop)])

    def _here(self, stop: Stop) -> Iterator[Fact]:
        graph, step, touchpoint = self._graph, stop.node.step, stop.node.touchpoint
        yield "Comes here from", [_way(edge, _place(edge.source)) for edge in stop.arrivals]
        yield "Taken by", [stop.actor.name if stop.actor is not None else ""]
        if touchpoint is not None:
            channel = _names(graph.channels, [touchpoint.channel] if touchpoint.channel else [])
            met = (_names(graph.teams, stop.teams), channel, served_by(touchpoint))
            yield "Meets", [", ".join(filter(None, met))]
            human = touchpoint.way_to_human
            yield "To reach a person", [_names(graph.touchpoints, [human] if human else [])]
        yield "In hand and sight", [_held(stop)]
        yield "Is promised", [self._promise(one) for one in stop.made]
        yield "Our word counts", [self._promise(one) for one in stop.due]
        yield "Still promised", [_words(one) for one in stop.pending]
        yield "What good means", [self._standard(one) for one in stop.standards]
        yield "Makes it hard", step.pains
        yield "Would help", step.opportunities
        wrong: list[str] = []
        for point in step.fail_points:
            cure = putting_right(graph, point.service_recovery)[1]
            wrong += [point.text, f"We put it right: {cure}" if cure else ""]
        yield "May go wrong", wrong

    def _next(self, stop: Stop) -> Iterator[Fact]:
        ways = [_way(edge, self._ahead(edge)) for edge in stop.ways]
        if stop.may_end:
            ways.append("the journey ends here for everybody else")
        if stop.is_end:
            ways = ["the journey ends here"]
        label = "The way forks" if len(ways) > 1 else "The way leads to"
        yield ("At the same time" if stop.are_together else label if stop.ways else "Then"), ways

    def _afterwards(self, stop: Stop) -> Iterator[Fact]:
        yield "Then waits", [stop.wait.in_words if stop.wait is not None else ""]
        news = [self._news(update) for update in stop.updates]
        yield ("Hears meanwhile" if stop.wait is not None else "Hears from now on"), news

    def _ahead(self, edge: Edge) -> str:
        others = self.only_for(self._walk.stops[edge.target.number - 1])
        remark = f" (only for {others})" if others else ""
        return f"{'back to ' if edge.goes_back else ''}{_place(edge.target)}{remark}"

    def _promise(self, promise: Promise) -> str:
        kept_by = _names(self._graph.teams, [promise.owner] if promise.owner else [])
        said = (comes_to(promise), f"kept by {kept_by}" if kept_by else "", self._remark(promise))
        about = ", ".join(filter(None, said))
        return f"{_words(promise)} ({about})" if about else _words(promise)

    def _standard(self, standard: ServiceStandard) -> str:
        said = ": ".join(filter(None, (standard.label, comes_to(standard))))
        return ", ".join(filter(None, (said, self._remark(standard))))

    def _remark(self, thing: Promise | ServiceStandard) -> str:
        whom = holds_for(self._graph, self._walk, thing)
        return f"for {whom} only" if whom else ""

    def _news(self, update: ProactiveUpdate) -> str:
        channel = _names(self._graph.channels, [update.channel] if update.channel else [])
        team = _names(self._graph.teams, [update.owner] if update.owner else [])
        said = (update.label, rhythm(update), f"by {channel}" if channel else "")
        return ", ".join(filter(None, (*said, f"from {team}" if team else "")))

    def _value(self, segment: str | None, value: str) -> str:
        return value if segment is None else f"{_names(self._graph.segments, [segment])}: {value}"


def _stated(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts that say something, without what of them says nothing."""
    for label, said in facts:
        stated = [words for words in said if words]
        if stated:
            yield label, stated


def _names(things: Mapping[str, Declared], ids: Iterable[str]) -> str:
    """Return the names of things as a list; of what is not declared, its id."""
    return listed([things[one].label if one in things else one for one in ids])


def _place(step: StepNode) -> str:
    return f"{step.number} {step.label}"


def _way(edge: Edge, place: str) -> str:
    said = condition(edge)
    return f"{place}: {said}" if said else place


def _words(promise: Promise) -> str:
    return f"“{promise.statement}”" if promise.statement else promise.label


def _held(stop: Stop) -> str:
    """Return what the walker gets to see or hold here, and after it what they have from before."""
    held = [*(f"+ {item}" for item in stop.gained), *stop.held]
    perhaps = f"perhaps {'; '.join(stop.perhaps_held)}" if stop.perhaps_held else ""
    return "; ".join(filter(None, (*held, perhaps)))
