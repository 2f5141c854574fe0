"""Which rules run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, checked_options, flaw, matching, one_rule, rule, rules_of, selected

# A few rules, so that a new one changes nothing here.
LISTED = "REF001 GOV001 GOV002 GOV006 OWN001 OWN002 SIL001 SIL002 SIL003 PRM001 KPI001 KPI010 KPI011 KPI012"
CATALOGUE = tuple(rule for rule in cx.catalogue() if rule.code in LISTED.split())


def codes(**words: object) -> list[str]:
    return [rule.code for rule in selected(CATALOGUE, **{"profile": "recommended", **words})]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["GOV001"], ["GOV001"]),
        (["gov001"], ["GOV001"]),
        (["marketing-owned-cx"], ["GOV001"]),
        (["Marketing-Owned-CX"], ["GOV001"]),
        ([" GOV001 "], ["GOV001"]),
        (["SIL"], ["SIL001", "SIL002", "SIL003"]),
        (["silos"], ["SIL001", "SIL002", "SIL003"]),
        (["sil00"], ["SIL001", "SIL002", "SIL003"]),
        (["KPI01"], ["KPI010", "KPI011", "KPI012"]),
        (["PRM", "OWN001"], ["OWN001", "PRM001"]),
        (["GOV001", "marketing-owned-cx"], ["GOV001"]),
    ],
)
def test_rules_are_selected_by_code_start_of_code_name_or_family(
    words: list[str], expected: list[str]
) -> None:
    assert codes(select=words) == expected


def test_what_is_selected_runs_whatever_the_profile() -> None:
    assert codes(select=["OWN001"], profile="essential") == ["OWN001"]


def test_what_is_ignored_is_left_out_of_the_profile_or_of_what_is_selected() -> None:
    assert codes(select=["silos"], ignore=["SIL002"]) == ["SIL001", "SIL003"]
    assert codes(profile="essential", ignore=["governance", "REF"]) == ["SIL001", "KPI001"]


def test_each_profile_has_the_rules_of_those_before_it() -> None:
    essential, recommended, exemplary = (
        {rule.code for rule in rules_of(profile, CATALOGUE)}
        for profile in ("essential", "recommended", "exemplary")
    )
    assert essential == {"REF001", "GOV001", "GOV002", "GOV006", "SIL001", "KPI001"}
    assert essential < recommended <= exemplary
    assert exemplary == {rule.code for rule in CATALOGUE}


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("GOV0O1", "there is no rule 'GOV0O1', did you mean 'GOV001'?"),
        ("marketing-owned-ex", "there is no rule 'marketing-owned-ex', did you mean 'marketing-owned-cx'?"),
        ("xyzzy", "there is no rule 'xyzzy': `cxblueprint rules` lists them"),
        ("", "there is no rule '': `cxblueprint rules` lists them"),
        ("  ", "there is no rule '  ': `cxblueprint rules` lists them"),
    ],
)
def test_a_word_that_means_no_rule_is_refused(word: str, message: str) -> None:
    for words in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(cx.UsageError) as caught:
            codes(**words)
        assert str(caught.value) == message


def test_a_misspelled_family_is_refused_with_a_guess() -> None:
    with pytest.raises(cx.UsageError, match="did you mean 'silos'"):
        matching("silo", CATALOGUE)


def test_nothing_left_to_run_is_refused() -> None:
    with pytest.raises(cx.UsageError, match="no rule is left to run: select more or ignore less"):
        codes(select=["SIL001"], ignore=["silos"])


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(cx.UsageError) as caught:
        codes(profile="recomended")
    assert str(caught.value) == (
        "there is no profile 'recomended', did you mean 'recommended'?: essential, recommended, exemplary"
    )


def test_one_rule_is_found_by_its_code_or_name_and_by_nothing_less() -> None:
    assert one_rule("own001", CATALOGUE) is one_rule("touchpoint-without-owner", CATALOGUE)
    with pytest.raises(cx.UsageError, match="there is no rule 'OWN'"):
        one_rule("OWN", CATALOGUE)


@rule("TST001", "too-many-teams", summary="there are too many teams")
def too_many_teams(
    graph: cx.Graph, *, profile: str, most_teams: int = 2, strict: bool = False
) -> Iterator[Flaw]:
    if len(graph.teams) > most_teams + strict:
        yield flaw(graph.blueprint.teams[0], f"too many for {profile}", "have fewer")


def test_an_option_is_a_keyword_with_a_default_that_is_neither_profile_nor_date() -> None:
    assert dict(too_many_teams.options) == {"most_teams": 2, "strict": False}


@pytest.mark.parametrize("word", ["TST001", "too-many-teams"])
@pytest.mark.parametrize("option", ["most-teams", "most_teams"])
def test_options_are_given_by_code_or_name(word: str, option: str) -> None:
    assert checked_options({word: {option: 5}}, [too_many_teams]) == {"TST001": {"most_teams": 5}}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"TST002": {}}, "there is no rule 'TST002', did you mean 'TST001'?"),
        ({"TST001": {"least": 1}}, "rule 'too-many-teams' has no option 'least': it has most-teams, strict"),
        (
            {"TST001": {"most-teams": "5"}},
            "option 'most-teams' of rule 'too-many-teams' wants a whole number, not '5'",
        ),
        (
            {"TST001": {"most-teams": True}},
            "option 'most-teams' of rule 'too-many-teams' wants a whole number, not true",
        ),
        ({"TST001": {"strict": 1}}, "option 'strict' of rule 'too-many-teams' wants true or false, not 1"),
        (
            {"TST001": {"profile": "x"}},
            "rule 'too-many-teams' has no option 'profile': it has most-teams, strict",
        ),
    ],
)
def test_options_are_checked(options: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(cx.UsageError) as caught:
        checked_options(options, [too_many_teams])
    assert str(caught.value) == message


def test_a_rule_without_options_says_so() -> None:
    with pytest.raises(cx.UsageError, match="rule 'touchpoint-without-owner' has no option 'x': it has none"):
        checked_options({"OWN001": {"x": 1}}, CATALOGUE)
