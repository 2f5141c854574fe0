from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import reachable_from, with_a_request_on_its_way

from .ways import reached, travelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode, StepNode


def _short_of_outcome(graph: Graph, journey: JourneyNode) -> Iterator[StepNode]:
    """Yield the ends that are neither the outcome nor after it, settle nothing and put nothing right."""
    if journey.outcome is None:
        return
    known, arrived = reached(journey), reachable_from(journey.outcome)
    for step in journey.steps:
        is_end = step in known and not step.outgoing and step not in arrived
        is_put_right = any(point.service_recovery for point in step.step.fail_points)
        if is_end and not is_put_right and not graph.closes_request(step):
            yield step


def _how_it_leaves(step: StepNode, asked: set[StepNode]) -> str | None:
    """Return how an end leaves the customer, or None where nothing bad is known."""
    if step.leaves_request_open and step in asked:
        return "with what the customer asked for still open"
    feels = step.step.emotion or 0
    return f"and leaves the customer {'annoyed' if feels == -1 else 'angry'}" if feels < 0 else None


@rule(
    "FLO003",
    "dead-end",
    summary="the customer gets stuck short of the outcome",
    claims=("4.8", "1.6"),
)
def dead_end(graph: Graph) -> Iterator[Flaw]:
    """Find ends short of the outcome at which a request is open or the customer feels bad."""
    for journey in travelled(graph):
        asked = with_a_request_on_its_way(journey, graph.closes_request)
        for step in _short_of_outcome(graph, journey):
            how = _how_it_leaves(step, asked)
            if how is not None:
                yield flaw(
                    step,
                    f"step '{step.address}' ends the journey short of its outcome"
                    f" '{journey.journey.outcome}', {how}",
                    "lead on from it with `next`, or settle it: `closes_request: true`, or a fail point with"
                    " its `service_recovery`",
                )
