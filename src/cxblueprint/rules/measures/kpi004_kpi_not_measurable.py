from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import scale_of

from .asked import described_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def _does_not_compare(kpi: KPI) -> tuple[str, str] | None:
    """Return which two of a KPI's figures cannot be held against each other, in words, and the way out."""
    target, baseline, scale = kpi.target, kpi.baseline, scale_of(kpi)
    if target is None or target.figure is None:
        return None
    if baseline is not None and baseline.is_percent != target.figure.is_percent:
        alike = "write both as shares, with a percent sign, or neither"
        return f"its baseline is {baseline} and its target '{target}'", alike
    if scale is not None and scale.is_percent and not target.figure.is_percent:
        sign = "write target and baseline with a percent sign, or set the `scale` that is used"
        return f"its scale is {scale} and its target '{target}'", sign
    return None


@rule(
    "KPI004",
    "kpi-not-measurable",
    summary="nobody can tell whether a measure has reached its target",
    claims=("2.6",),
)
def kpi_not_measurable(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find KPIs whose figures do not compare; an exemplary one says where they come from, and how often."""
    for kpi in described_kpis(graph):
        apart = _does_not_compare(kpi)
        if apart is not None:
            what, hint = apart
            yield flaw(kpi, f"KPI '{kpi.id}' cannot be held against its target: {what}", hint, at="target")
        elif profile == "exemplary" and kpi.source is None:
            message = f"KPI '{kpi.id}' has a target, and its figures come from nowhere"
            yield flaw(kpi, message, "say in `source` who counts it, and where")
        elif profile == "exemplary" and kpi.cadence is None:
            message = f"KPI '{kpi.id}' does not say how often there is a new figure"
            yield flaw(kpi, message, "set `cadence`, such as `1w`, `1mo` or `continuous`", severity="info")
