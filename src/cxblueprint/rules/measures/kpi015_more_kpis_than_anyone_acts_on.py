from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI015",
    "more-kpis-than-anyone-acts-on",
    summary="more is measured than anybody does something about",
    claims=("3.5", "0.6"),
    judges_the_whole=True,
)
def more_kpis_than_anyone_acts_on(graph: Graph, *, most: int = 7) -> Iterator[Flaw]:
    """Find journeys with too many KPIs to look at, and a blueprint most of whose KPIs lead to nothing."""
    for journey in graph.journeys.values():
        count = len(set(journey.journey.kpis))
        if count > most:
            yield flaw(
                journey,
                f"journey '{journey.id}' has {count} KPIs, more than anybody acts on",
                f"keep the {most} or fewer that decide something, and leave the rest to the touchpoints",
                at="kpis",
            )
    acted_on = [kpi for kpi in graph.kpis.values() if kpi.action is not None]
    count, idle = len(graph.kpis), len(graph.kpis) - len(acted_on)
    if count > most and idle > len(acted_on):
        yield flaw(
            Subject("blueprint", graph.blueprint.id),
            f"most KPIs of blueprint '{graph.blueprint.id}', {idle} of {count}, lead to no action",
            "keep those whose `action` somebody can name, and leave out the others",
            at="kpis",
        )
