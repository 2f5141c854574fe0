"""Which way a KPI is to move."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from cxblueprint.model import polarity_of

if TYPE_CHECKING:
    from cxblueprint.model import KPI


def aim_of(kpi: KPI) -> Literal["up", "down"] | None:
    """Return which way a target's figure points, or None where it has none."""
    if kpi.target is None or kpi.target.figure is None:
        return None
    return "up" if kpi.target.kind == "at least" else "down"


def aims_at_the_worse(kpi: KPI) -> bool:
    """Tell whether a target points where the KPI gets worse; it does not where that is not known."""
    aim, better = aim_of(kpi), polarity_of(kpi)
    return aim is not None and better is not None and aim != better


def gap_of(kpi: KPI) -> Decimal | None:
    """Return how far a KPI is to go from its baseline, or None where the two do not compare.

    It is 0 or less where a level is to be held. A time with a share, such as `90% within 4h`, compares
    with a baseline in percent.
    """
    target, baseline = kpi.target, kpi.baseline
    if target is None or baseline is None:
        return None
    if target.share is not None:
        return target.share * 100 - baseline.number if baseline.is_percent else None
    if target.figure is None or target.figure.is_percent != baseline.is_percent:
        return None
    step = target.figure.number - baseline.number
    return step if aim_of(kpi) == "up" else -step
