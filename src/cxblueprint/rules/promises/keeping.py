"""What keeps a promise: the standards on its path as legs of a reckoning, and the teams behind them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.reckon import Clock, Leg, Point, Promised, Reckoning, reckon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise, ServiceStandard, Team, Touchpoint


def promised(graph: Graph, promise: Promise) -> Promised | None:
    """Return the time that a customer was told, or None where none was, or nobody knows its clock."""
    clock = clock_of(graph, promise.clock)
    if (
        promise.target is None
        or promise.target.kind != "within"
        or promise.target.limit is None
        or clock is None
    ):
        return None
    share = promise.target.share
    return Promised(promise.target.limit, clock, None if share is None else Fraction(share))


def clock_of(graph: Graph, calendar: str | None) -> Clock | None:
    """Return a calendar as a clock, one that never stops for none; None where it is not declared."""
    if calendar is None:
        return Clock()
    found = graph.calendars.get(calendar)
    return Clock(found) if found is not None else None


def leg(graph: Graph, name: str) -> Leg:
    """Return a standard as a leg, without a point where it sets no time or its clock is unknown."""
    standard = graph.standards.get(name)
    clock = clock_of(graph, standard.clock or graph.blueprint.clock) if standard is not None else None
    if standard is None or clock is None:
        return Leg(name, Clock())
    target = standard.target
    if target is None or target.kind != "within" or target.limit is None:
        return Leg(name, clock)
    return Leg(name, clock, (Point(target.limit, None if target.share is None else Fraction(target.share)),))


def reckoned(graph: Graph, promise: Promise) -> Reckoning | None:
    """Return whether the standards on a promise's path can keep it; None where there is nothing to reckon."""
    told = promised(graph, promise)
    if told is None or not standards_on(promise):
        return None
    groups = ((group,) if isinstance(group, str) else group for group in promise.path)
    path = tuple(tuple(leg(graph, name) for name in group) for group in groups)
    return reckon(path, told)


def standards_for(graph: Graph, promise: Promise) -> list[ServiceStandard]:
    """Return the standards between the events of a promise, for the same customers, by id."""
    if promise.starts is None or promise.ends is None:
        return []
    return [
        standard
        for standard in sorted(graph.standards.values(), key=lambda one: one.id)
        if standard.starts == promise.starts
        and standard.ends == promise.ends
        and _meet(standard.segments, promise.segments)
        and _meet(standard.accounts, promise.accounts)
    ]


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether two choices of customers have any in common; no choice means all."""
    return not some or not others or not set(some).isdisjoint(others)


def falls_short(graph: Graph, promise: Promise) -> list[tuple[ServiceStandard, Reckoning]]:
    """Return the standards between the events of a promise, if none of them is as strict as it is."""
    told = promised(graph, promise)
    if told is None:
        return []
    found = [
        (standard, reckon(((leg(graph, standard.id),),), told)) for standard in standards_for(graph, promise)
    ]
    short = [one for one in found if one[1].verdict in ("too slow", "too few")]
    return short if len(short) == len(found) else []


def places_of(graph: Graph, promise: Promise) -> Iterator[Touchpoint]:
    """Yield the touchpoints at which the standards on a promise's path hold, by id."""
    path = standards_on(promise)
    places = sorted(graph.touchpoints.values(), key=lambda place: place.id)
    return (place for place in places if not path.isdisjoint(place.standards))


def keepers(graph: Graph, promise: Promise) -> list[Team]:
    """Return the teams that keep a promise, in the order of its path."""
    groups = ((group,) if isinstance(group, str) else group for group in promise.path)
    standards = (graph.standards.get(name) for group in groups for name in group)
    teams = (
        graph.team(standard.provider or standard.owner) for standard in standards if standard is not None
    )
    return list({team.id: team for team in teams if team is not None}.values())
