"""When a KPI is read."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.model import Cadence


def day_of_the_second_reading(start: dt.date | None, cadence: Cadence | None) -> dt.date | None:
    """Return the day on which there are two new figures since `start`, or None where nobody can tell.

    Business days count as days, so that the day is never later than it is by any calendar.
    """
    if start is None or cadence is None or cadence.every is None:
        return None
    every = cadence.every
    if every.clock == "months":
        return _months_later(start, 2 * int(every.amount) * (12 if every.unit == "y" else 1))
    seconds = every.seconds
    days = int(2 * every.amount) if seconds is None else int(2 * seconds / 86_400)
    try:
        return start + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max


def _months_later(start: dt.date, months: int) -> dt.date:
    """Return the same day of a later month, or its last where it is shorter."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
