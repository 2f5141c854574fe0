from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Figure, ServiceStandard


def _lead(standard: ServiceStandard, other: Figure | None) -> Decimal | None:
    """Return by how much a standard asks for more than a figure; None where the two do not compare."""
    level = standard.target.level if standard.target is not None else None
    if level is None or other is None or level.is_percent != other.is_percent:
        return None
    less_is_better = standard.target is not None and standard.target.kind == "at most"
    return other.number - level.number if less_is_better else level.number - other.number


def _is_low(standard: ServiceStandard, margin: int) -> str | None:
    """Return what a standard falls short of, or None where its bar is high enough."""
    others, today = _lead(standard, standard.benchmark), _lead(standard, standard.baseline)
    if others is not None:
        held = today is not None and today < others  # we are better than others, and ask at least for theirs
        return f"others attain {standard.benchmark}" if others < 0 or (others == 0 and not held) else None
    if today is None or standard.baseline is None:
        return None
    percent = standard.baseline.is_percent
    usual = Decimal(margin) if percent else abs(standard.baseline.number) * margin / 100
    return f"{standard.baseline} is attained today" if -today > usual else None


@rule(
    "STD009",
    "low-bar",
    summary="a standard asks for no more than others attain, or for much less than is attained today",
    claims=("1.8",),
)
def low_bar(graph: Graph, *, margin: int = 5) -> Iterator[Flaw]:
    """Find standards that are kept without trying; `margin` is in points, or in per cent of a figure."""
    for standard in graph.standards.values():
        short_of = _is_low(standard, margin) if standard.obligation is None else None
        if short_of is not None:
            yield flaw(
                standard,
                f"standard '{standard.id}' sets the bar low: it asks for {standard.target}, and {short_of}",
                "tighten `target` beyond that level, one step at a time",
                at="target",
            )
