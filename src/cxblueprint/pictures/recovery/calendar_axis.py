"""The days of a plan along a line: real ones with their months, or working days counted from 0."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxblueprint.pictures.recovery.scene import Days
from cxblueprint.pictures.times import months_in
from cxblueprint.pictures.words import Words

_LEAST_CELL = 32.0
_WIDEST_DAY = 44.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the calendar, such as a month or a week."""

    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Axis:
    """Where each day lies between a left and a right side."""

    days: Days
    left: float
    right: float

    @cached_property
    def pitch(self) -> float:
        """How wide a day is."""
        return min(_WIDEST_DAY, (self.right - self.left) / self._count)

    @property
    def end(self) -> float:
        """The right side of the last day: short plans do not fill the line."""
        return self.left + self._count * self.pitch

    @property
    def _count(self) -> int:
        return max(
            1, self._before(self.days.last.toordinal() + 1) - self._before(self.days.first.toordinal())
        )

    @cached_property
    def _week(self) -> tuple[bool, ...]:
        """By weekday: whether it counts."""
        off = {day.weekday() for day in self.days.off} if self.days.is_relative else set[int]()
        return tuple(day not in off for day in range(7))

    def _before(self, ordinal: int) -> int:
        """Return how many days that count come before a day; ordinal 1 is a Monday."""
        weeks, rest = divmod(ordinal - 1, 7)
        return weeks * self._week.count(True) + self._week[:rest].count(True)

    def x(self, day: dt.date) -> float:
        """Return where a day begins."""
        return self._at(day.toordinal())

    def after(self, day: dt.date) -> float:
        """Return where a day is over."""
        return self._at(day.toordinal() + 1)

    def _at(self, ordinal: int) -> float:
        return self.left + (self._before(ordinal) - self._before(self.days.first.toordinal())) * self.pitch

    # What is off

    def off(self) -> Iterator[tuple[float, float]]:
        """Yield the stretches in which nobody works, where they are wide enough to be seen."""
        if self.days.is_relative or self.pitch < 4:
            return
        begin: dt.date | None = None
        for ordinal in range(self.days.first.toordinal(), self.days.last.toordinal() + 1):
            day = dt.date.fromordinal(ordinal)
            if day in self.days.off:
                begin = begin or day
            elif begin is not None:
                yield self.x(begin), self.x(day)
                begin = None
        if begin is not None:
            yield self.x(begin), self.after(self.days.last)

    # The calendar above the rows

    def cells(self, words: Words) -> tuple[list[Cell], list[Cell]]:
        """Return the upper and the lower cells of the calendar; the upper ones may be missing."""
        if self.days.is_relative:
            return [Cell(self.left, self.end, words("Working day"))], list(self._numbers())
        months = months_in(words)

        def month(day: dt.date) -> str:
            return words("{month} {year}", month=months[day.month - 1], year=day.year)

        if self.pitch * 7 >= _LEAST_CELL:
            starts = self._days if self.pitch >= 20 else self._weeks
            return list(self._cut(self._months, month)), list(self._cut(starts, lambda day: str(day.day)))
        years = list(self._cut(self._years(1), lambda day: str(day.year)))
        if self.pitch * 30 >= _LEAST_CELL:
            return years, list(self._cut(self._months, lambda day: months[day.month - 1]))
        step = next(
            (
                n
                for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
                if self.pitch * 365 * n >= _LEAST_CELL + 8
            ),
            2000,
        )
        return [], list(self._cut(self._years(step), lambda day: str(day.year)))

    def _numbers(self) -> Iterator[Cell]:
        step = next(
            (n for n in (1, 5, 10, 20, 50, 100, 250, 500, 1000) if self.pitch * n >= _LEAST_CELL),
            10 ** len(str(self._count)) // 10,
        )
        for number in range(0, self._count, step):
            right = min(self.left + (number + step) * self.pitch, self.end)
            yield Cell(self.left + number * self.pitch, right, str(number))

    def _cut(
        self, starts: Callable[[dt.date], dt.date | None], text: Callable[[dt.date], str]
    ) -> Iterator[Cell]:
        """Yield the line in cells; `starts` gives the first day of the next one, or None after the last."""
        begin: dt.date | None = self.days.first
        while begin is not None and begin <= self.days.last:
            following = starts(begin)
            right = self.end if following is None or following > self.days.last else self.x(following)
            yield Cell(self.x(begin), right, text(begin))
            begin = following

    @staticmethod
    def _days(day: dt.date) -> dt.date | None:
        return _ahead(day, 1)

    @staticmethod
    def _weeks(day: dt.date) -> dt.date | None:
        return _ahead(day, 7 - day.weekday())

    @staticmethod
    def _months(day: dt.date) -> dt.date | None:
        if day.month < 12:
            return dt.date(day.year, day.month + 1, 1)
        return dt.date(day.year + 1, 1, 1) if day.year < dt.MAXYEAR else None

    @staticmethod
    def _years(step: int) -> Callable[[dt.date], dt.date | None]:
        def following(day: dt.date) -> dt.date | None:
            year = (day.year // step + 1) * step
            return dt.date(year, 1, 1) if year <= dt.MAXYEAR else None

        return following


def _ahead(day: dt.date, days: int) -> dt.date | None:
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(ordinal) if ordinal <= dt.date.max.toordinal() else None
