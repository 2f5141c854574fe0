"""Each cause is told once: at the first place that nobody allowed, and all that one thing lacks together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Rule, Severity, flaw, rule, run

MakeFlawed = Callable[..., Rule]


@pytest.fixture
def make_flawed() -> MakeFlawed:
    """Make a rule of a code and of the teams that it finds, each with what a flaw may state."""

    def make(code: str, places: Iterable[tuple[str, dict[str, Any]]], severity: Severity = "warning") -> Rule:
        @rule(code, code.lower(), summary="a team is wrong", severity=severity)
        def function(graph: cx.Graph) -> Iterator[Flaw]:
            for team, stated in places:
                yield flaw(graph.teams[team], f"team '{team}' is {code}", f"mend {code}", **stated)

        return function

    return make


def graph(*allowing: str, roles: str = "") -> cx.Graph:
    allow = ", allow: [{rule: TST001, reason: we know}]"
    names = ("one", "six", "two")
    teams = ", ".join(f"{{id: {name}, name: N{allow if name in allowing else ''}}}" for name in names)
    return cx.Graph(cx.loads(f"teams: [{teams}]\nroles: [{roles}]\nid: b\ntitle: B\n"))


def told(report: cx.Report) -> list[str]:
    return [f"{finding.code} {finding.subject.id}: {finding.message}" for finding in report.findings]


ONCE = [(name, {"once": "a cause"}) for name in ("one", "six", "two")]


def test_of_one_cause_the_first_place_is_told(make_flawed: MakeFlawed) -> None:
    report = run(graph(), [make_flawed("TST001", ONCE)])
    assert told(report) == ["TST001 one: team 'one' is TST001, here and in 2 more places"]
    assert [finding.subject.id for finding in report.found] == ["one", "six", "two"]


@pytest.mark.parametrize(
    ("allowing", "expected"),
    [
        (["one"], ["TST001 six: team 'six' is TST001, here and in 1 more place"]),
        (["six"], ["TST001 one: team 'one' is TST001, here and in 1 more place"]),
        (["one", "six"], ["TST001 two: team 'two' is TST001"]),
        (["one", "six", "two"], []),
    ],
)
def test_an_allowance_at_one_place_leaves_the_others_to_be_told(
    make_flawed: MakeFlawed, allowing: list[str], expected: list[str]
) -> None:
    report = run(graph(*allowing), [make_flawed("TST001", ONCE)])
    assert told(report) == expected
    assert [item.finding.subject.id for item in report.suppressed] == allowing


def test_an_allowance_at_any_of_the_places_is_used(make_flawed: MakeFlawed) -> None:
    unused = cx.find_rule("suppression-unused")
    rules = [make_flawed("TST001", ONCE[:2]), unused]
    assert told(run(graph("six"), rules)) == ["TST001 one: team 'one' is TST001"]
    assert told(run(graph("two"), rules)) == [
        "TST001 one: team 'one' is TST001, here and in 1 more place",
        "SUP002 two: team 'two' allows 'TST001', and tst001 finds nothing there",
    ]


def test_what_is_called_differently_or_not_at_all_is_told_one_by_one(make_flawed: MakeFlawed) -> None:
    places = [("one", {"once": "a cause"}), ("six", {"once": "another"}), ("two", {})]
    assert len(run(graph(), [make_flawed("TST001", places)]).findings) == 3


def test_causes_of_the_same_letters_are_not_the_same(make_flawed: MakeFlawed) -> None:
    report = run(graph(), [make_flawed("TST001", [("one", {"once": "ab"}), ("two", {"once": "ba"})])])
    assert told(report) == ["TST001 one: team 'one' is TST001", "TST001 two: team 'two' is TST001"]


def test_rules_of_one_family_may_name_the_same_cause(make_flawed: MakeFlawed) -> None:
    rules = [make_flawed("TST002", ONCE[:1]), make_flawed("TST001", ONCE[1:2])]
    assert told(run(graph(), rules)) == ["TST001 six: team 'six' is TST001, here and in 1 more place"]
    assert told(run(graph("six"), rules)) == ["TST002 one: team 'one' is TST002"]


def test_several_things_wrong_with_one_place_are_no_more_places(make_flawed: MakeFlawed) -> None:
    places = [("one", {"once": "a cause", "about": about}) for about in ("team:six", "team:two")]
    assert told(run(graph(), [make_flawed("TST001", places)])) == ["TST001 one: team 'one' is TST001"]


def lacking(word: str, *teams: str) -> list[tuple[str, dict[str, str]]]:
    return [(team, {"lacks": word}) for team in teams]


def test_what_one_thing_lacks_is_told_together_in_the_order_of_the_catalogue(make_flawed: MakeFlawed) -> None:
    first = make_flawed("TST009", lacking("an owner", "one"))
    others = [make_flawed("TST001", lacking("a name", "one")), make_flawed("TST002", lacking("a day", "one"))]
    (finding,) = run(graph(), [*others, first], catalogue=[first, *others]).findings
    assert finding.message == "team 'one' is TST009, nor has it a name or a day"
    assert finding.hint == "mend TST009; for the rest see TST001 and TST002"
    assert told(run(graph(), others)) == ["TST001 one: team 'one' is TST001, nor has it a day"]


def test_what_is_wrong_with_a_thing_is_told_beside_what_it_lacks(make_flawed: MakeFlawed) -> None:
    rules = [make_flawed("TST001", lacking("an owner", "one")), make_flawed("TST002", [("one", {})])]
    assert told(run(graph(), rules)) == [
        "TST001 one: team 'one' is TST001",
        "TST002 one: team 'one' is TST002",
    ]


def test_what_is_allowed_is_not_told_with_the_rest(make_flawed: MakeFlawed) -> None:
    rules = [make_flawed(f"TST00{number}", lacking(f"a {number}", "one")) for number in (1, 2, 3)]
    assert told(run(graph("one"), rules)) == ["TST002 one: team 'one' is TST002, nor has it a 3"]


def test_a_cause_is_told_where_customers_feel_it_most() -> None:
    text = """
touchpoints: [{id: a, name: A}, {id: b, name: B, volume: 10000}]
id: b
title: B
"""

    @rule("TST001", "loud", summary="loud")
    def loud(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.touchpoints["a"], "touchpoint 'a' is off", "h", severity="info", once="off")
        yield flaw(graph.touchpoints["b"], "touchpoint 'b' is off", "h", severity="error", once="off")

    (finding,) = run(cx.Graph(cx.loads(text)), [loud]).findings
    assert (finding.subject.id, finding.severity, finding.weight) == ("b", "error", 4)


def test_where_all_of_a_kind_lack_something_each_is_told(make_flawed: MakeFlawed) -> None:
    alike = make_flawed("TST001", lacking("an owner", "two", "six"))
    assert told(run(graph(), [alike])) == [
        "TST001 six: team 'six' is TST001",
        "TST001 two: team 'two' is TST001",
    ]


def test_where_rules_speak_for_themselves_nothing_is_told_together(make_flawed: MakeFlawed) -> None:
    rules = [
        make_flawed("TST001", lacking("an owner", "one")),
        make_flawed("TST002", lacking("a day", "one")),
    ]
    report = run(graph(), rules, together=False)
    assert told(report) == ["TST001 one: team 'one' is TST001", "TST002 one: team 'one' is TST002"]
    assert report.found == report.findings


def test_what_is_selected_is_told_by_each_rule_for_itself() -> None:
    risk = "risks: [{id: r, name: R, threatens: ['team:t']}]"
    blueprint = cx.loads(f"{risk}\nteams: [{{id: t, name: T}}]\nid: b\ntitle: B\n")
    selected = cx.check(blueprint, select=["ESC005", "ESC006", "ESC007"])
    assert told(selected) == [
        "ESC005 r: risk 'r' has no early signal",
        "ESC006 r: risk 'r' has no owner",
        "ESC007 r: risk 'r' has no response",
    ]
    whole = cx.check(blueprint)
    assert "ESC005 r: risk 'r' has no early signal, nor has it an owner or a response" in told(whole)


def test_an_error_is_told_itself_and_leads_what_else_is_lacking(make_flawed: MakeFlawed) -> None:
    rules = [
        make_flawed("TST001", lacking("a name", "one")),
        make_flawed("TST002", lacking("a day", "one"), severity="error"),
        make_flawed("TST003", lacking("a place", "one"), severity="error"),
    ]
    assert told(run(graph(), rules)) == [
        "TST002 one: team 'one' is TST002, nor has it a name",
        "TST003 one: team 'one' is TST003",
    ]


def test_what_a_journey_or_a_touchpoint_cannot_do_without_is_told_by_its_own_rule() -> None:
    text = """
teams: [{id: t, name: T}]
touchpoints:
  - {id: desk, name: Desk, opens_request: true}
  - {id: till, name: Till, owner: t, opens_request: true}
journeys:
  - {id: j, name: J, segments: [s], stages: [{name: S, steps: [
      {touchpoint: desk, moment_of_truth: true}, {touchpoint: till, moment_of_truth: true}]}]}
segments: [{id: s, name: S}]
id: b
title: B
"""
    report = cx.check(cx.loads(text))
    basic = ("OWN001", "OWN002", "KPI001", "STD001")
    assert [one for one in told(report) if one.startswith(basic)] == [
        "OWN001 desk: touchpoint 'desk' has no owner",
        "STD001 till: touchpoint 'till' has no service standard",
        "KPI001 j: journey 'j' has no KPI",
        "OWN002 j: journey 'j' has no owner, nor has it a value to its customers or a feeling on it",
    ]


def test_of_several_causes_those_are_told_that_bring_a_new_one(make_flawed: MakeFlawed) -> None:
    both, left, right = {"once": ("l", "r")}, {"once": ("l",)}, {"once": ("r",)}
    places = [("six", both), ("one", left), ("two", right)]
    flawed = make_flawed("TST001", places)
    assert told(run(graph(), [flawed])) == ["TST001 six: team 'six' is TST001"]
    assert told(run(graph("one"), [flawed])) == ["TST001 six: team 'six' is TST001"]
    assert told(run(graph("six"), [flawed])) == [
        "TST001 one: team 'one' is TST001",
        "TST001 two: team 'two' is TST001",
    ]
    overlapping = make_flawed("TST001", [("one", left), ("six", both), ("two", right)])
    assert told(run(graph(), [overlapping])) == [
        "TST001 one: team 'one' is TST001",
        "TST001 six: team 'six' is TST001",
    ]


def test_a_cause_told_with_other_lacks_still_says_where_else_it_shows(make_flawed: MakeFlawed) -> None:
    first = make_flawed("TST001", lacking("a day", "one"))
    shared = [(name, {"once": "silence", "lacks": "news"}) for name in ("one", "two")]
    assert told(run(graph(), [first, make_flawed("TST002", shared)])) == [
        "TST001 one: team 'one' is TST001, nor has it news (here and in 1 more place)"
    ]


def test_a_thing_whose_lack_is_told_elsewhere_still_tells_what_else_it_lacks(make_flawed: MakeFlawed) -> None:
    shared = make_flawed(
        "TST001", [("one", {"once": "silence"}), ("two", {"once": "silence", "lacks": "news"})]
    )
    own = make_flawed("TST002", lacking("a day", "two"))
    assert told(run(graph(), [shared, own])) == [
        "TST001 one: team 'one' is TST001, here and in 1 more place",
        "TST002 two: team 'two' is TST002",
    ]


def test_what_is_told_together_is_as_loud_as_the_loudest(make_flawed: MakeFlawed) -> None:
    quiet, loud = {"once": "it", "severity": "info"}, {"once": "it", "severity": "warning"}
    report = run(graph(), [make_flawed("TST001", [("one", quiet), ("two", loud)])])
    assert [(finding.subject.id, finding.severity) for finding in report.findings] == [("one", "warning")]


def test_several_lacks_are_listed_with_commas(make_flawed: MakeFlawed) -> None:
    rules = [make_flawed(f"TST00{n}", [("one", {"lacks": f"a {word}"})]) for n, word in enumerate("abcd", 1)]
    report = run(graph(), rules)
    assert told(report) == ["TST001 one: team 'one' is TST001, nor has it a b, a c or a d"]
    assert report.findings[0].hint == "mend TST001; for the rest see TST002, TST003 and TST004"
