"""The days on which a clock runs, and how time adds up over them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from cxblueprint.model.setting import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxblueprint.model import Calendar

Moment: TypeAlias = int | Fraction
Hours: TypeAlias = tuple[tuple[int, int], ...]
"""Minutes since midnight from which to which somebody is there, in order and apart from each other."""

_MIDNIGHT = 24 * 60
_ALL_DAY: Hours = ((0, _MIDNIGHT),)
EVERY_DAY: Mapping[int, Hours] = dict.fromkeys(range(7), _ALL_DAY)
MONDAY_TO_FRIDAY: Mapping[int, Hours] = dict.fromkeys(range(5), _ALL_DAY)
_CHUNK = 70
"""Days that are worked out at a time."""
_LONGEST = 60 * 366
"""Days after which nobody asks any more: an end so far away is a mistake."""
_FAR = 366 * 24 * 3600
"""Seconds ahead of what is worked out after which it is quicker to begin anew."""


def exact(number: Moment) -> Moment:
    """Return a fraction as a whole number where it is one: whole numbers are quicker."""
    return number if isinstance(number, int) or number.denominator > 1 else int(number)


def minutes(time: str) -> int:
    """Return a time of day such as `16:00` as minutes since midnight."""
    return int(time[:2]) * 60 + int(time[3:])


def weekly_hours(calendar: Calendar | None) -> Mapping[int, Hours]:
    """Return the opening hours by weekday, Monday being 0; overlaps are joined, days without any left out."""
    by_day: dict[int, list[tuple[int, int]]] = {}
    for hours in calendar.hours if calendar else ():
        for day in range(WEEKDAYS.index(hours.first), WEEKDAYS.index(hours.last) + 1):
            by_day.setdefault(day, []).append((minutes(hours.opens), minutes(hours.closes)))
    return {day: tuple(_joined(sorted(spans))) for day, spans in by_day.items()}


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = spans[0]
    for opens, closes in spans[1:]:
        if opens > end:
            yield start, end
            start, end = opens, closes
        end = max(end, closes)
    yield start, end


def is_always_open(calendar: Calendar) -> bool:
    """Tell whether a calendar states no hours, or all of the week, and no holiday."""
    weekly = weekly_hours(calendar)
    all_day = all(weekly.get(day) == _ALL_DAY for day in range(7))
    return not calendar.holidays and (not weekly or all_day)


class Days:
    """The days on which a clock runs, worked out as far as anybody asks.

    Time adds up over the spans in which the clock runs, in seconds or in days; a day's spans together are
    one day. A span takes its last moment with it, not its first: what arrives at closing is in time.
    """

    def __init__(self, weekly: Mapping[int, Hours], calendar: Calendar | None, zone: dt.tzinfo) -> None:
        self._weekly = weekly
        self._holidays = frozenset(calendar.holidays) if calendar else frozenset()
        self._cut_off = minutes(calendar.cut_off) if calendar and calendar.cut_off else None
        self._zone = zone
        self._begin_at(dt.date(2026, 12, 1))

    def _begin_at(self, day: dt.date) -> None:
        self._first = self._next = day
        self._starts_at = self._ends_at = self._moment(day, 0)
        self.cuts: list[int] = []
        """By day: the last moment that still counts as arriving on it."""
        self.closings: list[int] = []
        self.openings: list[int] = []
        self.starts: list[int] = []
        """By span: when it starts, when it ends, and what has added up before it."""
        self.ends: list[int] = []
        self.seconds: list[Moment] = [0]
        self.days: list[Moment] = [0]

    def _moment(self, day: dt.date, minute: int) -> int:
        day += dt.timedelta(days=minute // _MIDNIGHT)
        hour, minute = divmod(minute % _MIDNIGHT, 60)
        return int(dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=self._zone).timestamp())

    def _reach(self, moment: Moment) -> None:
        """Begin anew where a moment lies before what is worked out, or far ahead of it."""
        if self._starts_at < moment <= self._ends_at + _FAR:
            return
        try:
            when = dt.datetime.fromtimestamp(int(moment), self._zone)
        except (ValueError, OSError) as error:
            msg = f"{moment} seconds from 1970 is no date"
            raise OverflowError(msg) from error
        self._begin_at(when.date() - dt.timedelta(days=2))

    def _extend(self) -> None:
        if (self._next - self._first).days > _LONGEST:
            msg = f"no end within {_LONGEST // 366} years"
            raise OverflowError(msg)
        for _ in range(_CHUNK):
            self._add(self._next)
            self._next += dt.timedelta(days=1)
        self._ends_at = self._moment(self._next, 0)

    def _add(self, day: dt.date) -> None:
        if day in self._holidays:
            return
        at = [
            (self._moment(day, opens), self._moment(day, closes))
            for opens, closes in self._weekly.get(day.weekday(), ())
        ]
        # When the clocks are put forward, an hour in the night may have no length.
        spans = [(start, end) for start, end in at if start < end]
        if not spans:
            return
        closing = spans[-1][1]
        cut = closing if self._cut_off is None else min(closing, self._moment(day, self._cut_off))
        length = sum(end - start for start, end in spans)
        self.openings.append(spans[0][0])
        self.closings.append(closing)
        self.cuts.append(cut)
        for start, end in spans:
            self.starts.append(start)
            self.ends.append(end)
            self.seconds.append(self.seconds[-1] + end - start)
            self.days.append(self.days[-1] + Fraction(end - start, length))
        self.days[-1] = len(self.cuts)

    def _day_of(self, arrival: Moment, *, just_after: bool) -> int:
        """Return the place of the day on which something counts as arriving."""
        while not self.cuts or self.cuts[-1] <= arrival:
            self._extend()
        return (bisect_right if just_after else bisect_left)(self.cuts, arrival)

    def closing(self, arrival: Moment, days: int, *, just_after: bool) -> int:
        """Return when the day closes that comes some business days after the one of an arrival."""
        self._reach(arrival)
        wanted = self._day_of(arrival, just_after=just_after) + days
        while wanted >= len(self.closings):
            self._extend()
        return self.closings[wanted]

    def _measured(self, arrival: Moment, sums: list[Moment], *, just_after: bool) -> tuple[Moment, bool]:
        """Return what has added up when an arrival counts, and whether it grows as the arrival does."""
        counts_from = max(arrival, self.openings[self._day_of(arrival, just_after=just_after)])
        span = bisect_right(self.starts, counts_from) - 1
        if counts_from >= self.ends[span]:
            return sums[span + 1], False
        passed = counts_from - self.starts[span]
        if sums is self.days:
            passed *= Fraction(sums[span + 1] - sums[span]) / (self.ends[span] - self.starts[span])
        return exact(sums[span] + passed), counts_from == arrival

    def _when(self, span: int, goal: Moment, sums: list[Moment]) -> Moment:
        passed = goal - sums[span]
        if sums is self.days:
            passed *= Fraction(self.ends[span] - self.starts[span]) / (sums[span + 1] - sums[span])
        return exact(self.starts[span] + passed)

    def advance(
        self, arrival: Moment, amount: Moment, *, just_after: bool = False, in_days: bool = False
    ) -> Moment:
        """Return when as much time has added up since an arrival: seconds, or parts of days."""
        self._reach(arrival)
        sums = self.days if in_days else self.seconds
        done, grows = self._measured(arrival, sums, just_after=just_after)
        goal = done + amount
        while sums[-1] <= goal:
            self._extend()
        search = bisect_right if just_after and grows else bisect_left
        return self._when(search(sums, goal) - 1, goal, sums)

    def arrivals_change(self, since: Moment, until: Moment) -> Iterator[Moment]:
        """Yield when, between two moments, days are cut off and spans start and end."""
        self._reach(since)
        self._day_of(since, just_after=False)
        self._day_of(until, just_after=True)
        for moments in (self.cuts, self.starts, self.ends):
            yield from moments[bisect_right(moments, since) : bisect_left(moments, until)]

    def bends(
        self, amount: Moment, since: Moment, until: Moment, *, in_days: bool = False
    ) -> Iterator[Moment]:
        """Yield the arrivals, between two moments, after which an amount has added up as a span ends."""
        self._reach(since)
        sums = self.days if in_days else self.seconds
        first, _ = self._measured(since, sums, just_after=False)
        last, _ = self._measured(until, sums, just_after=True)
        while sums[-1] <= last + amount:
            self._extend()
        for goal in sums[bisect_left(sums, first + amount) : bisect_right(sums, last + amount)]:
            wanted = goal - amount
            moment = self._when(bisect_right(sums, wanted) - 1, wanted, sums)
            if since < moment < until:
                yield moment
