"""What is in the baseline is known before; whatever else is found, is new."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

import cxblueprint as cx
from cxblueprint.checks import Baseline, Flaw, Rule, flaw, read_baseline, rule, run

MakeRule = Callable[..., Rule]
Told = list[str]


def found(blueprint: cx.Blueprint, *rules: Rule) -> cx.Report:
    return run(cx.Graph(blueprint), rules)


def baseline_of(report: cx.Report) -> Baseline:
    return Baseline("b.json", "b").updated(report, ran={finding.code for finding in report.found})


def told(report: cx.Report) -> tuple[Told, Told]:
    active = [f"{finding.code} {finding.subject}" for finding in report.findings]
    return active, [f"{item.finding.code} {item.finding.subject}" for item in report.baselined]


def test_what_was_there_is_known_and_what_is_new_counts(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    baseline = baseline_of(found(teams, make_rule("TST001", "one")))
    report = baseline.applied_to(found(teams, make_rule("TST001", "one", "two")))
    assert told(report) == (["TST001 team:two"], ["TST001 team:one"])
    assert [item.reason for item in report.baselined] == ["in the baseline b.json"]


def test_what_was_there_once_is_known_once(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    baseline = baseline_of(found(teams, make_rule("TST001", "one")))
    report = baseline.applied_to(found(teams, make_rule("TST001", "one", "one", "one")))
    assert told(report) == (["TST001 team:one"] * 2, ["TST001 team:one"])


def test_what_was_there_twice_is_known_twice(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    baseline = baseline_of(found(teams, make_rule("TST001", "one", "one")))
    report = baseline.applied_to(found(teams, make_rule("TST001", "one", "one", "one", "two")))
    assert told(report) == (["TST001 team:one", "TST001 team:two"], ["TST001 team:one"] * 2)
    assert [str(one.subject) for one in report.found] == ["team:one", "team:two"]


def test_what_nobody_may_suppress_is_never_known(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    report = found(teams, make_rule("TST001", "one"), make_rule("TST002", "one"))
    baseline = Baseline("b.json", "b").updated(report, ran={"TST001", "TST002"}, mandatory={"TST001"})
    assert [known.code for known in baseline.known] == ["TST002"]
    smuggled = baseline_of(report).applied_to(report, mandatory={"TST001"})
    assert told(smuggled) == (["TST001 team:one"], ["TST002 team:one"])


def test_lines_may_move_and_words_may_change(make_rule: MakeRule) -> None:
    before = cx.loads("id: b\ntitle: B\nteams: [{id: one, name: One}]\n")
    after = cx.loads("\n\nteams:\n- name: Uno\n  id: one\nid: b\ntitle: C\n")
    baseline = baseline_of(found(before, make_rule("TST001", "one")))
    assert told(baseline.applied_to(found(after, make_rule("TST001", "one")))) == ([], ["TST001 team:one"])


def test_an_update_keeps_what_no_rule_of_this_run_could_find(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    baseline = baseline_of(found(teams, make_rule("TST001", "one"), make_rule("TST002", "two")))
    again = baseline.updated(found(teams, make_rule("TST001", "six")), ran={"TST001"})
    assert [(known.code, known.subject) for known in again.known] == [
        ("TST001", "team:six"),
        ("TST002", "team:two"),
    ]


def test_it_counts_what_is_gone_of_the_rules_that_ran(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    baseline = baseline_of(found(teams, make_rule("TST001", "one", "two"), make_rule("TST002", "two")))
    report = baseline.applied_to(found(teams, make_rule("TST001", "two")))
    assert (baseline.gone(report, {"TST001"}), baseline.gone(report, {"TST001", "TST002"})) == (1, 2)


def test_the_baseline_of_another_blueprint_is_refused(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    report = found(teams, make_rule("TST001", "one"))
    with pytest.raises(cx.UsageError) as refused:
        Baseline("x.json", "x").applied_to(report)
    assert str(refused.value) == ("x.json: is the baseline of blueprint 'x', not of 'b': name another file")


def test_the_file_has_a_line_for_each_finding_and_reads_back(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    report = found(teams, make_rule("TST001", "two", "one", "one"))
    one, _, two = (finding.fingerprint for finding in report.findings)
    baseline = baseline_of(report)
    assert baseline.text() == (
        "{\n"
        '  "version": 1,\n'
        '  "blueprint": "b",\n'
        '  "findings": [\n'
        f'    {{"fingerprint": "{one}", "code": "TST001", "subject": "team:one", "count": 2}},\n'
        f'    {{"fingerprint": "{two}", "code": "TST001", "subject": "team:two"}}\n'
        "  ]\n"
        "}\n"
    )
    assert read_baseline(baseline.text(), "b.json") == baseline
    empty = Baseline("b.json", "b")
    assert empty.text() == '{\n  "version": 1,\n  "blueprint": "b",\n  "findings": []\n}\n'
    assert read_baseline(empty.text(), "b.json") == empty


WANTS = "and wants `fingerprint`, `code`, `subject` and a `count` of at least 1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "b.json:1:2: is no baseline: expecting property name enclosed in double quotes"),
        ("", "b.json:1:1: is no baseline: expecting value"),
        ("[" * 100_000, "b.json: is no baseline: its nesting is too deep"),
        ("1" * 5_000, "b.json: is no baseline: a number in it has too many digits"),
        (
            '{"version": "\\ud800\u202e", "findings": []}',
            'b.json: is no baseline: `version` is "\\ud800\\u202e", and 1 is what can be read',
        ),
        (
            '{"version": 1, "blueprint": "\\ud800", "findings": []}',
            'b.json: is no baseline: `blueprint` is "\\ud800", and wants the id of one',
        ),
        (
            '{"version": 1, "blueprint": "b", "findings": [{"code": "\\ud800"}]}',
            f'b.json: is no baseline: `findings[0]` is {{"code": "\\ud800"}}, {WANTS}',
        ),
        ("[]", "b.json: is no baseline: it wants `version`, `blueprint` and `findings`"),
        ('{"findings": 3}', "b.json: is no baseline: it wants `version`, `blueprint` and `findings`"),
        (
            '{"version": 2, "blueprint": "b", "findings": []}',
            "b.json: is no baseline: `version` is 2, and 1 is what can be read",
        ),
        (
            '{"version": 1, "blueprint": 7, "findings": []}',
            "b.json: is no baseline: `blueprint` is 7, and wants the id of one",
        ),
        (
            json.dumps({"version": 1, "blueprint": "b", "findings": [{"code": "A" * 90}]}),
            'b.json: is no baseline: `findings[0]` is {"code": "' + "A" * 50 + "…, and wants"
            " `fingerprint`, `code`, `subject` and a `count` of at least 1",
        ),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_with_the_place(text: str, message: str) -> None:
    with pytest.raises(cx.UsageError) as refused:
        read_baseline(text, "b.json")
    assert str(refused.value) == f"{message}; name another file, or remove this one"


@pytest.mark.parametrize("count", [0, -1, True, "2", 1.0])
def test_a_count_is_a_number_of_at_least_one(count: object) -> None:
    entry = {"fingerprint": "0", "code": "TST001", "subject": "team:one", "count": count}
    with pytest.raises(cx.UsageError, match="a `count` of at least 1"):
        read_baseline(json.dumps({"version": 1, "blueprint": "b", "findings": [entry]}), "b.json")


RISK = """
risks: [{id: r, name: R, threatens: ['team:t']%s}]
teams: [{id: t, name: T}]
id: b
title: B
"""


def test_to_mend_one_lack_makes_no_other_look_new() -> None:
    before = cx.check(cx.loads(RISK % ""))
    assert [one.code for one in before.findings if one.subject.kind == "risk"] == ["ESC005"]
    baseline = baseline_of(before)
    mended = baseline.applied_to(cx.check(cx.loads(RISK % ", signal: it rains")))
    assert told(mended)[0] == []
    assert baseline.gone(mended, {"ESC005", "ESC006", "ESC007"}) == 1


def test_what_is_left_is_held_one_by_one(teams: cx.Blueprint) -> None:
    @rule("TST001", "one-cause", summary="a team is wrong")
    def one_cause(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            yield flaw(team, f"team '{team.id}' is wrong", "set it right", once="the cause")

    report = Baseline("b.json", "b").applied_to(found(teams, one_cause))
    assert [len(some) for some in (report.findings, report.found)] == [1, 3]


def test_what_is_new_is_told_of_what_is_not_known_before() -> None:
    baseline = baseline_of(cx.check(cx.loads(RISK % ", owner: t, response: go home")))
    report = baseline.applied_to(cx.check(cx.loads(RISK % "")))
    assert [one.message for one in report.findings if one.subject.kind == "risk"] == [
        "risk 'r' has no owner, nor has it a response"
    ]
