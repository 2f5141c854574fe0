"""Rules run, their findings are placed, and echoes are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Profile, Replace, Rule, flaw, rule, run

MakeRule = Callable[..., Rule]


def told(report: cx.Report) -> list[str]:
    return [f"{finding.code} {finding.subject}" for finding in report.findings]


def test_a_finding_says_everything(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    (finding,) = run(
        cx.Graph(teams), [make_rule("TST001", "two", severity="error", name="wrong-team")]
    ).findings
    assert finding == cx.Finding(
        code="TST001",
        name="wrong-team",
        severity="error",
        subject=cx.Subject("team", "two"),
        message="team 'two' is wrong",
        hint="set it right",
        owner="two",
        location=cx.Location("b.yaml", 2, 1),
        fingerprint="940b1215a3aad966",
    )


def test_a_finding_keeps_what_the_flaw_says_of_it(teams: cx.Blueprint) -> None:
    repair = Replace("One", "Two")

    @rule("TST001", "wrong", summary="wrong")
    def wrong(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(
            graph.teams["one"], "m", "h", at="name", about="two", repair=repair, lacks="a thing", once="it"
        )

    (found,) = run(cx.Graph(teams), [wrong]).found
    assert (found.at, found.about, found.repair, found.lacks) == ("name", "two", repair, "a thing")
    assert found.once == "checks: it"


def test_what_a_finding_quotes_stays_on_its_line() -> None:
    @rule("TST001", "quoting", summary="quotes")
    def quoting(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["t"], f"team 't' is called '{graph.teams['t'].name}'", "a\nb")

    blueprint = cx.loads('id: b\ntitle: B\nteams: [{id: t, name: "one\\ntwo\\e[31m\\u202e👩\\u200d💻"}]')
    (finding,) = run(cx.Graph(blueprint), [quoting]).findings
    assert (finding.message, finding.hint) == ("team 't' is called 'one two [31m👩\u200d💻'", "a b")


def test_a_flaw_may_be_less_loud_than_its_rule(teams: cx.Blueprint) -> None:
    @rule("TST001", "loud", summary="loud", severity="error")
    def loud(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], "m", "h", severity="info")
        yield flaw(graph.teams["two"], "m", "h")

    assert [finding.severity for finding in run(cx.Graph(teams), [loud]).findings] == ["info", "error"]


def test_a_finding_stands_at_its_field_else_at_what_is_nearest() -> None:
    text = """
touchpoints:
  - id: t
    name: T
    frontstage:
      - {text: Greets}
      - {text: Listens,
         team: ghosts}
id: b
title: B
"""

    @rule("TST001", "places", summary="places")
    def places(graph: cx.Graph) -> Iterator[Flaw]:
        for at in (None, "name", "frontstage[1].team", "frontstage[1]", "frontstage[0].team", "owner"):
            yield flaw(graph.touchpoints["t"], "m", "h", at=at)

    report = run(cx.Graph(cx.loads(text)), [places])
    assert sorted(
        (finding.at or "", finding.location.line) for finding in report.findings if finding.location
    ) == [
        ("", 3),
        ("frontstage[0].team", 6),
        ("frontstage[1]", 7),
        ("frontstage[1].team", 8),
        ("name", 4),
        ("owner", 3),
    ]


def test_what_was_not_read_from_text_has_no_place(make_rule: MakeRule) -> None:
    blueprint = cx.Blueprint(id="b", title="B", teams=[cx.Team(id="one", name="One")])
    (finding,) = run(cx.Graph(blueprint), [make_rule("TST001", "one")]).findings
    assert finding.location is None


def test_findings_come_by_place_then_code_whatever_order_the_rules_have(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    rules = [make_rule("TST002", "six", "one"), make_rule("TST001", "two", "one")]
    expected = ["TST001 team:one", "TST002 team:one", "TST001 team:two", "TST002 team:six"]
    assert told(run(cx.Graph(teams), rules)) == expected
    assert told(run(cx.Graph(teams), rules[::-1])) == expected


def test_what_has_no_place_comes_last_and_by_code(make_rule: MakeRule) -> None:
    blueprint = cx.Blueprint(
        id="b", title="B", teams=[cx.Team(id=name, name=name) for name in ("two", "one")]
    )
    rules = [make_rule("TST002", "one"), make_rule("TST001", "two", "one")]
    assert told(run(cx.Graph(blueprint), rules)) == ["TST001 team:one", "TST001 team:two", "TST002 team:one"]


def test_a_rule_that_raises_is_a_defect_and_the_others_run(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    @rule("TST009", "broken", summary="broken")
    def broken(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], "m", "h")
        raise KeyError(graph.blueprint.id)

    report = run(cx.Graph(teams), [broken, make_rule("TST001", "two")])
    assert told(report) == ["TST001 team:two"]
    (defect,) = report.defects
    assert defect.code == "TST009"
    line = broken.function.__code__.co_firstlineno + 3
    assert defect.message == f"KeyError: 'b' (broken, line {line})"
    assert not report.ok


def test_the_echo_of_a_required_rule_is_left_out_at_the_same_thing_only(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    cause = make_rule("TST001", "one", name="cause")
    echo = make_rule("TST002", "one", "two", requires=("cause",))
    assert told(run(cx.Graph(teams), [cause, echo])) == ["TST001 team:one", "TST002 team:two"]


def test_a_required_rule_runs_silently_when_it_is_not_selected(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    cause = make_rule("TST001", "one", "six", name="cause")
    echo = make_rule("TST002", "one", "two", requires=("cause",))
    assert told(run(cx.Graph(teams), [echo], catalogue=[cause, echo])) == ["TST002 team:two"]


def test_a_suppressed_cause_still_counts(make_rule: MakeRule) -> None:
    allow = [cx.Allowance(rule="TST001", reason="it is known")]
    blueprint = cx.Blueprint(id="b", title="B", teams=[cx.Team(id="one", name="One", allow=allow)])
    cause = make_rule("TST001", "one", name="cause")
    report = run(cx.Graph(blueprint), [cause, make_rule("TST002", "one", requires=("cause",))])
    assert (told(report), len(report.suppressed)) == ([], 1)


def test_a_rule_may_require_one_that_requires_another(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    first = make_rule("TST001", "one", name="first")
    second = make_rule("TST002", "one", "two", name="second", requires=("first",))
    third = make_rule("TST003", "one", "two", "six", requires=("second",))
    assert told(run(cx.Graph(teams), [third], catalogue=[first, second, third])) == ["TST003 team:six"]


def test_a_rule_that_requires_an_unknown_one_is_refused(teams: cx.Blueprint, make_rule: MakeRule) -> None:
    with pytest.raises(
        cx.UsageError, match="rule TST001 requires 'ghost', which is no rule of the catalogue"
    ):
        run(cx.Graph(teams), [make_rule("TST001", requires=("ghost",))])


def test_a_rule_whose_required_one_requires_an_unknown_one_is_refused(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    second = make_rule("TST002", name="second", requires=("ghost",))
    with pytest.raises(cx.UsageError, match="rule TST002 requires 'ghost'"):
        run(cx.Graph(teams), [make_rule("TST001", requires=("second",))], catalogue=[second])


def test_rules_outside_the_catalogue_come_after_it_by_their_codes(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    rules = [make_rule(code, "one") for code in ("TST003", "TST001", "TST002")]
    found = run(cx.Graph(teams), rules, catalogue=[rules[0]]).found
    assert [finding.code for finding in found] == ["TST003", "TST001", "TST002"]


def test_a_rule_says_everything_that_it_was_declared_with() -> None:
    def function(_graph: cx.Graph) -> Iterator[Flaw]:
        yield from ()

    plain = rule("TST001", "plain", summary="plainly wrong")(function)
    stated = rule(
        "TST002",
        "stated",
        summary="wrong",
        severity="error",
        profile="exemplary",
        claims=("1.3",),
        requires=("plain",),
        judges_the_whole=True,
        mandatory=True,
    )(function)
    assert plain == Rule("TST001", "plain", "warning", "recommended", "plainly wrong", function)
    assert (plain.claims, plain.requires, plain.judges_the_whole, plain.mandatory) == ((), (), False, False)
    assert stated == Rule(
        "TST002",
        "stated",
        "error",
        "exemplary",
        "wrong",
        function,
        ("1.3",),
        ("plain",),
        judges_the_whole=True,
        mandatory=True,
    )


def test_a_rule_is_given_the_profile_the_date_and_its_options_if_it_asks(teams: cx.Blueprint) -> None:
    @rule("TST001", "asks", summary="asks")
    def asks(graph: cx.Graph, *, profile: Profile, as_of: dt.date | None, most: int = 3) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], f"{profile} {as_of} {most}", "h")

    graph, day = cx.Graph(teams), dt.date(2027, 1, 2)
    plain = run(graph, [asks])
    given = run(graph, [asks], profile="exemplary", as_of=day, options={"TST001": {"most": 9}})
    assert [finding.message for finding in (*plain.findings, *given.findings)] == [
        "recommended None 3",
        "exemplary 2027-01-02 9",
    ]


def test_a_fingerprint_stays_when_lines_move_and_words_change() -> None:
    def prints(text: str, word: str) -> list[str]:
        @rule("TST001", "wordy", summary="wordy")
        def wordy(graph: cx.Graph) -> Iterator[Flaw]:
            yield flaw(graph.teams["one"], word, word, at="owner", about="team:two")

        return [finding.fingerprint for finding in run(cx.Graph(cx.loads(text)), [wordy]).findings]

    before = prints("teams: [{id: one, name: One}]\nid: b\ntitle: B\n", "old")
    after = prints(
        "id: b\ntitle: B\n\n\nteams:\n  - {id: two, name: Two}\n  - {id: one, name: First}\n", "new"
    )
    assert before == after


def test_a_fingerprint_differs_by_code_subject_field_and_other_party() -> None:
    text = "teams: [{id: one, name: One}, {id: two, name: Two}]\nid: b\ntitle: B\n"

    def several(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.teams["one"], "m", "h")
        yield flaw(graph.teams["two"], "m", "h")
        yield flaw(graph.teams["one"], "m", "h", at="owner")
        yield flaw(graph.teams["one"], "m", "h", at="name")
        yield flaw(graph.teams["one"], "m", "h", about="owner")

    rules = [rule(code, code.lower(), summary="s")(several) for code in ("TST001", "TST002")]
    findings = run(cx.Graph(cx.loads(text)), rules).findings
    assert len({finding.fingerprint for finding in findings}) == len(findings) == 10


def test_a_report_knows_whose_it_is_and_the_same_input_gives_the_same_report(
    teams: cx.Blueprint, make_rule: MakeRule
) -> None:
    rules = [make_rule("TST001", "two", "one")]
    report = run(cx.Graph(teams), rules)
    assert (report.blueprint, report.title) == ("b", "B")
    assert run(cx.Graph(teams), rules) == report
