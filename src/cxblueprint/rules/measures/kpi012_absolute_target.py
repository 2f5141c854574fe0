from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Scale, polarity_of, scale_of

from .of_people import CHOSEN, is_of_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI

_PERCENT = Scale.parse("0-100%")


def _reaches_the_end(kpi: KPI) -> bool:
    """Tell whether a target is an end of the KPI's scale; where the scale is not known, it is not."""
    target, scale = kpi.target, scale_of(kpi)
    if target is None or target.figure is None:
        return False
    better = "up" if target.kind == "at least" else "down"
    if polarity_of(kpi) not in (None, better):
        return False  # a target against polarity is another flaw
    if scale is None or scale.is_percent != target.figure.is_percent:
        scale = _PERCENT if target.figure.is_percent else None
    if target.kind == "at least":
        return scale is not None and target.figure.number >= scale.high
    if scale is not None:
        return target.figure.number <= scale.low
    return kpi.metric in CHOSEN and target.figure.number <= 0


@rule(
    "KPI012",
    "absolute-target",
    summary="a measure of what people feel or choose is to reach the end of its scale",
    claims=("2.6",),
)
def absolute_target(graph: Graph) -> Iterator[Flaw]:
    """Find perception, retention and complaint measures set to the end of their scale."""
    for kpi in graph.kpis.values():
        if is_of_people(kpi) and _reaches_the_end(kpi):
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is set to the end of its scale ({kpi.target}), which people never reach",
                "set a target that is better than today and can be reached by its due date",
                at="target",
            )
