from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import cxblueprint as cx

AS_OF = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def report(repository: Path) -> cx.Report:
    blueprint = cx.load(repository / "examples" / "messy-bank")
    return cx.check(blueprint, profile="exemplary", as_of=AS_OF)


def test_messy_bank_has_exactly_its_findings(report: cx.Report) -> None:
    """A new rule adds lines to the list beside this file; a line that goes needs a reason."""
    listed = (Path(__file__).parent / "messy-bank.findings.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(f"{finding.code} {finding.subject}" for finding in report.findings) == listed
    assert report.defects == ()


def test_messy_bank_hides_nothing_behind_its_allowances(report: cx.Report) -> None:
    assert report.suppressed == ()


def test_messy_bank_is_caught_by_every_rule_but_those_it_cannot_break(report: cx.Report) -> None:
    caught = {finding.code for finding in report.found}
    silent = {rule.name for rule in cx.catalogue() if rule.code not in caught}
    assert silent == {
        "no-cx-function",  # it has a CX team, which is how marketing can own it
        "platform-before-journey",  # it draws journeys and it asks customers, only badly
        "one-kind-of-listening",  # it also invites customers, to look at a staged branch
        "kpis-of-one-silo",  # where a journey has measures, several teams keep some
    }
