"""What pages call bad and a repair can mend is good afterwards."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.checks import page_of, run
from cxblueprint.rules import CATALOGUE
from cxblueprint.testing.pages import PageCase, page_cases, report_on

from .conftest import FixFiles

CASES = [
    case
    for case in page_cases(CATALOGUE)
    if case.section == "Bad" and any(finding.repair for finding in report_on(case).findings)
]


def test_these_rules_say_what_repairs_them() -> None:
    assert {case.rule.name for case in CASES} == {
        "suppression-unknown",
        "suppression-unused",
        "unknown-reference",
    }


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_repair_silences_its_finding_and_wakes_no_other(case: PageCase, fix_files: FixFiles) -> None:
    def judge(blueprint: cx.Blueprint) -> cx.Report:
        graph = cx.Graph(blueprint)
        return run(
            graph, [case.rule], catalogue=CATALOGUE, profile=case.profile or "exemplary", as_of=case.as_of
        )

    before = report_on(case).findings

    outcome = fix_files({"page.yaml": f"{case.text}\nid: page\ntitle: Page\n"}, judge=judge)

    assert outcome.left == []
    after = {finding.fingerprint for finding in outcome.fixed.report.findings}
    assert after < {finding.fingerprint for finding in before}
    assert [one.message for one in outcome.fixed.report.findings if one.repair] == []


@pytest.mark.parametrize("rule", ["unknown-reference", "suppression-unused", "suppression-unknown"])
def test_the_page_tells_that_the_command_does_it(rule: str) -> None:
    assert "`cxblueprint check --fix`" in page_of(cx.find_rule(rule)).sections["How to fix"]
