from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import headlines_under_way

from .asked import described_kpis, kpis_of_what_is_to_be

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI009",
    "kpi-without-baseline",
    summary="nobody has said where a measure stands today",
    claims=("2.6", "0.6"),
    requires=("kpi-without-target",),
)
def kpi_without_baseline(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs with a target and no baseline, but for those of journeys that do not exist yet.

    Of those by which a recovery is judged headline-without-baseline speaks.
    """
    spared = kpis_of_what_is_to_be(graph) | headlines_under_way(graph)
    for kpi in described_kpis(graph):
        if kpi.baseline is None and kpi.id not in spared:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' has no baseline",
                "set `baseline` to where it stands today, such as `4.1` or `62%`",
                lacks="a baseline",
            )
