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
    """Find KPIs that serve no decision."""
    for kpi in described_kpis(graph):
        if kpi.action is None:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' leads to no action",
                "say in `action` what is decided or done on seeing it, and when",
            )
