"""Which touchpoints stand alone between teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import (
    handoffs_on,
    is_one_way,
    roll_up_together,
    share_a_case,
    span_a_promise,
    span_a_standard,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Edge, Graph, JourneyNode
    from cxblueprint.model import Touchpoint


def crossings(graph: Graph, journey: JourneyNode) -> Iterator[Edge]:
    """Yield the edges of a journey that lead from one team's touchpoint to another team's."""
    for edge in journey.edges:
        giver, receiver = graph.owner_of(edge.source), graph.owner_of(edge.target)
        if giver is not None and receiver is not None and giver.id != receiver.id:
            yield edge


def is_tied(graph: Graph, edge: Edge) -> bool:
    """Tell whether anything ties the two touchpoints of a crossing together."""
    one, other = edge.source.touchpoint, edge.target.touchpoint
    if one is None or other is None:
        return False
    return (
        any(handoffs_on(graph, edge))
        or share_a_case(graph, one, other)
        or span_a_standard(one, other)
        or span_a_promise(graph, one, other)
        or roll_up_together(graph, one, other)
    )


def siloed_touchpoints(graph: Graph, journey: JourneyNode) -> Iterator[tuple[Touchpoint, tuple[Edge, ...]]]:
    """Yield the touchpoints of a journey that nothing ties to any neighbour of another team.

    A poster or a letter next to a touchpoint may tie it in; that nothing ties it to one leaves nobody alone.
    """
    apart: dict[str, list[Edge]] = {}
    tied: set[str] = set()
    for edge in crossings(graph, journey):
        touchpoints = [step.touchpoint for step in (edge.source, edge.target) if step.touchpoint is not None]
        if is_tied(graph, edge):
            tied.update(touchpoint.id for touchpoint in touchpoints)
        elif not any(is_one_way(graph, touchpoint) for touchpoint in touchpoints):
            for touchpoint in touchpoints:
                apart.setdefault(touchpoint.id, []).append(edge)
    for touchpoint in journey.touchpoints:
        if touchpoint.id in apart and touchpoint.id not in tied:
            yield touchpoint, tuple(apart[touchpoint.id])
