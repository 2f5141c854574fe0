"""When a journey is to be held against reality again."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.model import Duration


def review_due(reviewed: dt.date, every: Duration) -> dt.date | None:
    """Return the day by which a review is to be repeated.

    A month later is the same day of the next month, or its last. None where nobody can say: how long business
    days are depends on a calendar, and some days lie beyond it.
    """
    try:
        if every.seconds is not None:
            return reviewed + dt.timedelta(seconds=float(every.seconds))
        return _months_later(reviewed, _months(every)) if every.clock == "months" else None
    except (OverflowError, ValueError):
        return None


def _months(every: Duration) -> int:
    return int(every.amount) * (12 if every.unit == "y" else 1)


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
