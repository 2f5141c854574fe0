from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import kind_of_kpi

from .asked import described_kpis
from .of_journeys import counted_journeys, lacks_a_kpi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


_NOT_OF_JOURNEYS = frozenset({"employee", "financial"})
"""Kinds of measures that tell nothing about how a journey goes."""


_OF_RELATIONSHIPS = frozenset({"churn", "retention", "share-of-wallet"})
"""Metrics of whether customers stay, which no single journey decides."""


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
    judges_the_whole=True,
)
def kpi_not_relevant(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that measure no journey, touchpoint, team, change or relationship, nor move another KPI.

    Where a live journey has no KPI yet, journey-without-kpi asks for one first, and it may be this one.
    """
    served = set(_served(graph))
    is_one_wanted = any(lacks_a_kpi(graph, counted) for _, counted in counted_journeys(graph))
    for kpi in described_kpis(graph):
        is_wanted = is_one_wanted and kind_of_kpi(kpi) not in _NOT_OF_JOURNEYS
        of_relationship = kpi.level == "relationship" or kpi.metric in _OF_RELATIONSHIPS
        if kpi.id not in served and not of_relationship and not is_wanted:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is tied to nothing: no journey, touchpoint, team or initiative has it",
                "name it in the `kpis` of what it measures, say in `drives` what it moves, or leave it out",
                lacks="a tie to anything",
            )
