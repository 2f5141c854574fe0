from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI008",
    "kpi-without-target",
    summary="a measure has no target",
    claims=("2.6",),
)
def kpi_without_target(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that nobody has said where to take; where none has a target, say so once."""
    aimless = [kpi for _, kpi in sorted(graph.kpis.items()) if kpi.target is None]
    for kpi in aimless:
        yield flaw(
            kpi,
            f"KPI '{kpi.id}' has no target",
            "set `target`, such as `at least 4.5` or `90% within 4h`",
            lacks="a target",
            once="no KPI has a target" if len(aimless) == len(graph.kpis) else (),
        )
