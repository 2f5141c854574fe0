from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .asked import described_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


def _served(graph: Graph) -> Iterator[str]:
    """Yield the ids of the KPIs that belong to something, or that move another KPI or are moved by it."""
    for journey in graph.journeys.values():
        yield from journey.journey.kpis
    for touchpoint in graph.touchpoints.values():
        yield from touchpoint.kpis
    for team in graph.teams.values():
        yield from team.employee_kpis
    for initiative in graph.initiatives.values():
        yield from initiative.improves
    for plan in graph.recovery_plans.values():
        yield from plan.headline
    for kpi in graph.kpis.values():
        above = {*kpi.drives, kpi.rolls_up_to or kpi.id} - {kpi.id}
        yield from above
        if above:
            yield kpi.id


@rule(
    "KPI006",
    "kpi-not-relevant",
    summary="a measure is tied to nothing that matters to anybody",
    claims=("2.6", "3.5"),
)
def kpi_not_relevant(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that measure no journey, touchpoint, team, change or relationship, nor move another KPI."""
    served = set(_served(graph))
    for kpi in described_kpis(graph):
        if kpi.id not in served and kpi.level != "relationship":
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is tied to nothing: no journey, touchpoint, team or initiative has it",
                "name it in the `kpis` of what it measures, say in `drives` what it moves, or leave it out",
            )
