"""What the page on promises has no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]


@pytest.mark.parametrize("path", ["[]", "[[]]"])
def test_a_path_with_nothing_on_it_backs_nothing(found: Found, path: str) -> None:
    assert found("PRM001", f"promises: [{{id: p, path: {path}}}]") == ["warning promise:p"]


def test_a_standard_that_is_not_declared_is_a_matter_of_references(found: Found) -> None:
    fragment = "promises: [{id: p, path: [fast], target: within 1h}]"
    assert found("PRM001", fragment) == []
    assert found("REF001", fragment) == ["error promise:p"]


@pytest.mark.parametrize("code", ["PRM003", "PRM005"])
@pytest.mark.parametrize(
    "fragment",
    [
        "promises: [{id: p, path: [fast], target: 90% within 1h}]",
        """
standards: [{id: s, target: 90% within 2h}]
promises: [{id: p, path: [s], target: 90% within 1h, clock: c}]
""",
        """
standards: [{id: s, target: 90% within 2h, clock: c}]
promises: [{id: p, path: [s], target: 90% within 3h}]
""",
        """
standards: [{id: s, target: 95% within 999999999w}]
promises: [{id: p, path: [s], target: 90% within 999999999y}]
""",
    ],
)
def test_what_cannot_be_resolved_or_reckoned_is_no_finding_and_no_defect(
    found: Found, code: str, fragment: str
) -> None:
    assert found(code, fragment, "exemplary") == []


PROMISED = """
calendars:
  - {{id: desk, name: Desk, hours: [mon-fri 08:00-18:00], time_zone: Asia/Tokyo, holidays: [{holiday}]}}
clock: desk
standards: [{{id: read, target: 95% within 4h}}, {{id: replied, target: 95% within 1bd}}]
promises: [{{id: p, target: 80% within 48h, path: [read, replied]}}]
id: b
title: B
"""


@pytest.mark.parametrize(
    ("holiday", "told"),
    [
        ("", "what arrives just after Thursday 14:00 may be 2d 4h late"),
        ("2027-03-22", "what arrives just after Thursday 2027-03-18 14:00 may be 3d 4h late"),
    ],
)
def test_the_worst_arrival_is_told_in_the_time_of_the_desk(holiday: str, told: str) -> None:
    report = cx.check(cx.loads(PROMISED.format(holiday=holiday)), select=["PRM003"])
    assert [(finding.message, finding.hint) for finding in report.findings] == [
        (
            f"promise 'p' (80% within 48h) cannot be kept along its path: {told}",
            "no single standard on its path can mend it: tighten several, or promise less",
        )
    ]


@pytest.mark.parametrize(
    ("standard", "promise", "is_backed"),
    [
        ("starts: a, ends: b", "starts: a, ends: b", True),
        ("starts: a, ends: b", "starts: a, ends: c", False),
        ("starts: a, ends: b", "starts: a", False),
        ("starts: a", "starts: a", False),
        ("starts: a, ends: b, segments: [x]", "starts: a, ends: b, segments: [y]", False),
        ("starts: a, ends: b, segments: [x, y]", "starts: a, ends: b, segments: [y]", True),
    ],
)
def test_a_standard_between_the_events_of_a_promise_backs_it(
    found: Found, standard: str, promise: str, *, is_backed: bool
) -> None:
    fragment = f"standards: [{{id: s, {standard}}}]\npromises: [{{id: p, target: within 1h, {promise}}}]"
    assert found("PRM001", fragment) == ([] if is_backed else ["error promise:p"])


@pytest.mark.parametrize(
    ("kind", "limit", "runs_out"),
    [
        ("shop", "9h", False),
        ("shop", "10h", True),
        ("on-site", "10min", False),
        ("other", "10min", False),
        ("phone", "10min", True),
        ("email", "9h", True),
    ],
)
def test_whoever_comes_in_person_comes_while_it_is_open(
    found: Found, kind: str, limit: str, *, runs_out: bool
) -> None:
    fragment = f"""
calendars: [{{id: days, name: Days, hours: [mon-fri 08:00-17:00, sat 09:00-12:00]}}]
channels: [{{id: c, name: C, kind: {kind}, calendar: days}}]
standards: [{{id: s, target: 95% within 5min}}]
touchpoints: [{{id: t, name: T, channel: c, standards: [s]}}]
promises: [{{id: p, target: 90% within {limit}, path: [s]}}]
"""
    assert found("PRM005", fragment) == (["warning promise:p"] if runs_out else [])
