"""Promises and standards as they are declared, for the reckoning: their targets, clocks and paths."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .clocks import Clock
from .promises import Leg, Point, Promised, Reckoning, reckon

if TYPE_CHECKING:
    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise, ServiceStandard


def promised_time(graph: Graph, promise: Promise) -> Promised | None:
    """Return the time that a customer was told, or None where none was, or nobody knows its clock."""
    clock = clock_of(graph, promise.clock)
    if (
        promise.target is None
        or promise.target.kind != "within"
        or promise.target.limit is None
        or clock is None
    ):
        return None
    share = promise.target.share
    return Promised(promise.target.limit, clock, None if share is None else Fraction(share))


def clock_of(graph: Graph, calendar: str | None) -> Clock | None:
    """Return a calendar as a clock, one that never stops for none; None where it is not declared."""
    if calendar is None:
        return Clock()
    found = graph.calendars.get(calendar)
    return Clock(found) if found is not None else None


def leg_of(graph: Graph, name: str, *, today: bool = False) -> Leg:
    """Return a standard as a leg, without a point where it sets no time or its clock is unknown.

    Args:
        graph: where it is declared.
        name: its id.
        today: take the share that is attained today at its limit, not the one that is to be.
    """
    standard = graph.standards.get(name)
    clock = clock_of(graph, standard.clock or graph.blueprint.clock) if standard is not None else None
    if standard is None or clock is None:
        return Leg(name, Clock())
    target = standard.target
    if target is None or target.kind != "within" or target.limit is None:
        return Leg(name, clock)
    share = _share_today(standard) if today else target.share
    return Leg(name, clock, (Point(target.limit, None if share is None else Fraction(share)),))


def _share_today(standard: ServiceStandard) -> Fraction | None:
    baseline = standard.baseline
    if baseline is None or not baseline.is_percent or not 0 <= baseline.number <= 100:  # noqa: PLR2004  # in per cent
        return None
    return Fraction(baseline.number) / 100


def reckoned(graph: Graph, promise: Promise, *, today: bool = False) -> Reckoning | None:
    """Return whether the standards on a promise's path can keep it; None where there is nothing to reckon.

    With `today`, whether they keep it as they are attained today.
    """
    told = promised_time(graph, promise)
    groups = [(group,) if isinstance(group, str) else group for group in promise.path]
    if told is None or not any(groups):
        return None
    path = tuple(tuple(leg_of(graph, name, today=today) for name in group) for group in groups)
    return reckon(path, told)
