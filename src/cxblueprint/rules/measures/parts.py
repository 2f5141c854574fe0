"""What a KPI comes to when each of its parts is on target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Figure

from .directions import aim_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def parts_of_kpis(graph: Graph) -> dict[str, list[KPI]]:
    """Return the KPIs that roll up to each KPI, by its id; what rolls up to itself is no part."""
    parts: dict[str, list[KPI]] = {}
    for kpi in graph.kpis.values():
        if kpi.rolls_up_to is not None and kpi.rolls_up_to != kpi.id:
            parts.setdefault(kpi.rolls_up_to, []).append(kpi)
    return parts


def best_from_parts(kpi: KPI, parts: Sequence[KPI]) -> Figure | None:
    """Return what a KPI reaches when all its parts just meet their targets and that is not enough.

    None where it is enough, or where it cannot be told: the parts are not worked out alike, one of them
    has no target, or theirs point elsewhere. Of a weighted average the best part is the bound, as the
    weights are not known.
    """
    target = kpi.target
    ways = {part.aggregation for part in parts}
    if target is None or target.figure is None or len(ways) != 1:
        return None
    figures = [part.target.figure for part in parts if part.target is not None]
    numbers = [
        figure.number
        for figure in figures
        if figure is not None and figure.is_percent == target.figure.is_percent
    ]
    if len(numbers) != len(parts) or {aim_of(part) for part in parts} != {aim_of(kpi)}:
        return None
    upwards = aim_of(kpi) == "up"
    reached = _together(ways.pop(), numbers, upwards=upwards)
    if reached is None or (reached >= target.figure.number if upwards else reached <= target.figure.number):
        return None
    return Figure(reached, target.figure.is_percent)


def _together(way: str | None, numbers: Iterable[Decimal], *, upwards: bool) -> Decimal | None:
    """Return what figures come to together, or None where nobody has said how."""
    figures = list(numbers)
    match way:
        case "sum":
            return sum(figures[1:], figures[0])
        case "average":
            return round(sum(figures[1:], figures[0]) / len(figures), 2)
        case "minimum":
            return min(figures)
        case "maximum":
            return max(figures)
        case "weighted-average":
            return max(figures) if upwards else min(figures)
        case _:
            return None
