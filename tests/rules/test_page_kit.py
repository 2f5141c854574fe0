"""The kit that tests pages fails when it has to, and serves rules of one's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.checks import Expectation, Flaw, Rule, flaw, rule
from cxblueprint.testing.pages import (
    PageCase,
    assert_example_holds,
    assert_page_is_complete,
    page_cases,
    report_on,
)


@rule("OUR001", "nameless-team", summary="a team is called X", claims=("1.2",))
def nameless_team(graph: cx.Graph, *, profile: str, letter: str = "X") -> Iterator[Flaw]:
    for team in graph.teams.values():
        if team.name == letter:
            yield flaw(team, f"team '{team.id}' is called {letter}", "name it", at="name")
        if team.name == "?" and profile == "exemplary":
            yield flaw(team, f"team '{team.id}' has no name yet", "name it", at="name", severity="info")


WRONG = "teams:\n  - id: a\n    name: X\n"
RIGHT = "teams: [{id: a, name: Anna}]\n"
ASKED = "teams: [{id: a, name: '?'}]\n"
ALLOWED = "teams: [{id: a, name: X, allow: [{rule: OUR001, reason: so they wish}]}]\n"
THIRD_LINE = (Expectation(3, "OUR001"),)


def case(section: str, text: str, *expected: Expectation, **more: object) -> PageCase:
    return PageCase(nameless_team, section, 1, text, expected, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "example",
    [
        case("Bad", WRONG, *THIRD_LINE),
        case("Bad", WRONG, Expectation(3, "OUR001", "warning")),
        case("Bad", ASKED, Expectation(1, "OUR001", "info"), profile="exemplary"),
        case("Bad", f"id: mine\ntitle: Mine\nformat: 1\n{WRONG}", Expectation(6, "OUR001")),
        case("Good", RIGHT),
        case("Good", ASKED, profile="recommended"),
        case("When to suppress", ALLOWED),
    ],
    ids=["bad", "loudness-stated", "profile-stated", "header-stated", "good", "good-below", "suppressed"],
)
def test_an_example_that_tells_the_truth_holds(example: PageCase) -> None:
    assert_example_holds(example)


@pytest.mark.parametrize(
    ("example", "complaint"),
    [
        (case("Bad", RIGHT, *THIRD_LINE), "line 3: OUR001 warning\nand what is found is\n  nothing"),
        (case("Bad", WRONG), "nothing\nand what is found is\n  line 3: OUR001 warning: team 'a' is called X"),
        (
            case("Bad", WRONG, Expectation(2, "OUR001")),
            "line 2: OUR001 warning\nand what is found is\n  line 3",
        ),
        (case("Bad", WRONG, Expectation(3, "OUR001", "info")), "line 3: OUR001 info\nand what is found is"),
        (case("Bad", WRONG, Expectation(3, "OUR002")), "line 3: OUR002 warning\nand what is found is"),
        (case("Bad", WRONG, *THIRD_LINE * 2), "line 3: OUR001 warning\n  line 3: OUR001 warning\nand what"),
        (case("Good", WRONG), "nothing\nand what is found is\n  line 3: OUR001 warning"),
        (case("Good", ASKED), "nothing\nand what is found is\n  line 1: OUR001 info"),
        (
            case("Good", "teams: [{id: a, name: A, reports_to: a}]\n"),
            "GOV006 error: team 'a' reports to itself",
        ),
        (case("When to suppress", RIGHT), "something is suppressed\nand what is found is\n  nothing"),
        (case("When to suppress", WRONG), "nothing\nand what is found is\n  line 3: OUR001 warning"),
        (case("Good", "teams: [{name: A}]\n"), "is no blueprint:\n"),
    ],
)
def test_an_example_that_does_not_is_refused(example: PageCase, complaint: str) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_example_holds(example)
    assert complaint in str(caught.value)


def test_a_complaint_shows_the_fragment_with_its_lines() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_example_holds(case("Good", WRONG))
    assert str(caught.value) == (
        "OUR001-good-1 expects\n  nothing\nand what is found is\n"
        "  line 3: OUR001 warning: team 'a' is called X\n"
        "   1 | teams:\n   2 |   - id: a\n   3 |     name: X"
    )


def test_a_rule_that_fails_fails_its_examples() -> None:
    @rule("OUR002", "broken", summary="it breaks")
    def broken(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["ghost"], "m", "h")

    with pytest.raises(
        AssertionError, match="that every rule runs\nand what is found is\n  OUR002: KeyError"
    ):
        assert_example_holds(PageCase(broken, "Good", 1, RIGHT))


def test_a_good_example_is_held_against_the_catalogue_that_is_given() -> None:
    loop = "teams: [{id: a, name: A, reports_to: a}]\n"
    assert_example_holds(case("Good", loop), catalogue=[nameless_team])


def test_what_a_rule_finds_in_an_example_can_be_looked_at() -> None:
    report = report_on(case("Bad", WRONG, *THIRD_LINE))
    assert [finding.message for finding in report.findings] == ["team 'a' is called X"]


PAGE = """\
# nameless-team (OUR001)

## What it checks

Names.

## Why it matters

Claim 1.2.

## Bad

```yaml
teams: [{id: a, name: X}]  # expect: OUR001
```

## Good

```yaml
teams: [{id: a, name: Anna}]
```

```yaml
# profile: recommended
teams: [{id: a, name: "?"}]
```

## How to fix

Name it.

## Options

`letter`: what nobody may be called.

## When to suppress

Never.
"""


@pytest.fixture
def paged(tmp_path: Path) -> type[Rule]:
    class Paged(Rule):
        page_path = tmp_path / "our001_nameless_team.md"

    return Paged


def with_page(paged: type[Rule], text: str) -> Rule:
    made = paged(
        "OUR001", "nameless-team", "warning", "recommended", "s", nameless_team.function, nameless_team.claims
    )
    made.page_path.write_text(text, encoding="utf-8")
    return made


def test_a_complete_page_is_accepted(paged: type[Rule]) -> None:
    assert_page_is_complete(with_page(paged, PAGE))


def test_its_examples_become_cases_with_names(paged: type[Rule]) -> None:
    cases = list(page_cases([with_page(paged, PAGE)]))
    assert [(str(one), one.expected, one.profile) for one in cases] == [
        ("OUR001-bad-1", (Expectation(1, "OUR001"),), None),
        ("OUR001-good-1", (), None),
        ("OUR001-good-2", (), "recommended"),
    ]
    for one in cases:
        assert_example_holds(one)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("# nameless", "# nameful", "its first line is not '# nameless-team (OUR001)'"),
        (
            "## Options\n\n",
            "",
            "its sections are What it checks, Why it matters, Bad, Good, How to fix, When",
        ),
        ("Name it.\n", "", "there is nothing under 'How to fix'"),
        ("Claim 1.2.", "Claim 1.22.", "'Claim 1.2' is not named under 'Why it matters'"),
        ("`letter`", "letter", "its option `letter` is not described"),
        ("  # expect: OUR001", "", "an example under 'Bad' expects nothing, not OUR001:\n   1 | teams:"),
        ("expect: OUR001", "expect: OUR002", "an example under 'Bad' expects OUR002, not OUR001"),
        ("Anna}]", "Anna}]  # expect: OUR001", "an example under 'Good' expects OUR001, not nothing"),
        (
            "## Bad\n\n```yaml",
            "## Bad\n\n```yml",
            "an example under 'Bad' is yml, which nobody tests: write yaml",
        ),
        ("## Bad\n\n```yaml", "## Bad\n\n```yml", "there is no example under 'Bad'"),
    ],
)
def test_what_a_page_lacks_is_said(paged: type[Rule], old: str, new: str, complaint: str) -> None:
    assert old in PAGE
    with pytest.raises(AssertionError) as caught:
        assert_page_is_complete(with_page(paged, PAGE.replace(old, new)))
    assert str(caught.value).startswith("the page of OUR001:\n")
    assert complaint in str(caught.value)


def test_the_kit_needs_no_test_framework() -> None:
    statement = (
        "import sys; from cxblueprint.testing import pages; print({'pytest', 'hypothesis'} & {*sys.modules})"
    )
    assert subprocess.check_output([sys.executable, "-I", "-c", statement], text=True).strip() == "set()"
