from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .asked import described_kpis
from .directions import aims_at_the_worse, gap_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


def _dated_elsewhere(graph: Graph) -> Iterator[str]:
    """Yield the ids of the KPIs to which an initiative or a recovery gives a date."""
    for initiative in graph.initiatives.values():
        if initiative.ends or initiative.returns_by or initiative.remeasure_on:
            yield from initiative.improves
    for plan in graph.recovery_plans.values():
        if plan.bau_date or plan.committed_to:
            yield from plan.headline


@rule(
    "KPI007",
    "kpi-not-time-bound",
    summary="a measure is to get better, and nobody has said by when",
    claims=("2.6",),
)
def kpi_not_time_bound(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs whose target is better than their baseline and that have no due date."""
    dated = set(_dated_elsewhere(graph))
    for kpi in described_kpis(graph):
        gap = gap_of(kpi)
        if gap is None or gap <= 0 or kpi.due is not None or kpi.id in dated or aims_at_the_worse(kpi):
            continue
        yield flaw(
            kpi,
            f"KPI '{kpi.id}' is to go from {kpi.baseline} to '{kpi.target}', and nobody has said by when",
            "set `due` to the date by which it is to stand there",
            lacks="a date",
        )
