from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import scale_of

from .directions import aim_of, aims_at_the_worse, gap_of
from .of_people import is_of_people
from .parts import best_from_parts, parts_of_kpis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def _share_of_the_way(kpi: KPI) -> Decimal | None:
    """Return how much of the way from the baseline to the end of its scale a KPI is to go."""
    scale, gap, baseline = scale_of(kpi), gap_of(kpi), kpi.baseline
    if scale is None or gap is None or baseline is None or scale.is_percent != baseline.is_percent:
        return None
    way = scale.high - baseline.number if aim_of(kpi) == "up" else baseline.number - scale.low
    return gap / way if way > 0 else None


@rule(
    "KPI005",
    "kpi-not-achievable",
    summary="a target cannot be reached, or only in a leap that people do not make",
    claims=("2.6",),
    requires=("absolute-target",),
)
def kpi_not_achievable(graph: Graph, *, largest_leap: float = 0.5) -> Iterator[Flaw]:
    """Find targets that their parts do not add up to, and leaps in what people feel or choose."""
    parts = parts_of_kpis(graph)
    leap = Decimal(str(largest_leap))
    in_trouble = {kpi for plan in graph.recovery_plans.values() for kpi in plan.headline}
    for kpi in graph.kpis.values():
        best = best_from_parts(kpi, parts.get(kpi.id, ()))
        if best is not None:
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is to be '{kpi.target}', and its parts, each on target, make {best}",
                "set this target to what the parts add up to, or theirs to what it takes",
                at="target",
            )
            continue
        way = _share_of_the_way(kpi)
        if way is None or way <= leap or kpi.id in in_trouble:
            continue
        if is_of_people(kpi) and not aims_at_the_worse(kpi):
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is to go from {kpi.baseline} to '{kpi.target}', in one leap"
                f" {way:.0%} of the way to perfect",
                f"set a target on the way there; at most {leap:.0%} of it is taken as within reach",
                at="target",
            )
