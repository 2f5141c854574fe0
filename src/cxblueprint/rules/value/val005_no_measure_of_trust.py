from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import live_journeys
from .trust import lead_to_trust, tells_of_trust

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL005",
    "no-measure-of-trust",
    summary="much is measured, and nothing tells whether customers trust us and stay",
    claims=("2.2",),
    judges_the_whole=True,
)
def no_measure_of_trust(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find a blueprint with KPIs and none of trust; at exemplary, live journeys whose KPIs lead to none."""
    blueprint = graph.blueprint
    if not any(tells_of_trust(kpi) for kpi in graph.kpis.values()):
        if len(graph.kpis) > 1:
            yield flaw(
                Subject("blueprint", blueprint.id),
                f"blueprint '{blueprint.id}' has {len(graph.kpis)} KPIs, and none of trust or loyalty",
                "declare one, such as `metric: trust`, `nps` or `retention`, and say what `drives` it",
                at="kpis",
                lacks="a KPI of trust or loyalty",
            )
        return
    for journey in live_journeys(graph) if profile == "exemplary" else ():
        others = (kpi for touchpoint in journey.touchpoints for kpi in graph.kpis_of(touchpoint))
        kpis = (*graph.kpis_of(journey), *others)
        if kpis and not lead_to_trust(graph, kpis):
            yield flaw(
                journey,
                f"journey '{journey.id}' is measured by nothing that leads to trust or loyalty",
                "name a KPI of trust or loyalty in its `kpis`, or say in `drives` which one its KPIs move",
            )
