from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import metric_of

from .of_journeys import measured_journeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, StepNode
    from cxblueprint.model import Touchpoint

_AT_ONCE = frozenset({"fcr", "right-first-time", "repeat-contacts"})


def _resolving(graph: Graph, touchpoint: Touchpoint, profile: Profile) -> Iterator[StepNode]:
    """Yield the live steps at which people of ours settle at a touchpoint what a customer asked for."""
    if touchpoint.automation == "automated":
        return
    for step in graph.steps_at(touchpoint):
        helps = step.stage.stage.phase == "get-help" or profile == "exemplary"
        if helps and step.journey.is_live and graph.closes_request(step):
            yield step


def _may_tell(graph: Graph, step: StepNode, touchpoint: Touchpoint, profile: Profile) -> bool:
    """Tell whether a KPI here shows that it was settled at once, or may do so for all that is known."""
    for name in (*touchpoint.kpis, *step.journey.journey.kpis):
        kpi = graph.kpis.get(name)
        if kpi is None or kpi.metric in _AT_ONCE:
            return True
        if profile != "exemplary" and metric_of(kpi) is None:
            return True
    return False


def _journey_of(step: StepNode) -> str:
    """Return by what to choose among journeys: their order of declaration means nothing."""
    return step.journey.id


@rule(
    "KPI018",
    "resolution-without-first-time-right",
    summary="requests are settled at a touchpoint, and nobody measures whether at once",
    claims=("4.9",),
)
def resolution_without_first_time_right(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find touchpoints that settle requests without a measure of right first time, once for each."""
    measured = measured_journeys(graph)
    for touchpoint in graph.touchpoints.values():
        resolving = _resolving(graph, touchpoint, profile)
        steps = [step for step in sorted(resolving, key=_journey_of) if step.journey.id in measured]
        if steps and not any(_may_tell(graph, step, touchpoint, profile) for step in steps):
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' settles requests in journey '{steps[0].journey.id}',"
                " and no KPI tells how often at once",
                "name in its `kpis` one with `metric: fcr` or `metric: right-first-time`",
                about=f"step:{steps[0].address}",
                lacks="a KPI of right first time",
            )
