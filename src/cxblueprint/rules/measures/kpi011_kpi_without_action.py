from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .asked import described_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI011",
    "kpi-without-action",
    summary="nothing is decided or done on seeing a measure",
    claims=("3.5", "0.6"),
)
def kpi_without_action(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that serve no decision, and that no initiative or recovery is to move."""
    acted_on = {kpi for initiative in graph.initiatives.values() for kpi in initiative.improves}
    acted_on |= {kpi for plan in graph.recovery_plans.values() if plan.actions for kpi in plan.headline}
    for kpi in described_kpis(graph):
        if kpi.action is None and kpi.id not in acted_on:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' leads to no action",
                "say in `action` what is decided or done on seeing it, and when",
                lacks="an action",
            )
