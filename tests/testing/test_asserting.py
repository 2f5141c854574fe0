"""Assertions say what is wrong, where, and how it is put right; they are silent where all is well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.testing import assert_clean, blueprint_of, findings, fragment

UNOWNED = fragment("touchpoints:\n  - {id: kiosk, name: Kiosk}\n", name="kiosk.yaml")
TEAM = blueprint_of(cx.Team(id="a", name="X"))
LATE = fragment(
    "touchpoints:\n  - {id: kiosk, name: Kiosk,"
    " allow: [{rule: OWN001, reason: sold in March, until: 2027-03-31}]}\n"
)


@rule("OUR001", "nameless-team", summary="a team is called X")
def nameless_team(graph: cx.Graph, *, letter: str = "X") -> Iterator[Flaw]:
    for team in graph.teams.values():
        if team.name == letter:
            yield flaw(team, f"team '{team.id}' is called {letter}", "name it", at="name")


@rule("OUR002", "crash", summary="it crashes")
def crash(graph: cx.Graph) -> Iterator[Flaw]:
    yield flaw(graph.teams["nowhere"], "", "")


def test_what_is_found_is_told_with_its_place_and_the_way_out() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_clean(UNOWNED, select=["OWN001"])

    assert str(caught.value) == (
        "'Fragment' has 1 finding at profile recommended:\n"
        "  kiosk.yaml:2:5: warning OWN001 touchpoint 'kiosk' has no owner\n"
        "    hint: set `owner` to the id of a declared team"
    )


def test_what_has_no_place_in_a_file_is_told_by_its_name_the_worst_first() -> None:
    blueprint = blueprint_of(
        cx.Touchpoint(id="kiosk", name="Kiosk"),
        cx.Team(id="ads", name="Advertising", function="marketing"),
        cx.Team(id="care", name="Customer Care", function="cx", reports_to="ads"),
    )

    with pytest.raises(AssertionError) as caught:
        assert_clean(blueprint, select=["OWN001", "GOV001"], profile="essential")

    assert str(caught.value).splitlines()[::2] == [
        "'Blueprint' has 2 findings at profile essential:",
        "    hint: let it report to an executive or within operations: set `reports_to` to such a team",
        "    hint: set `owner` to the id of a declared team",
    ]
    assert str(caught.value).splitlines()[1::2] == [
        "  team:care: error GOV001 team 'care' runs customer experience and reports to marketing 'ads'",
        "  touchpoint:kiosk: warning OWN001 touchpoint 'kiosk' has no owner",
    ]


def test_an_example_without_fault_is_clean(repository: Path) -> None:
    assert_clean(cx.load(repository / "examples" / "fibre-at-home"), profile="exemplary", fail_on="info")


def test_what_is_not_bad_enough_is_clean() -> None:
    assert_clean(UNOWNED, select=["OWN001"], fail_on="error")
    with pytest.raises(AssertionError, match="1 finding"):
        assert_clean(UNOWNED, select=["OWN001"], fail_on="warning")


def test_an_allowance_holds_until_its_day() -> None:
    assert_clean(LATE, select=["OWN001"], as_of=dt.date(2027, 3, 31))
    with pytest.raises(AssertionError, match="1 finding"):
        assert_clean(LATE, select=["OWN001"], as_of=dt.date(2027, 4, 1))


def test_rules_of_ones_own_count() -> None:
    nameless = blueprint_of(cx.Team(id="a", name="Y"))
    options = {"nameless-team": {"letter": "Y"}}

    assert_clean(nameless, select=["OUR001"], own_rules=[nameless_team])
    with pytest.raises(AssertionError, match="OUR001 team 'a' is called Y"):
        assert_clean(nameless, select=["OUR001"], own_rules=[nameless_team], options=options)


def test_a_rule_that_fails_is_never_clean() -> None:
    with pytest.raises(AssertionError, match=r"^rule OUR002 failed: KeyError: 'nowhere'"):
        assert_clean(UNOWNED, select=["OUR002"], own_rules=[crash])
    with pytest.raises(AssertionError, match=r"^rule OUR002 failed: KeyError: 'nowhere'"):
        findings(crash, UNOWNED)


def test_an_unknown_word_is_no_failed_assertion() -> None:
    with pytest.raises(cx.UsageError, match="did you mean 'OWN001'"):
        findings("OWN01", UNOWNED)
    with pytest.raises(cx.UsageError, match="did you mean 'exemplary'"):
        assert_clean(UNOWNED, profile="exemplar")


@pytest.mark.parametrize("word", ["OWN001", "touchpoint-without-owner", cx.find_rule("OWN001")])
@pytest.mark.parametrize("judged", [UNOWNED, cx.Graph(UNOWNED)], ids=["blueprint", "graph"])
def test_one_rule_is_asked_by_code_by_name_or_itself(
    word: str | cx.Rule, judged: cx.Blueprint | cx.Graph
) -> None:
    assert [str(finding.subject) for finding in findings(word, judged)] == ["touchpoint:kiosk"]


def test_one_rule_takes_its_options() -> None:
    teams = blueprint_of(cx.Team(id="a", name="X"), cx.Team(id="b", name="Y"))

    assert [one.subject.id for one in findings(nameless_team, teams)] == ["a"]
    assert [one.subject.id for one in findings(nameless_team, teams, options={"letter": "Y"})] == ["b"]
    with pytest.raises(cx.UsageError, match="has no option 'lettr'"):
        findings(nameless_team, teams, options={"lettr": "Y"})


def test_what_is_allowed_is_not_found() -> None:
    assert findings("OWN001", LATE) == ()
    assert len(findings("OWN001", LATE, as_of=dt.date(2027, 4, 1))) == 1


def test_a_rule_goes_by_its_own_profile_or_by_the_one_that_is_wanted() -> None:
    @rule("OUR003", "loud", summary="tells the profile", profile="exemplary")
    def loud(graph: cx.Graph, *, profile: str) -> Iterator[Flaw]:
        yield flaw(graph.teams["a"], profile, "")

    assert [one.message for one in findings(loud, TEAM)] == ["exemplary"]
    assert [one.message for one in findings(loud, TEAM, profile="essential")] == ["essential"]
