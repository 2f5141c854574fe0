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
