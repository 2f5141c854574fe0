"""A finding is suppressed where it is, with a reason, until its last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import cxblueprint as cx
from cxblueprint.checks import Rule, run

DAY = dt.date(2027, 3, 31)


def check(allow: str, as_of: dt.date | None = None) -> tuple[int, int]:
    """Return how many findings a touchpoint without owner has, and how many are suppressed."""
    text = f"touchpoints: [{{id: t, name: T, allow: [{allow}]}}]\nid: b\ntitle: B\n"
    report = cx.check(cx.loads(text), select=["OWN001"], as_of=as_of)
    return len(report.findings), len(report.suppressed)


FOUND, SUPPRESSED = (1, 0), (0, 1)


@pytest.mark.parametrize(
    "word", ["OWN001", "own001", "touchpoint-without-owner", "Touchpoint-Without-Owner", "' OWN001 '"]
)
def test_a_rule_is_named_by_code_or_name(word: str) -> None:
    assert check(f"{{rule: {word}, reason: it goes in March}}") == SUPPRESSED


@pytest.mark.parametrize(
    "word", ["OWN", "OWN002", "ownership", "touchpoint-without", "journey-without-owner"]
)
def test_another_rule_or_a_part_of_a_name_suppresses_nothing(word: str) -> None:
    assert check(f"{{rule: {word}, reason: it goes in March}}") == FOUND


@pytest.mark.parametrize("reason", ["", ", reason: ''", ", reason: '   '"])
def test_without_a_reason_the_finding_stays(reason: str) -> None:
    assert check(f"{{rule: OWN001{reason}}}") == FOUND


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (None, SUPPRESSED),
        (DAY - dt.timedelta(days=1), SUPPRESSED),
        (DAY, SUPPRESSED),
        (DAY + dt.timedelta(days=1), FOUND),
    ],
    ids=["no-date", "before", "on-its-last-day", "after"],
)
def test_an_allowance_ends_after_its_last_day(as_of: dt.date | None, expected: tuple[int, int]) -> None:
    assert check("{rule: OWN001, reason: it goes in March, until: 2027-03-31}", as_of) == expected


def test_an_allowance_without_end_does_not_expire() -> None:
    assert check("{rule: OWN001, reason: it is a statue}", dt.date(2999, 12, 31)) == SUPPRESSED


def test_where_one_allowance_has_ended_another_may_hold() -> None:
    ended = "{rule: OWN001, reason: old, until: 2020-01-01}"
    assert check(f"{ended}, {{rule: OWN001, reason: new}}", DAY) == SUPPRESSED


def test_a_suppressed_finding_keeps_its_reason_and_its_last_day() -> None:
    text = """
touchpoints:
  - {id: t, name: T, allow: [{rule: OWN001, reason: ' it goes in March ', until: 2027-03-31}]}
id: b
title: B
"""
    (item,) = cx.check(cx.loads(text), select=["OWN001"]).suppressed
    assert (str(item.finding.subject), item.reason, item.until) == ("touchpoint:t", "it goes in March", DAY)


@pytest.mark.parametrize(
    ("code", "fragment"),
    [
        ("GOV003", "{allow}\nteams: [{{id: a, name: A}}]"),
        ("OWN002", "journeys: [{{id: j, name: J, {allow}}}]"),
        (
            "STD002",
            """
touchpoints: [{{id: t, name: T, opens_request: true}}]
journeys: [{{id: j, name: J, stages: [{{name: S, steps: [{{touchpoint: t, {allow}}}]}}]}}]
""",
        ),
    ],
    ids=["the-blueprint", "a-journey", "a-step"],
)
def test_whatever_can_be_pointed_at_can_allow(code: str, fragment: str) -> None:
    for allow, found in ((f"allow: [{{rule: {code}, reason: so it is}}]", 0), ("tags: [t]", 1)):
        text = fragment.format(allow=allow) + "\nid: b\ntitle: B\n"
        assert len(cx.check(cx.loads(text), select=[code]).findings) == found


def test_one_suppression_hides_one_finding() -> None:
    text = """
touchpoints:
  - {id: t, name: T, allow: [{rule: OWN001, reason: it is a statue}]}
  - {id: u, name: U}
id: b
title: B
"""
    report = cx.check(cx.loads(text), select=["OWN001"])
    assert [str(finding.subject) for finding in report.findings] == ["touchpoint:u"]


def test_an_allowance_of_a_journey_does_not_reach_its_steps() -> None:
    text = """
touchpoints: [{id: t, name: T, opens_request: true}]
journeys:
  - id: j
    name: J
    allow: [{rule: STD002, reason: so it is}]
    stages: [{name: S, steps: [{touchpoint: t}]}]
id: b
title: B
"""
    assert len(cx.check(cx.loads(text), select=["STD002"]).findings) == 1


def test_a_mandatory_rule_is_suppressed_by_nothing(make_rule: Callable[..., Rule]) -> None:
    allow = [cx.Allowance(rule="TST001", reason="we know why")]
    blueprint = cx.Blueprint(id="b", title="B", teams=[cx.Team(id="one", name="One", allow=allow)])
    counted = {}
    for mandatory in (False, True):
        report = run(cx.Graph(blueprint), [make_rule("TST001", "one", mandatory=mandatory)])
        counted[mandatory] = len(report.findings), len(report.suppressed)
    assert counted == {False: SUPPRESSED, True: FOUND}
