from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import handoffs_on, phase_is_early, settles_at_once, waits_on

from .isolation import crossings, siloed_touchpoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Edge, Graph, JourneyNode


def _looks_it_up(edge: Edge) -> bool:
    """Tell whether a machine that answers at once stands at an end of a way: it takes no case over."""
    return settles_at_once(edge.source) or (settles_at_once(edge.target) and not waits_on(edge))


def _undeclared(graph: Graph, journey: JourneyNode) -> Iterator[Edge]:
    """Yield the crossings on which work passes and no hand-off says how."""
    siloed = {touchpoint.id for touchpoint, _ in siloed_touchpoints(graph, journey)}
    for edge in crossings(graph, journey):
        work_passes = edge.source.leaves_request_open or waits_on(edge)
        early = phase_is_early(edge.source) or phase_is_early(edge.target)
        alone = siloed & {edge.source.step.touchpoint, edge.target.step.touchpoint}
        if not work_passes or early or alone or _looks_it_up(edge):
            continue
        if not any(handoffs_on(graph, edge)):
            yield edge


@rule(
    "SIL002",
    "undeclared-handoff",
    summary="an open request passes from team to team, and nobody has said how",
    claims=("2.1",),
)
def undeclared_handoff(graph: Graph) -> Iterator[Flaw]:
    """Find crossings with work under way and no hand-off, once for each pair of teams."""
    for _, journey in sorted(graph.journeys.items()):
        for edge in _undeclared(graph, journey) if journey.is_live else ():
            giver, receiver = graph.owner_of(edge.source), graph.owner_of(edge.target)
            if giver is None or receiver is None:
                continue
            is_open = edge.source.leaves_request_open
            passes = "passes open work" if is_open else "lets the customer wait on the way"
            yield flaw(
                edge.source,
                f"step '{edge.source.address}' {passes} from team '{giver.id}' to team"
                f" '{receiver.id}', and no hand-off says how",
                f"declare under `handoffs` one with `giver: {giver.id}` and `receiver: {receiver.id}`,"
                " what it passes and what was agreed",
                about=f"team:{receiver.id}",
                once=f"{giver.id} to {receiver.id}",
            )
