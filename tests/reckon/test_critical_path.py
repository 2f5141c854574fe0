"""Dates along a plan, against a simulation day by day and against every chain of tasks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.model import Calendar, Duration
from cxblueprint.reckon import Task, circles, is_working_day, schedule, working_days

MONDAY = dt.date(2026, 11, 9)
HOLIDAYS = (dt.date(2026, 11, 11), dt.date(2026, 11, 23))
DAYS = working_days(Calendar(id="c", name="C", holidays=HOLIDAYS))


def task(name: str, lead: str | None = None, *after: str) -> Task:
    return Task(name, Duration.parse(lead) if lead else None, after)


def plan(*tasks: Task, started: dt.date = MONDAY) -> dict[str, str]:
    found = schedule(tasks, started)
    return {name: f"{day:%a %d}" for name, day in found.finishes.items()}


def test_a_lead_time_counts_the_day_on_which_it_begins() -> None:
    assert plan(task("a", "1bd"), task("b", "4bd", "a"), task("c", "1bd", "b"), task("d", "0.5bd", "c")) == {
        "a": "Mon 09",
        "b": "Fri 13",
        "c": "Mon 16",
        "d": "Tue 17",
    }


@pytest.mark.parametrize(
    ("lead", "end"),
    [
        ("8h", "Mon 09"),
        ("2d", "Tue 10"),
        ("1w", "Sun 15"),
        ("1mo", "Tue 08"),
        ("0d", "Mon 09"),
        ("3bd", "Wed 11"),
    ],
)
def test_a_lead_time_may_be_of_any_unit(lead: str, end: str) -> None:
    assert plan(task("a", lead)) == {"a": end}


def test_work_begins_on_the_first_working_day() -> None:
    assert plan(task("a", "1bd"), started=dt.date(2026, 11, 14)) == {"a": "Mon 16"}


def test_a_calendar_has_its_own_working_days() -> None:
    shop = Calendar.model_validate(
        {
            "id": "s",
            "name": "S",
            "hours": ["tue-sat 10:00-18:00", "sat 09:00-12:00"],
            "holidays": ["2026-11-10"],
        }
    )
    found = schedule([task("a", "3bd")], MONDAY, working_days(shop))
    assert f"{found.finish:%a %d}" == "Fri 13"


def test_nothing_to_do_is_finished_at_the_start() -> None:
    found = schedule([], MONDAY)
    assert (found.finish, found.critical_path) == (MONDAY, ())


def test_the_critical_path_is_what_the_finish_hangs_on() -> None:
    found = schedule(
        [
            task("a", "1bd"),
            task("b", "8bd", "a"),
            task("c", "3bd", "a", "nobody"),
            task("d", "2bd", "b", "c"),
        ],
        MONDAY,
    )
    assert (found.finish, found.critical_path) == (dt.date(2026, 11, 23), ("a", "b", "d"))
    assert [found.slack(name) for name in "abcd"] == [0, 0, 5, 0]


def test_tasks_in_a_circle_are_found_and_do_not_delay_each_other() -> None:
    tasks = [
        task("a", "1bd"),
        task("b", "5bd", "a", "c"),
        task("c", "3bd", "b"),
        task("d", "1bd", "c"),
        task("e", "1d", "e"),
    ]
    assert circles(tasks) == (("b", "c"), ("e",))
    found = schedule(tasks, MONDAY)
    assert {name: day.day for name, day in found.finishes.items()} == {
        "a": 9,
        "b": 16,
        "c": 11,
        "d": 12,
        "e": 9,
    }


def test_work_on_a_task_begins_on_the_day_after_what_it_waits_for() -> None:
    found = schedule(
        [
            task("a", "5bd"),
            task("b", "2bd", "a"),
            task("c", "2d", "a"),
            task("d", "0.5bd", "b"),
            task("e", "0.5bd", "d"),
            task("f", None, "e"),
        ],
        MONDAY,
    )
    assert {name: f"{day:%a %d}" for name, day in found.starts.items()} == {
        "a": "Mon 09",
        "b": "Mon 16",
        "c": "Sat 14",
        "d": "Wed 18",
        "e": "Wed 18",
        "f": "Wed 18",
    }


def test_a_task_may_be_finished_later_by_its_slack() -> None:
    found = schedule([task("a", "8bd"), task("b", "3bd"), task("c", "1bd", "a", "b")], MONDAY)
    assert {name: f"{found.latest(name):%a %d}" for name in "abc"} == {
        "a": "Wed 18",
        "b": "Wed 18",
        "c": "Thu 19",
    }


def test_slack_is_reckoned_in_any_unit() -> None:
    found = schedule(
        [
            task("a", "1w"),
            task("b", "4h"),
            task("c", "0.5bd", "b"),
            task("d", "2d", "c"),
            task("e", "1bd", "a", "d"),
            task("f", None, "b"),
        ],
        MONDAY,
    )
    assert {name: found.slack(name) for name in "abcdef"} == {"a": 0, "b": 4, "c": 4, "d": 4, "e": 0, "f": 5}


def test_a_weekend_between_two_tasks_is_slack() -> None:
    found = schedule([task("a", "1d"), task("b", "1bd", "a")], dt.date(2026, 11, 13))
    assert (found.critical_path, found.slack("a"), found.slack("b")) == (("a", "b"), 1, 0)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    november = [dt.date(2026, 11, day) for day in range(9, 24)]
    off = {day.day for day in november if not is_working_day(DAYS, day)}
    assert off == {11, 14, 15, 21, 22, 23}


@pytest.mark.parametrize(("until", "left"), [(14, 0), (13, 0), (16, 1), (20, 5), (11, -2), (12, -1)])
def test_the_days_left_are_working_days(until: int, left: int) -> None:
    found = schedule([task("a", "5bd")], MONDAY)
    assert found.days_left(dt.date(2026, 11, until)) == left


@st.composite
def plans(draw: st.DrawFn) -> list[Task]:
    """Return tasks in business days without circles; they shrink to one that takes a day."""
    names = "abcdef"[: draw(st.integers(1, 6))]
    tasks = []
    for place, name in enumerate(names):
        before = draw(st.lists(st.sampled_from(names[:place]), unique=True)) if place else []
        tasks.append(task(name, f"{draw(st.integers(1, 5))}bd", *before))
    return draw(st.permutations(tasks))


def day_by_day(tasks: list[Task]) -> dict[str, int]:
    """Return by task on which working day it is finished, each worked on as soon as it may be."""
    left = {each.id: int(each.lead.amount) for each in tasks if each.lead}
    finished: dict[str, int] = {}
    today = 0
    while left:
        today += 1
        workable = [
            each.id
            for each in tasks
            if each.id in left and all(finished.get(name, today) < today for name in each.after)
        ]
        for name in workable:
            left[name] -= 1
            if not left[name]:
                finished[name] = today
                del left[name]
    return finished


def chains(tasks: list[Task]) -> list[list[Task]]:
    by_id = {each.id: each for each in tasks}

    def up_to(one: Task) -> list[list[Task]]:
        return [[*chain, one] for name in one.after for chain in up_to(by_id[name])] or [[one]]

    return [chain for each in tasks for chain in up_to(each)]


def length(chain: list[Task]) -> int:
    return sum(int(each.lead.amount) for each in chain if each.lead)


@given(plans())
def test_dates_are_those_of_working_day_by_day(tasks: list[Task]) -> None:
    calendar = [MONDAY + dt.timedelta(days=n) for n in range(90)]
    workdays = [day for day in calendar if day.weekday() < 5 and day not in HOLIDAYS]
    expected = {name: workdays[number - 1] for name, number in day_by_day(tasks).items()}
    assert schedule(tasks, MONDAY, DAYS).finishes == expected


@given(plans())
def test_work_on_a_task_begins_as_many_days_before_its_finish_as_it_takes(tasks: list[Task]) -> None:
    found = schedule(tasks, MONDAY, DAYS)
    for each in tasks:
        first, last = found.starts[each.id], found.finishes[each.id]
        worked = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
        assert [is_working_day(DAYS, day) for day in worked].count(True) == length([each])
        assert is_working_day(DAYS, first)
        assert all(found.finishes[before] < first for before in each.after)


@given(plans())
def test_the_critical_path_is_a_longest_chain(tasks: list[Task]) -> None:
    found = schedule(tasks, MONDAY, DAYS)
    longest = max(map(length, chains(tasks)))
    by_id = {each.id: each for each in tasks}
    path = [by_id[name] for name in found.critical_path]
    assert length(path) == longest
    assert path in [chain for chain in chains(tasks) if length(chain) == longest]


@given(plans())
def test_slack_is_what_the_longest_chain_through_a_task_leaves(tasks: list[Task]) -> None:
    found = schedule(tasks, MONDAY, DAYS)
    longest = max(map(length, chains(tasks)))
    for each in tasks:
        through = max(length(chain) for chain in chains(tasks) if each in chain)
        assert found.slack(each.id) == longest - through


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8))
def test_circles_are_the_tasks_that_can_be_reached_from_themselves(edges: list[tuple[str, str]]) -> None:
    tasks = [task(name, None, *(before for one, before in edges if one == name)) for name in "abcd"]
    reachable = set(edges)
    for _ in range(4):
        reachable |= {(one, other) for one, via in reachable for way, other in reachable if via == way}
    found = circles(tasks)
    assert {name for circle in found for name in circle} == {
        name for name in "abcd" if (name, name) in reachable
    }
    for circle in found:
        assert all((one, other) in reachable for one in circle for other in circle)
    assert len({name for circle in found for name in circle}) == sum(map(len, found))
