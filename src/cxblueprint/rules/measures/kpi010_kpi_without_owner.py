from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .asked import described_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI010",
    "kpi-without-owner",
    summary="nobody answers for a measure",
    claims=("2.6",),
)
def kpi_without_owner(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that no team owns."""
    for kpi in described_kpis(graph):
        if kpi.owner is None:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' has no owner",
                "set `owner` to the id of the declared team that can move it",
                lacks="an owner",
            )
