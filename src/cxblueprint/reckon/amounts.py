"""What was reckoned as people say it, never better than it is."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from cxblueprint.model import Duration

if TYPE_CHECKING:
    from fractions import Fraction

    from cxblueprint.model.durations import Unit

    from .days import Moment

_UNITS: tuple[tuple[int, Unit], ...] = ((86_400, "d"), (3600, "h"), (60, "min"))


def in_percent(share: Fraction, *, up: bool = False) -> str:
    """Return a share to a tenth of a percent, rounded down unless `up`."""
    tenths = (math.ceil if up else math.floor)(share * 1000)
    return f"{max(Decimal(tenths) / 10, Decimal(0)).normalize():f}%"


def in_durations(seconds: Moment) -> tuple[Duration, ...]:
    """Return a length of time in days, hours and minutes, the largest first, rounded up to a minute."""
    left, found = math.ceil(seconds / 60) * 60, []
    for size, unit in _UNITS:
        count, left = divmod(left, size)
        found += [Duration(Decimal(count), unit)] if count else []
    return tuple(found)
