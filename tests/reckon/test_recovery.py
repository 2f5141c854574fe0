"""What a recovery plan comes to: its tasks, its dates, and the cause that does most harm."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.model import Duration, RecoveryPlan
from cxblueprint.reckon import Task, main_cause, schedule_of, tasks_of

ACTIONS: list[dict[str, Any]] = [
    {"id": "stop", "lead_time": "2bd"},
    {"id": "mend", "lead_time": "3bd", "after": ["stop"]},
]


def plan(**facts: Any) -> RecoveryPlan:  # noqa: ANN401  # whatever a plan has
    return RecoveryPlan.model_validate({"id": "p", "name": "P"} | facts)


def finish(**facts: Any) -> dt.date | None:  # noqa: ANN401  # whatever a plan has
    found = schedule_of(cx.Graph(cx.Blueprint(id="b", title="B")), plan(**facts))
    return None if found is None else found.finish


def test_what_is_done_takes_no_more_time() -> None:
    done = [ACTIONS[0] | {"done": True}, ACTIONS[1]]
    assert tasks_of(plan(actions=done)) == (
        Task("stop", None, ()),
        Task("mend", Duration.parse("3bd"), ("stop",)),
    )
    assert finish(actions=ACTIONS, started="2026-11-09") == dt.date(2026, 11, 13)
    assert finish(actions=done, started="2026-11-09") == dt.date(2026, 11, 11)


def test_a_plan_starts_when_it_did_or_else_when_a_date_was_given() -> None:
    assert finish(actions=ACTIONS, committed_on="2026-11-10") == dt.date(2026, 11, 16)
    assert finish(actions=ACTIONS, started="2026-11-09", committed_on="2026-11-10") == dt.date(2026, 11, 13)


@pytest.mark.parametrize(
    "facts",
    [
        {"actions": ACTIONS},
        {"actions": [{"id": "stop"}], "started": "2026-11-09"},
        {"actions": [{"id": "stop", "lead_time": "999999999bd"}], "started": "2026-11-09"},
    ],
    ids=["no start", "no lead time", "generations"],
)
def test_a_plan_without_a_start_or_a_time_has_no_dates(facts: dict[str, Any]) -> None:
    assert finish(**facts) is None


@pytest.mark.parametrize(
    ("causes", "main"),
    [
        ([], None),
        ([{"cause": "a"}], "a"),
        ([{"cause": "a"}, {"cause": "b"}], None),
        ([{"cause": "a", "share": 0.2}, {"cause": "b", "share": 0.8}], "b"),
        ([{"cause": "a", "share": 0.5}, {"cause": "b", "share": 0.5}], None),
        ([{"cause": "a", "share": 0.6}, {"cause": "b"}, {"cause": "c", "share": 0.3}], "a"),
        ([{"cause": "a", "share": 0.5}, {"cause": "b"}], None),
    ],
)
def test_the_main_cause_is_the_one_that_outweighs_the_others(
    causes: list[dict[str, Any]], main: str | None
) -> None:
    assert main_cause(plan(causes=causes)) == main
