"""What the pages on suppressions have no room for."""

from __future__ import annotations

import datetime as dt

import pytest

import cxblueprint as cx


def told(
    allow: str, *, select: str = "SUP", profile: str = "recommended", as_of: dt.date | None = None
) -> list[str]:
    """Return the codes of what is found at a touchpoint that nobody owns, with these allowances."""
    text = f"touchpoints: [{{id: t, name: T, allow: [{allow}]}}]\nid: b\ntitle: B\n"
    report = cx.check(cx.loads(text), select=select.split(), profile=profile, as_of=as_of)
    assert report.defects == ()
    return [finding.code for finding in report.findings]


DAY = dt.date(2027, 3, 31)


@pytest.mark.parametrize(
    ("allow", "expected"),
    [
        ("{rule: OWN001, reason: so it is}", []),
        ("{rule: OWN001}", ["SUP001"]),
        ("{rule: OWN002, reason: so it is}", ["SUP002"]),
        ("{rule: OWN002}", ["SUP001"]),
        ("{rule: OWN001, reason: so it is, until: 2027-03-30}", ["SUP003"]),
        ("{rule: OWN001, reason: so it is, until: 2027-03-31}", []),
        ("{rule: OWN002, reason: so it is, until: 2027-03-30}", ["SUP003"]),
        ("{rule: OWN001, until: 2027-03-30}", ["SUP001"]),
        ("{rule: OWN999, until: 2027-03-30}", ["SUP004"]),
    ],
)
def test_of_each_allowance_one_thing_is_said_at_most(allow: str, expected: list[str]) -> None:
    assert told(allow, as_of=DAY) == expected


@pytest.mark.parametrize("select", ["SUP002", "SUP002 OWN", "SUP002 KPI"])
def test_whether_an_allowance_is_used_does_not_depend_on_what_is_selected(select: str) -> None:
    assert told("{rule: OWN001, reason: so it is}", select=select) == []
    assert "SUP002" in told("{rule: STD001, reason: so it is}", select=select)


def test_what_one_profile_needs_is_not_unused_at_another() -> None:
    text = """
kpis: [{id: fast, name: Fast, kind: operational}]
journeys: [{id: j, name: J, kpis: [fast], allow: [{rule: KPI001, reason: leavers answer no survey}]}]
id: b
title: B
"""
    for profile in ("essential", "recommended", "exemplary"):
        assert cx.check(cx.loads(text), select=["SUP002"], profile=profile).findings == ()


@pytest.mark.parametrize(("as_of", "expected"), [(None, []), (DAY, ["SUP002"])])
def test_a_rule_that_goes_by_a_date_is_not_judged_without_one(
    as_of: dt.date | None, expected: list[str]
) -> None:
    assert told("{rule: review-overdue, reason: it ends in June}", as_of=as_of) == expected


def test_an_echo_that_is_left_out_still_uses_its_allowance() -> None:
    text = """
touchpoints:
  - id: t
    name: T
    support: [{text: Prints}]
    allow: [{rule: OWN003, reason: volunteers print}]
id: b
title: B
"""
    assert [f.code for f in cx.check(cx.loads(text), select=["OWN", "SUP"]).findings] == ["OWN001"]


def test_what_judges_suppressions_is_suppressed_like_anything_else() -> None:
    allow = "{rule: OWN002, reason: so it was}, {rule: SUP002, reason: so it will be}"
    assert told(allow) == []


def test_a_reason_for_giving_no_reason_is_none() -> None:
    allow = "{rule: OWN001}, {rule: SUP001, reason: we know why}"
    assert told(allow) == ["SUP001", "SUP002"]


def test_every_element_that_allows_something_is_looked_at() -> None:
    text = """
allow: [{rule: X}]
teams: [{id: t, name: T, allow: [{rule: X}]}]
journeys:
  - id: j
    name: J
    allow: [{rule: X}]
    stages: [{name: S, allow: [{rule: X}], steps: [{name: A, allow: [{rule: X}, {rule: Y}]}]}]
id: b
title: B
"""
    findings = cx.check(cx.loads(text), select=["SUP004"]).findings
    assert [f"{finding.subject} {finding.at}" for finding in findings] == [
        "blueprint:b allow[0]",
        "team:t allow[0]",
        "journey:j allow[0]",
        "stage:j/s allow[0]",
        "step:j/s/a allow[0]",
        "step:j/s/a allow[1]",
    ]
