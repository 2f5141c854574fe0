"""Which hand-offs stand where no customer passes from one team to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.graph import handoffs_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Edge, Graph
    from cxblueprint.model import Handoff


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A hand-off between two places, and the way between them where other teams own its ends."""

    handoff: Handoff
    places: tuple[str, str]
    way: Edge | None


def misplaced_handoffs(graph: Graph) -> Iterator[Misplaced]:
    """Yield the hand-offs `between` two places from one of which no customer comes to the other.

    That is so too where other teams than giver and receiver own the two. Nobody can tell as long as a place
    or an owner is not known, or a `next` names a step that is not there.
    """
    edges = [edge for journey in graph.journeys.values() for edge in journey.edges]
    if not edges or not _are_ways_known(graph):
        return
    placed = {handoff.id for edge in edges for handoff in handoffs_on(graph, edge)}
    ways = {ends: edge for edge in edges for ends in (_touchpoints(edge), _steps(edge))}
    for handoff in graph.handoffs.values():
        if handoff.between is None or handoff.id in placed or not _is_known(graph, handoff):
            continue
        way = ways.get(frozenset(handoff.between))
        if way is None or all(graph.owner_of(step) for step in (way.source, way.target)):
            yield Misplaced(handoff, handoff.between, way)


def _touchpoints(edge: Edge) -> frozenset[str | None]:
    return frozenset((edge.source.step.touchpoint, edge.target.step.touchpoint))


def _steps(edge: Edge) -> frozenset[str | None]:
    return frozenset((edge.source.address, edge.target.address))


def _are_ways_known(graph: Graph) -> bool:
    return all(step.journey.find(way.to) for step in graph.steps for way in step.step.next or ())


def _is_known(graph: Graph, handoff: Handoff) -> bool:
    """Tell whether both teams and both places are declared; unknown-reference speaks of what is not."""
    steps = {step.address for step in graph.steps}
    places = all(place in graph.touchpoints or place in steps for place in handoff.between or ())
    return places and handoff.giver in graph.teams and handoff.receiver in graph.teams
