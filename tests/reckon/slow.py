"""Calendars drawn at random, and a slow second opinion on every clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from cxblueprint.model import Calendar, Duration

QUARTER = 15 * 60
BEGIN = dt.datetime(2027, 3, 24, tzinfo=dt.UTC)
"""A Wednesday; on the Sunday after it summer time begins in Europe."""
DAYS = 9

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def minutes_of(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def _time(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


@st.composite
def hours(draw: st.DrawFn) -> str:
    first, last = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    opens = draw(st.integers(0, 95))
    closes = draw(st.integers(opens + 1, 96))
    return f"{_NAMES[first]}-{_NAMES[last]} {_time(opens)}-{_time(closes)}"


def calendars() -> st.SearchStrategy[Calendar]:
    """Return calendars with any hours to the quarter; they shrink to one that never stops."""
    holidays = st.lists(
        st.integers(0, DAYS).map(lambda day: (BEGIN + dt.timedelta(days=day)).date()), max_size=3
    )
    return st.builds(
        lambda hours, zone, holidays, cut_off: Calendar(
            id="c", name="C", hours=hours, time_zone=zone, holidays=holidays, cut_off=cut_off
        ),
        st.lists(hours(), max_size=3),
        st.sampled_from([None, "Europe/Berlin", "America/New_York"]),
        holidays,
        st.none() | st.integers(0, 95).map(_time),
    )


def limits(most: int = 80) -> st.SearchStrategy[Duration]:
    """Return limits of quarters of an hour, or of whole business days, or of a month or two."""
    return st.one_of(
        st.integers(1, most).map(lambda quarters: Duration.parse(f"{quarters * 15}min")),
        st.integers(0, 4).map(lambda days: Duration.parse(f"{days}bd")),
        st.integers(1, 2).map(lambda months: Duration.parse(f"{months}mo")),
    )


class SlowClock:
    """A calendar as a clock that looks at each quarter of an hour whether it runs.

    A quarter belongs to the day on which it begins. Moments are minutes since `BEGIN`; a moment that is no
    beginning of a quarter lies within one.
    """

    def __init__(self, calendar: Calendar | None) -> None:
        self.calendar = calendar
        self.zone = ZoneInfo(calendar.time_zone) if calendar and calendar.time_zone else dt.UTC

    def local(self, minute: int) -> dt.datetime:
        return (BEGIN + dt.timedelta(minutes=minute)).astimezone(self.zone)

    def runs(self, quarter: int, *, business: bool) -> bool:
        now = self.local(quarter * 15)
        if self.calendar and now.date() in self.calendar.holidays:
            return False
        hours = self.calendar.hours if self.calendar else ()
        if not hours:
            return now.weekday() < 5 or not business
        minute = now.hour * 60 + now.minute
        return any(
            _NAMES.index(span.first) <= now.weekday() <= _NAMES.index(span.last)
            and minutes_of(span.opens) <= minute < minutes_of(span.closes)
            for span in hours
        )

    def _counts_on(self, arrival: int, *, business: bool) -> list[int]:
        """Return the quarters of the day on which an arrival counts, from the day's first on."""
        cut_off = self.calendar.cut_off if self.calendar else None
        quarter = (arrival - 1) // 15 - 4 * 24
        while True:
            day = self.local(quarter * 15).date()
            of_the_day: list[int] = []
            while self.local(quarter * 15).date() == day:
                if self.runs(quarter, business=business):
                    of_the_day.append(quarter)
                quarter += 1
            if not of_the_day or (of_the_day[-1] + 1) * 15 < arrival:
                continue
            if cut_off:
                at = dt.datetime.combine(day, dt.time.fromisoformat(cut_off), self.zone)
                if (at - BEGIN).total_seconds() / 60 < arrival:
                    continue
            return of_the_day

    def over(self, arrival: int, limit: Duration) -> int:
        """Return when a limit is over for what arrives at a minute."""
        if limit.unit == "mo":
            day = self.local(arrival - 1).date()
            wanted = day.replace(day=1)
            for _ in range(int(limit.amount)):
                wanted = (wanted + dt.timedelta(days=31)).replace(day=1)
            month = wanted.month
            while wanted.day < day.day and (wanted + dt.timedelta(days=1)).month == month:
                wanted += dt.timedelta(days=1)
            midnight = dt.datetime.combine(wanted + dt.timedelta(days=1), dt.time(), self.zone)
            return int((midnight - BEGIN).total_seconds()) // 60
        if limit.unit == "bd":
            of_the_day = self._counts_on(arrival, business=True)
            for _ in range(int(limit.amount)):
                of_the_day = self._next_day(of_the_day[-1])
            return (of_the_day[-1] + 1) * 15
        if self.calendar is None:
            return arrival + int((limit.seconds or 0) / 60)
        minute = max(arrival, self._counts_on(arrival, business=False)[0] * 15)
        left = int((limit.seconds or 0) / 60)
        while left:
            minute += 1
            left -= self.runs((minute - 1) // 15, business=False)
        return minute

    def _next_day(self, quarter: int) -> list[int]:
        day = self.local(quarter * 15).date()
        while self.local(quarter * 15).date() == day:
            quarter += 1
        while True:
            day = self.local(quarter * 15).date()
            found = []
            while self.local(quarter * 15).date() == day:
                if self.runs(quarter, business=True):
                    found.append(quarter)
                quarter += 1
            if found:
                return found
