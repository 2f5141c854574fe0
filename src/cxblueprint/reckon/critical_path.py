"""Dates along a plan: lead times one after another, the earliest honest date, and what it hangs on.

Work begins on the morning of its first working day and a lead time counts that day: `1bd` that begins on a
Monday is finished on this Monday, and what comes after it begins on Tuesday. Business days are working
days; hours, days and weeks run through nights and weekends; a month ends on the day before the one with the
same number.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from cxblueprint.model import Calendar, Duration
from cxblueprint.model.setting import WEEKDAYS, OpeningHours

from .clocks import Clock
from .days import Moment, weekly_hours

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_GENERATIONS = dt.timedelta(days=60 * 366)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done, and what has to be done before it."""

    id: str
    lead: Duration | None = None
    """How long it takes once it can begin; None where nobody has said, which is taken as no time."""
    after: tuple[str, ...] = ()
    """The ids of tasks; those of no task are left out."""


def working_days(calendar: Calendar | None = None) -> Clock:
    """Return the working days of a calendar as a clock on which each of them is 24 hours long.

    They are the days with opening hours, Monday to Friday where it states none, but for its holidays.
    """
    weekly = weekly_hours(calendar) or dict.fromkeys(range(5), ())
    hours = tuple(OpeningHours(WEEKDAYS[day], WEEKDAYS[day], "00:00", "24:00") for day in sorted(weekly))
    holidays = calendar.holidays if calendar else ()
    return Clock(Calendar(id="working-days", name="Working days", hours=hours, holidays=holidays))


def is_working_day(days: Clock, day: dt.date) -> bool:
    """Tell whether a day is one of the working days, as `working_days` gives them."""
    noon = days.moment(dt.datetime.combine(day, dt.time(12)))
    return days.over(noon, Duration(Decimal(1), "s")) == noon + 1


@dataclass(frozen=True)
class Schedule:
    """When each task of a plan is finished at the earliest."""

    tasks: tuple[Task, ...]
    started: dt.date
    days: Clock
    """The working days, as `working_days` gives them."""

    @cached_property
    def _by_id(self) -> Mapping[str, Task]:
        return {task.id: task for task in self.tasks}

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        """By task: what has to be done before it, but for what waits for it in turn."""
        circle = {name: set(names) for names in circles(self.tasks) for name in names}
        return {
            task.id: tuple(
                name for name in task.after if name in self._by_id and name not in circle.get(task.id, ())
            )
            for task in self.tasks
        }

    @cached_property
    def _order(self) -> tuple[str, ...]:
        """The tasks so that each comes after those before it; among equals as declared."""
        waits_for = {name: set(before) for name, before in self._before.items()}
        followers: dict[str, list[str]] = {name: [] for name in waits_for}
        for name, before in waits_for.items():
            for earlier in before:
                followers[earlier].append(name)
        order = [name for name, before in waits_for.items() if not before]
        for name in order:
            for follower in followers[name]:
                waits_for[follower].discard(name)
                if not waits_for[follower]:
                    order.append(follower)
        return tuple(order)

    @cached_property
    def _morning(self) -> int:
        return self.days.moment(dt.datetime(self.started.year, self.started.month, self.started.day))  # noqa: DTZ001

    def _finished(self, begins: Moment, task: Task) -> Moment:
        lead = task.lead
        if lead is None or not lead.amount:
            return begins
        if lead.unit == "bd":
            return self.days.over(begins, Duration(lead.amount * 24, "h"))
        seconds = lead.seconds
        return self.days.over(begins, lead) if seconds is None else begins + seconds

    def _begins(self, name: str, finishes: Mapping[str, Moment]) -> Moment:
        return max((finishes[before] for before in self._before[name]), default=self._morning)

    @cached_property
    def _earliest(self) -> Mapping[str, Moment]:
        """By task: when it is finished."""
        finishes: dict[str, Moment] = {}
        for name in self._order:
            finishes[name] = self._finished(self._begins(name, finishes), self._by_id[name])
        return finishes

    def _date(self, finish: Moment) -> dt.date:
        """Return the last day on which something is worked on that is finished at a moment."""
        return max(self.days.local(math.ceil(finish) - 1).date(), self.started)

    @cached_property
    def finishes(self) -> Mapping[str, dt.date]:
        """By task: the day on which it is finished at the earliest.

        Tasks that wait for each other in a circle are taken as if they did not, so that the dates are still
        never later than honest.

        Raises:
            OverflowError: a lead time reaches generations ahead.
        """
        return {task.id: self._date(self._earliest[task.id]) for task in self.tasks}

    @cached_property
    def starts(self) -> Mapping[str, dt.date]:
        """By task: the day on which work on it begins at the earliest; its finish where it takes no time.

        Raises:
            OverflowError: a lead time reaches generations ahead.
        """
        return {task.id: self._first_day(task) for task in self.tasks}

    def _first_day(self, task: Task) -> dt.date:
        if task.lead is None or not task.lead.amount:
            return self.finishes[task.id]
        begins = self._begins(task.id, self._earliest)
        if task.lead.unit == "bd":
            begins = self.days.over(begins, Duration(Decimal(1), "s")) - 1
        return self.days.local(begins).date()

    @cached_property
    def finish(self) -> dt.date:
        """The earliest honest date, on which everything is finished; the start if there is nothing to do."""
        return max(self.finishes.values(), default=self.started)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The tasks, one after another, on which the finish hangs; of several such chains the first."""
        if not self.tasks:
            return ()
        name = max((task.id for task in self.tasks), key=lambda one: self._earliest[one])
        path = [name]
        while before := self._before[path[0]]:
            path.insert(0, max(before, key=lambda one: self._earliest[one]))
        return tuple(path)

    def slack(self, name: str) -> int:
        """Return by how many working days a task may begin later without anything else being finished later.

        That is, without the whole plan being finished on a later day. Along the critical path it is 0, unless
        days off lie between two of its tasks.
        """
        return self._slacks[name]

    @cached_property
    def _slacks(self) -> Mapping[str, int]:
        """By task: its slack. From the last ones back, each has until those after it have to begin."""
        until = dict.fromkeys(self._before, max(self._earliest.values(), default=self._morning) + 1)
        slacks: dict[str, int] = {}
        for name in reversed(self._order):
            slacks[name], seconds = self._leeway(name, until[name])
            for before in self._before[name]:
                until[before] = min(until[before], self._begins(name, self._earliest) + seconds + 1)
        return slacks

    def _leeway(self, name: str, until: Moment) -> tuple[int, int]:
        """Return by how many working days, and by how many seconds, a task may begin later to be in time."""
        task, begins = self._by_id[name], self._begins(name, self._earliest)
        days = _most(lambda more: self._finished(self._later(begins, more), task) < until)
        return days, _most(lambda more: self._finished(begins + more, task) < until)

    def _later(self, begins: Moment, days: int) -> Moment:
        return self._finished(begins, Task("", Duration(Decimal(days), "bd")))

    def latest(self, name: str) -> dt.date:
        """Return the day on which a task is finished if it begins as late as its slack allows."""
        begins = self._later(self._begins(name, self._earliest), self.slack(name))
        return self._date(self._finished(begins, self._by_id[name]))

    def days_left(self, until: dt.date) -> int:
        """Return how many working days lie between the finish and a date: after the one, up to the other.

        Less than 0 where the date comes first.

        Raises:
            OverflowError: they lie generations apart.
        """
        one, other = sorted((self.finish, until))
        if other - one > _GENERATIONS:
            msg = f"from {one} to {other} nobody counts the days"
            raise OverflowError(msg)
        count = 0
        for ahead in range(1, (other - one).days + 1):
            count += is_working_day(self.days, one + dt.timedelta(days=ahead))
        return count if until >= self.finish else -count


def _most(fits: Callable[[int], bool]) -> int:
    """Return the largest whole number from 0 on that fits, where none fits after one that does not."""

    def does(number: int) -> bool:
        try:
            return fits(number)
        except OverflowError:
            return False

    known, too_many = 0, 1
    while does(too_many):
        known, too_many = too_many, too_many * 2
    while too_many - known > 1:
        middle = (known + too_many) // 2
        known, too_many = (middle, too_many) if does(middle) else (known, middle)
    return known


def schedule(tasks: Sequence[Task], started: dt.date, days: Clock | None = None) -> Schedule:
    """Return when each task is finished at the earliest, if the first begin on a day.

    Args:
        tasks: what is to be done, under ids that differ.
        started: the day on which work begins, or the first working day after it does.
        days: the working days; Monday to Friday unless given.
    """
    return Schedule(tuple(tasks), started, days or working_days())


def circles(tasks: Sequence[Task]) -> tuple[tuple[str, ...], ...]:
    """Return the tasks that wait for each other, circle by circle, in the order of declaration.

    Each circle has a task once and begins with the one declared first; circles that share a task are one.
    A task that waits for itself is a circle alone.
    """
    after = {task.id: tuple(task.after) for task in tasks}
    reached = {name: _reached(name, after) for name in after}
    found: list[tuple[str, ...]] = []
    for name in after:
        if name in reached[name] and not any(name in circle for circle in found):
            found.append(tuple(other for other in after if other in reached[name] and name in reached[other]))
    return tuple(found)


def _reached(name: str, after: Mapping[str, tuple[str, ...]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(after[name])
    while waiting:
        earlier = waiting.pop()
        if earlier in after and earlier not in reached:
            reached.add(earlier)
            waiting.extend(after[earlier])
    return reached
