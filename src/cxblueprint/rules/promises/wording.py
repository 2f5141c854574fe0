"""A reckoning in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cxblueprint.reckon import in_durations, in_percent

if TYPE_CHECKING:
    from cxblueprint.reckon import Moment, Reckoning


def length(seconds: Moment) -> str:
    """Return a length of time in days, hours and minutes, such as `2d 3h`, rounded up to a minute."""
    return " ".join(map(str, in_durations(seconds)))


def times(reckoning: Reckoning, *, dated: bool) -> str:
    """Return how long the standards of a promise take when they are too slow.

    Args:
        reckoning: what was found.
        dated: tell the date of the worst arrival: where there are holidays, the weekday is not enough.
    """
    if reckoning.total is not None:
        return f"its standards take {reckoning.total}"
    if reckoning.late is None:
        return "its standards take longer"
    arrival = (
        f"{reckoning.clock.local(reckoning.late.arrival):{'%A %Y-%m-%d %H:%M' if dated else '%A %H:%M'}}"
    )
    after = "just after " if reckoning.late.just_after else ""
    return f"what arrives {after}{arrival} may be {length(reckoning.late.seconds)} late"


def tightened(reckoning: Reckoning) -> str:
    """Return how a promise comes to be supported."""
    change = reckoning.tightening
    if change is None:
        return "no single standard on its path can mend it: tighten several, or promise less"
    if change.limit is not None:
        return f"bring standard '{change.leg}' down to {change.limit}, or promise a longer time"
    share = in_percent(change.share or Fraction(0), up=True)
    return f"bring standard '{change.leg}' up to {share}, or promise a smaller share"
