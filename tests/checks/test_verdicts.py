"""What the rules say of a blueprint is asked for when it is needed, and found once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Profile, Rule, Verdicts, flaw, rule, run

MakeRule = Callable[..., Rule]


def verdicts(teams: cx.Blueprint, *rules: Rule, profile: Profile = "recommended") -> Verdicts:
    return Verdicts(cx.Graph(teams), rules, profile=profile, as_of=None, options={})


ONE = cx.Subject("team", "one")


@pytest.mark.parametrize("word", ["TST001", "tst001", " rule-tst001 ", "Rule-Tst001"])
def test_a_rule_is_found_by_code_or_name(teams: cx.Blueprint, make_rule: MakeRule, word: str) -> None:
    made = make_rule("TST001")
    assert verdicts(teams, made).rule(word) is made
    assert verdicts(teams, made).rule("TST") is None


def test_codes_and_names_are_known_as_they_are_written(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    known = verdicts(teams, make_rule("TST001"), make_rule("TST002")).words
    assert known == ("TST001", "rule-tst001", "TST002", "rule-tst002")


def test_a_rule_is_asked_once(teams: cx.Blueprint) -> None:
    asked = []

    @rule("TST001", "counts", summary="counts")
    def counts(graph: cx.Graph) -> Iterator[Flaw]:
        asked.append(graph.blueprint.id)
        yield flaw(graph.teams["one"], "m", "h")

    said = verdicts(teams, counts)
    assert [len(said.flaws(counts)), said.fires(counts, ONE), said.subjects(counts)] == [1, True, {ONE}]
    assert asked == ["b"]


def test_whether_a_rule_fires_is_told_for_each_thing(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    made = make_rule("TST001", "two")
    assert [verdicts(teams, made).fires(made, cx.Subject("team", name)) for name in ("one", "two")] == [
        False,
        True,
    ]


def test_a_rule_that_goes_by_the_profile_is_asked_at_the_strictest_too(teams: cx.Blueprint) -> None:
    @rule("TST001", "strict", summary="strict")
    def strict(graph: cx.Graph, *, profile: Profile) -> Iterator[Flaw]:
        if profile == "exemplary":
            yield flaw(graph.teams["one"], "m", "h")

    said = verdicts(teams, strict)
    assert (said.flaws(strict), said.fires(strict, ONE)) == ((), True)
    assert not said.subjects(strict)
    assert said.subjects(strict, "exemplary") == {ONE}


def test_nobody_can_tell_of_a_rule_that_fails_that_wants_a_date_or_that_judges_the_others(
    teams: cx.Blueprint,
) -> None:
    @rule("TST001", "fails", summary="fails")
    def fails(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["ghost"], "m", "h")

    @rule("TST002", "dated", summary="dated")
    def dated(graph: cx.Graph, *, as_of: dt.date | None) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], str(as_of), "h")

    @rule("TST003", "judges", summary="judges")
    def judges(graph: cx.Graph, *, verdicts: Verdicts) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], str(verdicts.words), "h")

    said = verdicts(teams, fails, dated, judges)
    assert [said.fires(one, ONE) for one in (fails, dated, judges)] == [None, None, None]
    assert list(said.defects) == ["TST001"]


def test_a_rule_is_told_what_the_others_find_and_one_that_fails_meanwhile_is_a_defect(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    @rule("TST008", "broken", summary="broken")
    def broken(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["ghost"], "m", "h")

    other = make_rule("TST001", "two")

    @rule("TST009", "judges", summary="judges")
    def judges(graph: cx.Graph, *, verdicts: Verdicts) -> Iterator[Flaw]:
        count = len(verdicts.flaws(other)) + len(verdicts.flaws(broken))
        yield flaw(graph.teams["one"], f"{count} found", "h")

    report = run(cx.Graph(teams), [judges], catalogue=[other, broken])
    assert [finding.message for finding in report.findings] == ["1 found"]
    assert [defect.code for defect in report.defects] == ["TST008"]
