from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .of_journeys import measured_journeys, own_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, StepNode


def _is_unmeasured(graph: Graph, step: StepNode) -> bool:
    """Tell whether nothing is measured at a live step by which customers judge us."""
    if step.touchpoint is None or not step.step.moment_of_truth or not step.journey.is_live:
        return False
    here = [graph.kpis.get(name) for name in step.touchpoint.kpis]
    if any(kpi is None or kpi.level != "relationship" for kpi in here):
        return False
    return step is not step.journey.outcome or not own_kpis(graph, [step.journey])


@rule(
    "KPI002",
    "moment-of-truth-without-kpi",
    summary="nothing is measured at a touchpoint by which customers judge us",
    claims=("2.6", "2.2"),
)
def moment_of_truth_without_kpi(graph: Graph) -> Iterator[Flaw]:
    """Find touchpoints that are a moment of truth and have no KPI, once for each."""
    measured = measured_journeys(graph)
    for touchpoint in graph.touchpoints.values():
        steps = (step for step in graph.steps_at(touchpoint) if _is_unmeasured(graph, step))
        step = next((step for step in steps if step.journey.id in measured), None)
        if step is not None:
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' is a moment of truth in journey '{step.journey.id}'"
                " and has no KPI",
                "name in its `kpis` the measure that tells whether customers got what they came for",
                about=f"step:{step.address}",
                lacks="a KPI",
            )
