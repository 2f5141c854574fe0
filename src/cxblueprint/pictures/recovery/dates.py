"""When the actions of a plan can be done, for its picture: days, slack, and what can never begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cxblueprint.graph import Graph
from cxblueprint.model import RecoveryPlan
from cxblueprint.pictures.recovery.scene import Days
from cxblueprint.reckon import (
    Clock,
    Schedule,
    Task,
    circles,
    is_working_day,
    schedule,
    schedule_of,
    working_days,
)

DAY_0 = dt.date(2001, 1, 1)
"""A Monday, on which a plan begins of which nobody has said when it does."""
_DAYS_OFF_ARE_SHOWN = 400


@dataclass(frozen=True)
class Dates:
    """The dates of a plan.

    Actions are set in the calendar as they were planned, so that what is done keeps its length.
    """

    graph: Graph
    plan: RecoveryPlan

    @property
    def started(self) -> dt.date | None:
        """The day on which the plan starts, as far as anybody has said."""
        return self.plan.started or self.plan.committed_on

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The actions with their lead times, done or not; each names what it waits for once."""
        known = {action.id for action in self.plan.actions}
        return tuple(
            Task(action.id, action.lead_time, tuple(dict.fromkeys(n for n in action.after if n in known)))
            for action in self.plan.actions
        )

    @cached_property
    def stuck(self) -> Mapping[str, str]:
        """By action that can never begin: the action that it waits for in vain.

        It is in a circle, or behind one.
        """
        found = {
            name: next(before for before in self._after[name] if before in circle)
            for circle in circles(self.tasks)
            for name in circle
        }
        waiting = True
        while waiting:
            more = {
                task.id: before
                for task in self.tasks
                if task.id not in found
                for before in task.after[::-1]
                if before in found
            }
            found |= more
            waiting = bool(more)
        return found

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """One way round in each circle: the first action, what it waits for, and so on up to itself."""
        return tuple(self._round(circle) for circle in circles(self.tasks))

    @cached_property
    def _after(self) -> Mapping[str, tuple[str, ...]]:
        return {task.id: task.after for task in self.tasks}

    def _round(self, circle: tuple[str, ...]) -> tuple[str, ...]:
        """Return a shortest way from the first action of a circle back to itself."""
        ways: list[tuple[str, ...]] = [(circle[0],)]
        seen: set[str] = set()
        for way in ways:
            for before in self._after[way[-1]]:
                if before == circle[0]:
                    return (*way, before)
                if before in circle and before not in seen:
                    seen.add(before)
                    ways.append((*way, before))
        raise AssertionError(circle)  # an action of a circle can be reached from itself

    @cached_property
    def working(self) -> Clock:
        """The working days: those of the blueprint's clock, without holidays where no date is known."""
        calendar = self.graph.calendars.get(self.graph.blueprint.clock or "")
        if calendar is not None and self.started is None:
            calendar = calendar.replace(holidays=())
        return working_days(calendar)

    @cached_property
    def schedule(self) -> Schedule | None:
        """The dates of the actions that can begin; None where nobody can tell them."""
        tasks = [task for task in self.tasks if task.id not in self.stuck]
        if not tasks or (self.started is None and not any(task.lead for task in tasks)):
            return None
        found = schedule(tasks, self.started or DAY_0, self.working)
        try:
            _ = found.starts, found.finish, [found.latest(task.id) for task in tasks]  # reckoned, and kept
        except (OverflowError, ValueError):
            return None
        return found

    # Each action

    def span(self, name: str) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day of an action, or None where it has no dates."""
        found = self.schedule
        if found is None or name in self.stuck:
            return None
        return found.starts[name], found.finishes[name]

    def slack(self, name: str) -> int | None:
        """Return by how many working days an action may begin later; None where nobody can tell.

        That is so if it states no lead time, or if anything waits in a circle: then the end hangs on that.
        """
        stated = any(task.id == name and task.lead is not None for task in self.tasks)
        if self.schedule is None or self.stuck or not stated:
            return None
        return 0 if name in self.path else self.schedule.slack(name)

    def latest(self, name: str) -> dt.date | None:
        """Return the day by which an action has to be finished, where it has slack."""
        return self.schedule.latest(name) if self.schedule and self.slack(name) else None

    def after(self, name: str) -> tuple[str, ...]:
        """Return what an action waits for, if it and that have dates."""
        return tuple(before for before in self._after[name] if self.span(before)) if self.span(name) else ()

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The actions on which the end hangs, one after another; none where nobody can tell."""
        found = self.schedule
        is_known = found is not None and not self.stuck and any(task.lead for task in found.tasks)
        return found.critical_path if found and is_known else ()

    def hangs_on(self, name: str) -> str | None:
        """Return which action on the critical path comes before one that is on it."""
        place = self.path.index(name) if name in self.path else 0
        return self.path[place - 1] if place else None

    # The whole

    @cached_property
    def whole(self) -> Schedule | None:
        """What the end is reckoned from; None where all is done, or nobody can tell.

        With a circle it is what rules reckon, who take it as if it did not wait for itself.
        """
        is_over = all(action.done for action in self.plan.actions)
        if is_over or self.started is None:
            return None
        if self.stuck:
            return self._as_rules_do
        return self.schedule if any(task.lead for task in self.tasks) else None

    @cached_property
    def _as_rules_do(self) -> Schedule | None:
        return schedule_of(self.graph, self.plan)

    @property
    def is_open(self) -> bool:
        """Whether the end may come later than reckoned: something never begins, or states no lead time."""
        unknown = any(not action.done and action.lead_time is None for action in self.plan.actions)
        return bool(self.stuck) or unknown

    @property
    def may_be_sooner(self) -> bool:
        """Whether the end may come sooner than planned, if what is done has taken less time than planned."""
        found = self._as_rules_do
        return self.whole is not None and found is not None and found.finish < self.whole.finish

    def is_late(self, given: dt.date) -> bool:
        """Tell whether a date comes before what is left can be done, as rules reckon it."""
        return self._as_rules_do is not None and given < self._as_rules_do.finish

    def days_left(self, until: dt.date) -> int | None:
        """Return the working days from the end to a date; None where nobody counts them."""
        try:
            return self.whole.days_left(until) if self.whole is not None else None
        except (OverflowError, ValueError):
            return None

    def days(self, marked: Iterable[dt.date]) -> Days | None:
        """Return the days of the axis, on which all actions and these dates have a place."""
        found = self.schedule
        spans = [found.starts.values(), found.finishes.values()] if found else []
        days = [day for span in spans for day in span]
        days += [found.latest(task.id) for task in found.tasks] if found else []
        if self.started is None:
            return (
                Days(DAY_0, max(days), self._off(DAY_0, DAY_0 + dt.timedelta(days=6)), is_relative=True)
                if days
                else None
            )
        days += [self.started, *marked]
        first, last = min(days), max(days)
        pad = max(1, (last - first).days // 40)
        first = dt.date.fromordinal(max(1, first.toordinal() - pad))
        last = dt.date.fromordinal(min(dt.date.max.toordinal(), last.toordinal() + pad))
        return Days(first, last, self._off(first, last))

    def _off(self, first: dt.date, last: dt.date) -> frozenset[dt.date]:
        count = (last - first).days + 1
        if count > _DAYS_OFF_ARE_SHOWN:
            return frozenset()
        days = [first + dt.timedelta(days=ahead) for ahead in range(count)]
        try:
            return frozenset(day for day in days if not is_working_day(self.working, day))
        except (OverflowError, ValueError):
            return frozenset()
