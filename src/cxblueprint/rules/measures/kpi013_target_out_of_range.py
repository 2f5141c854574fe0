from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Scale, metric_of, scale_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI, Figure

_SHARES = Scale.parse("0-100%")


def _impossible(kpi: KPI, figure: Figure) -> str | None:
    """Return why a KPI can never have a figure, or None where it can or nobody knows."""
    scale, metric = scale_of(kpi), metric_of(kpi)
    if scale is None:
        never_below = metric is not None and metric.lowest is not None and figure.number < metric.lowest
        return "below nothing" if never_below else None
    if figure.is_percent and not scale.is_percent and _SHARES.low <= figure.number <= _SHARES.high:
        return None  # the share of those who gave the best answers
    inside = scale.low <= figure.number <= scale.high
    return None if inside else f"off its scale of {scale}"


@rule(
    "KPI013",
    "target-out-of-range",
    summary="a measure can never have the figure that its target or baseline says",
    claims=("2.6",),
)
def target_out_of_range(graph: Graph) -> Iterator[Flaw]:
    """Find targets and baselines that lie off the scale of their KPI."""
    for kpi in graph.kpis.values():
        target = kpi.target.figure if kpi.target is not None else None
        for field, figure in (("baseline", kpi.baseline), ("target", target)):
            why = _impossible(kpi, figure) if figure is not None else None
            if why is not None:
                yield flaw(
                    kpi,
                    f"KPI '{kpi.id}' has the {field} {figure}, which is {why}",
                    f"set `{field}` to a figure that it can have, or `scale` to the one that is used",
                    at=field,
                )
