"""What people hear who write their first blueprint: ten things at most, and each of them once.

Beside this file lie the first ten lines or so of thirty-two people who know their trade and not this tool.
`findings.txt` lists what each of them is told. Of every line of it one may ask: is a customer worse off? Does
whoever reads it learn something? Is it the cause, or only an echo of another line?
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import cxblueprint as cx

HERE = Path(__file__).parent
SNAPSHOT = HERE / "findings.txt"
BLUEPRINTS = sorted(HERE.glob("*.yaml"))
EACH = pytest.mark.parametrize("path", BLUEPRINTS, ids=lambda path: path.stem)
MOST = 10
DENSE = {
    "airline": 11, "bike-share": 12, "car-dealer": 11, "public-transport": 11, "saas-trial": 13,
    "transformation": 11,
}  # fmt: skip
"""Who is told more, and how much: each line of theirs is a cause of its own that hurts somebody."""
TOLD_THEMSELVES = {
    "journey-without-kpi", "journey-without-owner", "touchpoint-without-owner", "touchpoint-without-standard",
}  # fmt: skip

_SAYS_NOTHING = re.compile(r"\s*(?:#.*|(?:- )?[a-z_]+:\s*)?$")
"""A line that is empty, a comment, or only says what kind of thing follows."""
_HEAD = re.compile(r"(?:id|title|purpose):")


def told(path: Path) -> tuple[cx.Finding, ...]:
    report = cx.check(cx.load(path))
    assert report.defects == ()
    return report.findings


@EACH
def test_a_newcomer_is_told_ten_things_at_most_but_for_some_who_wrote_densely(path: Path) -> None:
    findings = told(path)
    known = DENSE.get(path.stem)
    is_as_meant = len(findings) <= MOST if known is None else len(findings) == known > MOST
    assert is_as_meant, "\n".join(finding.message for finding in findings)


def test_what_each_newcomer_is_told_is_as_it_was() -> None:
    """Run once with CX_UPDATE_SNAPSHOTS=1 after a rule was changed on purpose, and judge what is new."""
    lines = []
    for path in BLUEPRINTS:
        lines += [path.stem, *(f"  {finding.code} {finding.subject}" for finding in told(path))]
    if os.environ.get("CX_UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == SNAPSHOT.read_text(encoding="utf-8").splitlines()


@EACH
def test_nothing_is_told_twice(path: Path) -> None:
    findings = told(path)
    assert len({(finding.code, finding.subject) for finding in findings}) == len(findings)
    lacking = [
        finding.subject
        for finding in findings
        if finding.lacks is not None and finding.severity != "error" and finding.name not in TOLD_THEMSELVES
    ]
    assert len(set(lacking)) == len(lacking)


@EACH
def test_a_newcomer_writes_about_ten_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert 6 <= sum(not _SAYS_NOTHING.match(line) and not _HEAD.match(line) for line in lines) <= 14


def test_newcomers_use_nearly_all_of_the_vocabulary() -> None:
    used = {name for path in BLUEPRINTS for name in cx.load(path).model_fields_set}
    missing = set(cx.Blueprint.model_fields) - used
    assert missing == {"format", "tags", "links", "notes", "custom", "allow"}


@pytest.mark.parametrize(
    ("newcomer", "expected"),
    [
        ("mobile-operator", "GOV001 team:cx"),
        ("gym", "GOV002 journey:leave"),
        ("clinic", "SIL001 touchpoint:triage"),
        ("parcels", "KPI001 journey:send"),
        ("retail-bank", "PRM003 promise:open-in-two-days"),
        ("dentist", "STD002 step:check-up/book/phone"),
        ("bike-share", "TEC002 step:ride/trouble/chatbot"),
    ],
)
def test_what_hurts_customers_most_is_told_at_once(newcomer: str, expected: str) -> None:
    assert expected in [f"{finding.code} {finding.subject}" for finding in told(HERE / f"{newcomer}.yaml")]
