from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import reachable_from

from .ways import endless_loops, reached, travelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode, StepNode


def _lost(journey: JourneyNode) -> Iterator[StepNode]:
    """Yield the first of each group of steps that nobody gets to: what follows it follows from it."""
    known = reached(journey)
    lost = [step for step in journey.steps if step not in known]
    for step in sorted(lost, key=lambda one: bool(one.incoming)):
        if step not in known:
            known |= reachable_from(step)
            yield step


@rule(
    "FLO002",
    "unreachable-step",
    summary="no way leads to a step from where customers come in",
    claims=("1.2", "4.8"),
)
def unreachable_step(graph: Graph) -> Iterator[Flaw]:
    """Find steps to which no way leads; behind an endless loop that rule speaks."""
    for journey in travelled(graph):
        if any(endless_loops(graph, journey)):
            continue
        for step in _lost(journey):
            before = journey.steps[step.number - 2]
            skipped = f": '{before.id}' before it leads elsewhere" if before.outgoing else ""
            ended = f": the journey ends at '{before.id}' before it" if not before.outgoing else ""
            yield flaw(
                step,
                f"step '{step.address}' is never reached{skipped}{ended}",
                "name it in the `next` of the step that customers come from, or take it out",
            )
