"""What a report answers."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.checks import Defect, Severity, SuppressedFinding


def finding(severity: Severity, name: str = "t") -> cx.Finding:
    subject = cx.Subject("team", name)
    return cx.Finding("TST001", "wrong-team", severity, subject, f"team '{name}' is wrong", "set it right")


ALL = (finding("error", "a"), finding("warning", "b"), finding("info", "c"))


@pytest.mark.parametrize(
    ("findings", "defects", "ok"),
    [
        ((), (), True),
        (ALL[2:], (), True),
        (ALL[1:], (), False),
        (ALL[:1], (), False),
        ((), (Defect("TST001", "KeyError"),), False),
    ],
    ids=["nothing", "info", "warning", "error", "defect"],
)
def test_a_report_is_ok_without_warnings_and_defects(
    findings: tuple[cx.Finding, ...], defects: tuple[Defect, ...], *, ok: bool
) -> None:
    assert cx.Report("b", "B", findings, defects=defects).ok is ok


def test_what_is_suppressed_or_baselined_leaves_a_report_ok() -> None:
    known = (SuppressedFinding(ALL[0], "known"),)
    assert cx.Report("b", "B", suppressed=known, baselined=known).ok


@pytest.mark.parametrize(("severity", "expected"), [("error", "a"), ("warning", "ab"), ("info", "abc")])
def test_findings_are_as_bad_as_asked_for_or_worse(severity: Severity, expected: str) -> None:
    found = cx.Report("b", "B", ALL).at_least(severity)
    assert [one.subject.id for one in found] == list(expected)


def test_an_unknown_severity_is_refused() -> None:
    with pytest.raises(cx.UsageError) as caught:
        cx.Report("b", "B").at_least("warn")  # type: ignore[arg-type]
    assert str(caught.value) == "there is no severity 'warn', did you mean 'warning'?: error, warning, info"


def test_findings_are_counted() -> None:
    known = (SuppressedFinding(ALL[0], "known"),)
    counts = cx.Report("b", "B", (*ALL, ALL[1]), suppressed=known, baselined=known * 2).counts
    assert dict(counts) == {"error": 1, "warning": 2, "info": 1, "suppressed": 1, "baselined": 2}


def test_findings_that_are_not_accepted_are_raised() -> None:
    with pytest.raises(cx.FindingsError) as caught:
        cx.Report("b", "B", ALL).raise_for_findings()
    assert caught.value.findings == ALL[:2]
    assert str(caught.value) == "TST001 team 'a' is wrong\nTST001 team 'b' is wrong"


def test_a_report_made_by_hand_has_found_what_it_tells() -> None:
    assert cx.Report("b", "B", ALL).found == ALL
    assert cx.Report("b", "B", ALL[:1], found=ALL).found == ALL


def test_findings_that_are_accepted_are_not_raised() -> None:
    cx.Report("b", "B", ALL[2:]).raise_for_findings()
    cx.Report("b", "B", ALL[1:]).raise_for_findings("error")
    with pytest.raises(cx.FindingsError):
        cx.Report("b", "B", ALL[2:]).raise_for_findings("info")


def test_a_rule_that_failed_is_raised_before_anything_else() -> None:
    report = cx.Report("b", "B", ALL, defects=(Defect("TST001", "KeyError: 'x'"), Defect("TST002", "no")))
    with pytest.raises(
        cx.CxBlueprintError, match=r"^a rule failed: TST001: KeyError: 'x'; TST002: no$"
    ) as caught:
        report.raise_for_findings()
    assert not isinstance(caught.value, cx.FindingsError)
