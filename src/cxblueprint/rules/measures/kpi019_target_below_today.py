from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import polarity_of, scale_of

from .directions import gap_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI, Figure


def _margin(kpi: KPI, today: Figure, percent: int) -> Decimal:
    """Return how far below today a target may lie: in points, as a part of the scale, or of the figure."""
    if today.is_percent:
        return Decimal(percent)
    scale = scale_of(kpi)
    reach = scale.high - scale.low if scale is not None else abs(today.number)
    return reach * percent / 100


@rule(
    "KPI019",
    "target-below-today",
    summary="a target is met although the measure gets much worse than it is today",
    claims=("1.8",),
    requires=("target-against-polarity", "target-out-of-range"),
)
def target_below_today(graph: Graph, *, margin: int = 15) -> Iterator[Flaw]:
    """Find targets that fall far short of the baseline; `margin` is in points or per cent."""
    for kpi in graph.kpis.values():
        gap, today = gap_of(kpi), kpi.baseline
        if gap is None or today is None or polarity_of(kpi) is None:
            continue
        if -gap > _margin(kpi, today, margin):
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' stands at {today} today, and '{kpi.target}' is enough",
                "set a target at today's level or beyond it, or correct the `baseline`",
                at="target",
            )
