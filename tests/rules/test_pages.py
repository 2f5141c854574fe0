"""The pages of the rules are complete, and their examples hold."""

from __future__ import annotations

import pytest

from cxblueprint.checks import Rule, page_of
from cxblueprint.rules import CATALOGUE
from cxblueprint.testing.pages import (
    PageCase,
    assert_example_holds,
    assert_page_is_complete,
    page_cases,
    report_on,
)

RULES = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
CASES = tuple(page_cases(CATALOGUE))
SHORTEST, LONGEST = 35, 120
"""Lines of a page: less explains nothing, more is not read."""


@RULES
def test_a_page_has_everything_that_a_reader_needs(rule: Rule) -> None:
    assert_page_is_complete(rule)


@RULES
def test_a_page_is_called_by_code_and_name(rule: Rule) -> None:
    assert rule.page_path.name == f"{rule.code.lower()}_{rule.name.replace('-', '_')}.md"


@RULES
def test_a_page_can_be_read_without_scrolling_sideways_or_for_long(rule: Rule) -> None:
    lines = page_of(rule).text.splitlines()
    assert SHORTEST <= len(lines) <= LONGEST
    assert [line for line in lines if len(line) > 110] == []


@RULES
def test_a_page_shows_how_to_suppress_its_rule_unless_nobody_may(rule: Rule) -> None:
    shown = [case for case in CASES if case.rule is rule and case.section == "When to suppress"]
    assert bool(shown) is not rule.mandatory


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_example_holds(case: PageCase) -> None:
    assert_example_holds(case)


@pytest.mark.parametrize("case", [case for case in CASES if case.section == "When to suppress"], ids=str)
def test_a_suppressed_example_carries_a_reason_for_each_finding(case: PageCase) -> None:
    assert all(len(item.reason) > len("reason") for item in report_on(case).suppressed)
