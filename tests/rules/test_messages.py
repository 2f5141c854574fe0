"""What findings say, in the words of every Bad example."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cxblueprint.checks import Finding
from cxblueprint.rules import CATALOGUE
from cxblueprint.testing.pages import PageCase, page_cases, report_on

CASES = [case for case in page_cases(CATALOGUE) if case.section == "Bad"]
SNAPSHOT = Path(__file__).parent / "messages.txt"
BAD = pytest.mark.parametrize("case", CASES, ids=str)


def in_full(case: PageCase) -> str:
    lines = [str(case)]
    for finding in report_on(case).findings:
        line = finding.location.line if finding.location else 0
        at, about = (
            f" {word}={value}" if value else ""
            for word, value in (("at", finding.at), ("about", finding.about))
        )
        lines += [f"  {line}: {finding.severity} {finding.subject}{at}{about}", f"     {finding.message}"]
        lines += [f"     hint: {finding.hint}"]
        lines += [f"     repair: {finding.repair}"] if finding.repair else []
    return "\n".join(lines)


def test_every_message_is_as_it_was() -> None:
    """Run once with CX_UPDATE_SNAPSHOTS=1 after a message was changed on purpose, and read the difference."""
    told = "\n".join(map(in_full, CASES)) + "\n"
    if os.environ.get("CX_UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(told, encoding="utf-8")
    assert told.splitlines() == SNAPSHOT.read_text(encoding="utf-8").splitlines()


def findings_of(case: PageCase) -> tuple[Finding, ...]:
    findings = report_on(case).findings
    assert findings
    return findings


@BAD
def test_a_message_begins_with_its_subject(case: PageCase) -> None:
    for finding in findings_of(case):
        kind = "KPI" if finding.subject.kind == "kpi" else finding.subject.kind.removeprefix("service-")
        clause = f"{kind} '{finding.subject.id}'"
        assert finding.message.startswith(clause) or finding.subject.kind == "blueprint"
        assert clause in finding.message


@BAD
def test_a_message_is_a_clause_and_not_a_sentence(case: PageCase) -> None:
    for finding in findings_of(case):
        assert finding.message.startswith("KPI ") or finding.message[0].islower()
        assert not finding.message.endswith((".", "!"))
        assert not re.search(r"\b(please|should|must|error|warning)\b", finding.message, re.IGNORECASE)


@BAD
def test_a_message_fits_on_one_line(case: PageCase) -> None:
    for finding in findings_of(case):
        assert "\n" not in finding.message + finding.hint
        assert "  " not in finding.message + finding.hint


@BAD
def test_a_hint_says_what_to_do(case: PageCase) -> None:
    for finding in findings_of(case):
        assert re.match(r"[a-z]", finding.hint)
        assert not finding.hint.endswith((".", "!"))
        assert not re.search(r"\b(please|should)\b", finding.hint, re.IGNORECASE)


@BAD
def test_whoever_else_is_concerned_is_named_by_kind_and_address(case: PageCase) -> None:
    for finding in findings_of(case):
        assert finding.about is None or re.fullmatch(r"[a-z-]+:[a-z0-9/-]+", finding.about)
