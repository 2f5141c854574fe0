"""What keeps a promise: the standards for the same thing, the places of its path, the teams behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.reckon import Reckoning, leg_of, promised_time, reckon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise, ServiceStandard, Team, Touchpoint


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
    told = promised_time(graph, promise)
    if told is None:
        return []
    found = [
        (standard, reckon(((leg_of(graph, standard.id),),), told))
        for standard in standards_for(graph, promise)
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
