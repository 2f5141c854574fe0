"""A reckoning in words."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.reckon import Moment, Reckoning

_UNITS = ((86_400, "d"), (3600, "h"), (60, "min"))


def in_percent(share: Fraction, *, up: bool = False) -> str:
    """Return a share to a tenth of a percent, rounded down unless `up`."""
    tenths = (math.ceil if up else math.floor)(share * 1000)
    return f"{max(Decimal(tenths) / 10, Decimal(0)).normalize():f}%"


def length(seconds: Moment) -> str:
    """Return a length of time in days, hours and minutes, such as `2d 3h`, rounded up to a minute."""
    left, words = math.ceil(seconds / 60) * 60, []
    for size, unit in _UNITS:
        count, left = divmod(left, size)
        words += [f"{count}{unit}"] if count else []
    return " ".join(words)


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
