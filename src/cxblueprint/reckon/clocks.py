"""When a limit is over: opening hours, holidays, cut-offs and time zones, to the second.

How a limit is read, for something that arrives at a moment:

- **Hours, days of 24 hours and weeks** run while the clock runs: `4h` on a clock with opening hours are four
  open hours, and `2d` are 48 of them, since `2d` equals `48h` everywhere. Without a calendar the clock never
  stops.
- **Business days** end with a day: `2bd` is the end of the second business day after the day on which it
  arrives, and `0bd` the end of that day. What arrives after closing, on a day without hours or after the
  cut-off counts as arriving on the next business day; what arrives at the very moment of closing, or of the
  cut-off, is still in time. Business days are the days with opening hours but for the holidays, and Monday
  to Friday where a calendar states no hours, or there is no calendar. A part of a business day is that part
  of its open hours; `1.5bd` is never over before `1bd`.
- **Months and years** end with a day too: `1mo` is the end of the day with the same number in the next
  month, or of that month's last day. They take no notice of opening hours.

Moments are seconds since the beginning of 1970, UTC: whole numbers, or fractions where a part of a day makes
them.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
import math
from fractions import Fraction
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .days import EVERY_DAY, MONDAY_TO_FRIDAY, Days, Moment, exact, is_always_open, weekly_hours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Calendar, Duration

_MONTHS_OF_A_YEAR = 12


class Clock:
    """A calendar as a clock: it tells when a limit is over for what arrives at a moment.

    Args:
        calendar: when the clock runs; None for one that never stops.
    """

    def __init__(self, calendar: Calendar | None = None) -> None:
        self.calendar = calendar
        self.zone = ZoneInfo(calendar.time_zone) if calendar and calendar.time_zone else dt.UTC
        weekly = weekly_hours(calendar)
        self.never_stops = calendar is None or (is_always_open(calendar) and not calendar.cut_off)
        self._open = Days(weekly or EVERY_DAY, calendar, self.zone)
        self._business = self._open if weekly else Days(MONDAY_TO_FRIDAY, calendar, self.zone)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Clock) and self.calendar == other.calendar

    def __hash__(self) -> int:
        return hash(self.calendar.id if self.calendar else None)

    def over(self, arrival: Moment, limit: Duration, *, just_after: bool = False) -> Moment:
        """Return the moment at which a limit is over for what arrives at a moment.

        Later arrivals are never over sooner.

        Args:
            arrival: when it arrives.
            limit: the limit.
            just_after: take what arrives an instant later than `arrival`; the answer is what that comes
                to as the instant vanishes.

        Raises:
            OverflowError: the limit ends generations from now.
        """
        if limit.clock == "months":
            return self._months_on(arrival, limit, just_after=just_after)
        if limit.unit == "bd":
            return self._business_days_on(arrival, Fraction(limit.amount), just_after=just_after)
        length = exact(limit.seconds or 0)
        if self.never_stops or not length:
            return arrival + length
        return self._open.advance(arrival, length, just_after=just_after)

    def turning_points(self, limit: Duration, since: Moment, until: Moment) -> Iterator[Moment]:
        """Yield every moment between two at which `over` may bend or jump, in no order, maybe more than once.

        Raises:
            OverflowError: the limit ends generations from now.
        """
        if limit.clock == "months":
            yield from self._midnights(since, until)
        elif limit.unit == "bd":
            yield from self._business.arrivals_change(since, until)
            if limit.amount % 1:
                yield from self._business.bends(Fraction(limit.amount), since, until, in_days=True)
        elif not self.never_stops:
            yield from self._open.arrivals_change(since, until)
            yield from self._open.bends(exact(limit.seconds or 0), since, until)

    def moment(self, when: dt.datetime) -> int:
        """Return a date and time as a moment; without a time zone of its own it is in the clock's."""
        return int((when if when.tzinfo else when.replace(tzinfo=self.zone)).timestamp())

    def local(self, moment: Moment) -> dt.datetime:
        """Return a moment as date and time in the clock's time zone, to the second below.

        Raises:
            OverflowError: it lies beyond the calendar.
        """
        try:
            return dt.datetime.fromtimestamp(math.floor(moment), self.zone)
        except (ValueError, OSError) as error:
            msg = f"{moment} seconds from 1970 is no date"
            raise OverflowError(msg) from error

    def _business_days_on(self, arrival: Moment, amount: Fraction, *, just_after: bool) -> Moment:
        whole = math.floor(amount)
        if amount == whole:
            return self._business.closing(arrival, whole, just_after=just_after)
        part = self._business.advance(arrival, amount, just_after=just_after, in_days=True)
        return max(part, self._business.closing(arrival, whole, just_after=just_after)) if whole else part

    def _months_on(self, arrival: Moment, limit: Duration, *, just_after: bool) -> Moment:
        """A day is the time after its midnight up to and with the next, as business days are."""
        second = math.floor(arrival) if just_after else math.ceil(arrival) - 1
        day = self.local(second).date()
        count = int(limit.amount) * (_MONTHS_OF_A_YEAR if limit.unit == "y" else 1)
        years, month = divmod(day.month - 1 + count, _MONTHS_OF_A_YEAR)
        year, month = day.year + years, month + 1
        if year >= dt.MAXYEAR:
            msg = f"{limit} after {day} is no date"
            raise OverflowError(msg)
        last = months.monthrange(year, month)[1]
        return self._midnight(dt.date(year, month, min(day.day, last)) + dt.timedelta(days=1))

    def _midnight(self, day: dt.date) -> int:
        return self.moment(dt.datetime(day.year, day.month, day.day, tzinfo=self.zone))

    def _midnights(self, since: Moment, until: Moment) -> Iterator[int]:
        day = self.local(since).date()
        while (at := self._midnight(day)) < until:
            if at > since:
                yield at
            day += dt.timedelta(days=1)
