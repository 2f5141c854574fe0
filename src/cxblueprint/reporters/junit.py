"""Findings as JUnit XML, for whatever shows test results: each rule is a test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.checks import one_line

from .digest import counts_of, place_of, reason_of, tally, worst_first

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from cxblueprint.checks import Defect, Finding, Report, Rule, SuppressedFinding

OTHER = "other"
"""The family of rules that failed, or found something, without being named as run."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A rule as a test, and what is told of it."""

    family: str
    name: str
    failing: tuple[Finding, ...]
    """Errors and warnings, worst first."""
    defects: tuple[Defect, ...]
    aside: tuple[str, ...]
    """What fails nothing: findings that are mere information, and those that were accepted."""

    @property
    def has_failed(self) -> bool:
        """Whether it counts as a failure; a rule that raised is an error and nothing else."""
        return bool(self.failing) and not self.defects


def as_junit(report: Report, *, rules: Sequence[Rule]) -> str:
    """Return a report as JUnit XML: a suite for each family, a test for each rule.

    A test fails where its rule found an error or a warning; all of them stand in its one `failure`,
    because many readers show the first alone. What is information, suppressed or baselined fails
    nothing and stands in its output. A rule that raised is an `error`. No times: the same report gives
    the same text.

    Args:
        report: what was found.
        rules: the rules that ran; each one is a test, whether it found something or not.
    """
    from xml.etree import ElementTree as ET

    cases = list(_cases(report, rules))
    root = ET.Element("testsuites", {"name": one_line(report.title), **_counts(cases)})
    for family in dict.fromkeys(case.family for case in cases):
        members = [case for case in cases if case.family == family]
        suite = ET.SubElement(root, "testsuite", {"name": family, **_counts(members)})
        for case in members:
            _fill(ET.SubElement(suite, "testcase"), case)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(report: Report, rules: Sequence[Rule]) -> Iterator[_Case]:
    for rule in rules:
        yield _case(report, rule.code, f"{rule.code} {rule.name}", rule.family)
    run = {rule.code for rule in rules}
    accepted = (item.finding for item in (*report.suppressed, *report.baselined))
    told = {finding.code for finding in (*report.findings, *accepted)} | {one.code for one in report.defects}
    for code in sorted(told - run):
        yield _case(report, code, code, OTHER)


def _case(report: Report, code: str, name: str, family: str) -> _Case:
    found = worst_first(finding for finding in report.findings if finding.code == code)
    suppressed = (item for item in report.suppressed if item.finding.code == code)
    baselined = (item for item in report.baselined if item.finding.code == code)
    aside = (
        *(_told(finding) for finding in found if finding.severity == "info"),
        *(_accepted(item, "suppressed") for item in suppressed),
        *(_accepted(item, "baselined") for item in baselined),
    )
    return _Case(
        family,
        name,
        tuple(finding for finding in found if finding.severity != "info"),
        tuple(defect for defect in report.defects if defect.code == code),
        aside,
    )


def _counts(cases: Iterable[_Case]) -> dict[str, str]:
    cases = list(cases)
    return {
        "tests": str(len(cases)),
        "failures": str(sum(case.has_failed for case in cases)),
        "errors": str(sum(bool(case.defects) for case in cases)),
    }


def _fill(element: Element, case: _Case) -> None:
    from xml.etree import ElementTree as ET

    element.set("classname", f"cxblueprint.{case.family}")
    element.set("name", case.name)
    told = "\n".join(_told(finding) for finding in case.failing)
    if case.defects:
        message = "; ".join(one_line(defect.message) for defect in case.defects)
        error = ET.SubElement(element, "error", {"type": "defect", "message": f"the rule failed: {message}"})
        error.text = "\n".join(part for part in (message, told) if part)
    elif case.failing:
        first = case.failing[0]
        message = one_line(first.message)
        if len(case.failing) > 1:
            message = f"{tally(counts_of(case.failing))}, the first: {message}"
        ET.SubElement(element, "failure", {"type": first.severity, "message": message}).text = told
    if case.aside:
        ET.SubElement(element, "system-out").text = "\n".join(case.aside)


def _told(finding: Finding) -> str:
    hint = f"\n  hint: {one_line(finding.hint)}" if finding.hint else ""
    return f"{place_of(finding)}: {finding.severity}: {one_line(finding.message)}{hint}"


def _accepted(item: SuppressedFinding, how: str) -> str:
    reason = f"\n  reason: {reason_of(item)}" if reason_of(item) else ""
    return f"{place_of(item.finding)}: {how}: {one_line(item.finding.message)}{reason}"
