"""A page is taken apart by its headings, its fences and its markers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.checks import Example, Expectation, Rule, page_of, parse_page

PAGE = """\
# wrong-team (TST001)

## What it checks

Teams.

## Bad

```yaml
# profile: exemplary
teams:
  - {id: a}  # expect: TST001
  - {id: b}  # expect: TST001 info, expect: TST002
```

```console
$ cxblueprint check
```

## Good

```yaml
teams: []
```

## When to suppress

Never.
"""


def test_a_page_has_a_title_and_sections_in_order() -> None:
    page = parse_page(PAGE)
    assert page.title == "wrong-team (TST001)"
    assert list(page.sections) == ["What it checks", "Bad", "Good", "When to suppress"]
    assert page.sections["What it checks"] == "Teams."
    assert page.text == PAGE
    assert parse_page("# x\n\n## What it checks\n\n  - indented\n").sections == {
        "What it checks": "  - indented"
    }


def test_the_yaml_fences_are_its_examples() -> None:
    bad, good = parse_page(PAGE).examples
    assert bad == Example(
        "Bad",
        "# profile: exemplary\n"
        "teams:\n"
        "  - {id: a}  # expect: TST001\n"
        "  - {id: b}  # expect: TST001 info, expect: TST002\n",
        (Expectation(3, "TST001"), Expectation(4, "TST001", "info")),
        "exemplary",
    )
    assert good == Example("Good", "teams: []\n")


def test_an_example_says_in_its_first_lines_by_what_it_is_judged() -> None:
    text = "## Good\n```yaml\n# as-of: 2027-01-31\n# profile: essential\na: b\n# profile: exemplary\n```\n"
    (good,) = parse_page(text).examples
    assert (good.profile, good.as_of) == ("essential", dt.date(2027, 1, 31))


def test_a_day_that_there_is_not_is_told() -> None:
    page = parse_page("## Good\n```yaml\n# as-of: 2027-02-30\na: b\n```\n")
    with pytest.raises(cx.CxBlueprintError) as caught:
        _ = page.examples
    said = "'# as-of: 2027-02-30' in an example says no date; write it like 2027-06-30"
    assert str(caught.value) == said


def test_fences_that_nothing_closes_hold_no_example() -> None:
    page = parse_page("## Bad\n" + "```yaml\n" * 50_000)  # it took several minutes
    assert page.examples == ()


def test_an_unknown_profile_or_severity_is_no_marker() -> None:
    text = "## Bad\n```yaml\n# profile: perfect\na: b  # expect: TST001 loud\n```\n"
    assert parse_page(text).examples == (
        Example("Bad", "# profile: perfect\na: b  # expect: TST001 loud\n", (Expectation(2, "TST001"),)),
    )


def test_a_page_is_read_in_the_encoding_in_which_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_bytes("# wrong-team (TST001)\n\n## Good\n\nCafés, 東京.\n".encode())
    rule = cx.find_rule("OWN001")
    monkeypatch.setitem(rule.__dict__, "page_path", page)
    assert page_of(rule).sections == {"Good": "Cafés, 東京."}


def test_a_rule_without_a_page_is_told_so(tmp_path: Path) -> None:
    class Lonely(Rule):
        page_path = tmp_path / "tst001_lonely.md"

    lonely = Lonely("TST001", "lonely", "warning", "essential", "s", lambda _: iter(()))
    with pytest.raises(cx.CxBlueprintError, match="rule TST001 has no page"):
        page_of(lonely)
