from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import Scale, metric_of

from .asked import described_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def _possible_scales(kpi: KPI) -> list[str]:
    """Return the scales that a KPI's figures may be meant on; none where its own is stated."""
    metric = metric_of(kpi)
    stated = (kpi.target.figure if kpi.target is not None else None, kpi.baseline)
    figures = [figure.number for figure in stated if figure is not None and not figure.is_percent]
    if metric is None or kpi.scale is not None or not figures:
        return []
    usual = [scale for scale in map(Scale.parse, metric.usual) if not scale.is_percent]
    fit = (scale for scale in usual if all(scale.low <= number <= scale.high for number in figures))
    return [str(scale) for scale in fit]


@rule(
    "KPI003",
    "kpi-not-specific",
    summary="nobody can tell what the figures of a measure mean",
    claims=("2.6",),
)
def kpi_not_specific(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find KPIs that may be meant on several scales; an exemplary one also says how it is worked out."""
    for kpi in described_kpis(graph):
        scales = _possible_scales(kpi)
        if len(scales) > 1:
            message = f"KPI '{kpi.id}' has figures that may be meant on a scale of {' or '.join(scales)}"
            yield flaw(kpi, message, f"set `scale` to the one that is asked by, such as `{scales[0]}`")
        elif profile == "exemplary" and metric_of(kpi) is None and kpi.formula is None:
            message = f"KPI '{kpi.id}' does not say how it is worked out"
            hint = "say in `formula` what is counted and divided by what, or name a known `metric`"
            yield flaw(kpi, message, hint, severity="info")
