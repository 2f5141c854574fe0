"""Whatever an own rule asks for: it is done as it is meant, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Remove, Rename, Repair, Replace, flaw, rule, run
from cxblueprint.fixing import Judge

from .conftest import FixFiles

UNUSUAL = "the list has an anchor, or an unusual form"
NO_BLUEPRINT = "the files would be no blueprint then"
HEAD = "id: zoo\ntitle: Zoo\n"


def asking(*repairs: Repair, once: bool = True) -> Judge:
    """Return a check by an own rule that asks for some repairs of a team, once or again and again."""
    asked: list[Repair] = []

    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        for repair in () if asked and once else repairs:
            asked.append(repair)
            yield flaw(graph.teams["kiosk"], "team 'kiosk' is wrong", "set it right", repair=repair)

    return lambda blueprint: run(cx.Graph(blueprint), [own_rule])


@pytest.mark.parametrize(
    ("repair", "becomes"),
    [
        (Replace("name", "The kiosk"), "name: The kiosk"),
        (Replace("name", "no: 7 # really"), 'name: "no: 7 # really"'),
        (Replace("name", "12"), 'name: "12"'),
        (Replace("name", "two\nlines"), 'name: "two\\nlines"'),
        (Replace("name", "{braces}, [brackets]"), 'name: "{braces}, [brackets]"'),
        (Replace("reports_to", "keepers"), "reports_to: keepers"),
        (Remove("tags[1]"), "tags: [a, c]"),
        (Rename("custom.colour", "color"), "custom: {color: red, size: 3}"),
        (Rename("custom.colour", "x: y"), 'custom: {"x: y": red, size: 3}'),
    ],
)
def test_what_an_own_rule_asks_for_is_done(repair: Repair, becomes: str, fix_files: FixFiles) -> None:
    kiosk = "{id: kiosk, name: Kiosk, reports_to: kiosk, tags: [a, b, c], custom: {colour: red, size: 3}}"
    text = f"{HEAD}teams: [{{id: keepers, name: K}}, {kiosk}]\n"

    outcome = fix_files({"b.yaml": text}, judge=asking(repair))

    assert becomes in outcome.files["b.yaml"]
    assert len(outcome.changes) == 1


@pytest.mark.parametrize(
    ("repair", "why"),
    [
        (Replace("name", ""), NO_BLUEPRINT),  # it would not load
        (Replace("function", "nonsense"), NO_BLUEPRINT),
        (Replace("id", "keepers"), NO_BLUEPRINT),  # twice the same
        (Replace("executive_seat", "yes"), "what stands there is no text"),
        (Replace("tags", "a"), "what stands there is no text"),
        (Replace("climate", "fair"), "it is not written in a file"),
        (Replace("tags[7]", "a"), "it is not written in a file"),
        (Replace("no.such[3].field", "a"), "it is not written in a file"),
        (Remove("name"), "it is no item of a list"),
        (Remove("tags"), "it is no item of a list"),
        (Rename("custom.colour", "size"), NO_BLUEPRINT),
        (Rename("name", "label"), NO_BLUEPRINT),
        (Rename("tags[0]", "label"), "it is no key"),
    ],
)
def test_what_would_be_no_blueprint_is_not_done(repair: Repair, why: str, fix_files: FixFiles) -> None:
    facts = "function: it, executive_seat: true, tags: [a, b], custom: {colour: red, size: 3}"
    text = f"{HEAD}teams: [{{id: keepers, name: K}}, {{id: kiosk, name: Kiosk, {facts}}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=asking(repair))

    assert outcome.files["b.yaml"] == text
    assert [one.why for one in outcome.fixed.left] == [why]


def test_an_id_that_others_name_is_not_changed_under_them(fix_files: FixFiles) -> None:
    steps = "[{id: one, name: One}, {name: Two, next: [{to: one}]}]"
    journeys = f"journeys: [{{id: j, name: J, stages: [{{name: S, steps: {steps}}}]}}]\n"

    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        for step in graph.steps:
            if step.id == "one":
                yield flaw(step, "step 'one' is wrong", "set it right", repair=Replace("id", "two"))

    outcome = fix_files({"b.yaml": HEAD + journeys}, judge=lambda one: run(cx.Graph(one), [own_rule]))

    assert outcome.files["b.yaml"] == HEAD + journeys


def test_what_one_repair_spoils_does_not_keep_the_others_from_being_done(fix_files: FixFiles) -> None:
    repairs = [Replace(f"tags[{number}]", f"t{number}") for number in range(7)]
    bad = [Replace("name", ""), Replace("function", "nonsense")]
    kiosk = "{id: kiosk, name: Kiosk, function: it, tags: [a, b, c, d, e, f, g]}"

    outcome = fix_files(
        {"b.yaml": f"{HEAD}teams: [{kiosk}]\n"},
        judge=asking(*repairs[:3], bad[0], *repairs[3:], bad[1], once=False),
    )

    done = "{id: kiosk, name: Kiosk, function: it, tags: [t0, t1, t2, t3, t4, t5, t6]}"
    assert outcome.files["b.yaml"] == f"{HEAD}teams: [{done}]\n"
    assert [one.said for one in outcome.fixed.left] == [
        "name of team 'kiosk' does not become ''",
        "function of team 'kiosk' does not become 'nonsense'",
    ]


def test_of_two_that_want_something_else_in_one_place_the_first_has_its_way(fix_files: FixFiles) -> None:
    text = f"{HEAD}teams: [{{id: kiosk, name: Kiosk}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=asking(Replace("name", "One"), Replace("name", "Two")))

    assert outcome.files["b.yaml"] == text.replace("Kiosk", "One")


def test_wishes_that_speak_of_one_another_are_all_fulfilled(fix_files: FixFiles) -> None:
    text = f"{HEAD}teams: [{{id: kiosk, name: Kiosk, tags: [a, b, c], links: [], custom: {{colour: red}}}}]\n"
    repairs: list[Repair] = [
        Remove("tags[0]"),
        Rename("custom.colour", "color"),
        Replace("custom.colour", "blue"),
        Replace("tags[0]", "x"),
        Replace("tags[2]", "z"),
        Remove("tags[1]"),
    ]

    outcome = fix_files({"b.yaml": text}, judge=asking(*repairs))

    after = text.replace("[a, b, c]", "[z]").replace("colour: red", "color: blue")
    assert (outcome.files["b.yaml"], outcome.left) == (after, [])


ODD = """\
id: zoo
title: Zoo
standards: [{id: quick}]
promises:
  - id: soon
    notes: |-  # to be said
      soon
    ? tags
    : - a
      - b
    path:
      - [quick]
      - quick
    ? paused_while
    : [noon]
    exclusions: !!seq [noon]
"""


@pytest.mark.parametrize(
    ("repair", "why"),
    [
        (Remove("tags[0]"), UNUSUAL),
        (Remove("path[0][0]"), UNUSUAL),
        (Remove("paused_while[0]"), UNUSUAL),
        (Remove("exclusions[0]"), UNUSUAL),
        (Replace("notes", "two\nlines"), "it cannot be written as the text there is"),
        (Replace("notes", " indented"), "it cannot be written as the text there is"),
    ],
)
def test_what_is_written_in_an_unusual_way_is_left(repair: Repair, why: str, fix_files: FixFiles) -> None:
    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(graph.promises["soon"], "promise 'soon' is wrong", "set it right", repair=repair)

    outcome = fix_files({"b.yaml": ODD}, judge=lambda one: run(cx.Graph(one), [own_rule]))

    assert outcome.files["b.yaml"] == ODD
    assert [one.why for one in outcome.fixed.left] == [why]


@pytest.mark.parametrize("text", ["# soon", "soon: tomorrow", "'soon'", "- soon", "&soon", "soon #1", "no"])
def test_in_a_block_of_text_nothing_needs_quotes(text: str, fix_files: FixFiles) -> None:
    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        promise = graph.promises["soon"]
        if promise.notes != text:
            yield flaw(promise, "promise 'soon' is wrong", "set it right", repair=Replace("notes", text))

    outcome = fix_files({"b.yaml": ODD}, judge=lambda one: run(cx.Graph(one), [own_rule]))

    assert outcome.files["b.yaml"] == ODD.replace("      soon\n", f"      {text}\n")


@pytest.mark.parametrize(
    ("written", "becomes"),
    [("'Kiosk'", "'Don''t'"), ('"Kiosk"', '"Don\'t"'), ("Kiosk", "Don't"), ("!!str Kiosk", "!!str Don't")],
)
def test_quotes_stay_those_that_are_there(written: str, becomes: str, fix_files: FixFiles) -> None:
    text = f"{HEAD}teams: [{{id: kiosk, name: {written}}}]\n"
    outcome = fix_files({"b.yaml": text}, judge=asking(Replace("name", "Don't")))
    assert outcome.files["b.yaml"] == text.replace(written, becomes)


@pytest.mark.parametrize(
    "name", ["a\nb", "a\x07b", "\ufeffa", "\u2028", '"', "\\n", "'", "a: b", " ", "\u202e"]
)
@pytest.mark.parametrize("written", ["Kiosk", "'Kiosk'", '"Kiosk"'])
def test_whatever_is_to_be_written_is_read_again(name: str, written: str, fix_files: FixFiles) -> None:
    text = f"{HEAD}teams: [{{id: kiosk, name: {written}}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=asking(Replace("name", name + "x")))

    assert outcome.fixed.blueprint.teams[0].name == name + "x"


def test_what_two_findings_ask_for_is_done_once(fix_files: FixFiles) -> None:
    text = f"{HEAD}teams: [{{id: kiosk, name: Kiosk, tags: [a, b]}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=asking(Replace("tags[0]", "c"), Replace("tags[0]", "c")))

    assert outcome.files["b.yaml"] == text.replace("[a, b]", "[c, b]")
    assert (len(outcome.changes), outcome.left) == (1, [])


def test_what_goes_in_circles_stops_before_it_closes_one(fix_files: FixFiles) -> None:
    @rule("ACM001", "to-and-fro", summary="an own rule goes in circles")
    def to_and_fro(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            other = {"One": "Two", "Two": "Three", "Three": "One"}[team.name]
            yield flaw(team, "team 'kiosk' is wrong", "turn it around", repair=Replace("name", other))

    text = f"{HEAD}teams: [{{id: kiosk, name: One}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=lambda one: run(cx.Graph(one), [to_and_fro]))

    assert outcome.files["b.yaml"] == text.replace("One", "Three")
    assert len(outcome.changes) == 2
    assert outcome.left == [
        "b.yaml:3:27: ACM001 name of team 'kiosk' does not become 'One': that would never come to an end"
    ]


def test_what_never_has_enough_is_stopped(fix_files: FixFiles) -> None:
    @rule("ACM001", "more", summary="an own rule wants more")
    def more(graph: cx.Graph) -> Iterator[Flaw]:
        for team in graph.teams.values():
            yield flaw(team, "team 'kiosk' is small", "more", repair=Replace("name", team.name + "+"))

    text = f"{HEAD}teams: [{{id: kiosk, name: One}}]\n"

    outcome = fix_files({"b.yaml": text}, judge=lambda one: run(cx.Graph(one), [more]))

    assert outcome.files["b.yaml"] == text.replace("One", "One++++++++++")
    assert [one.why for one in outcome.fixed.left] == ["that would never come to an end"]


def test_a_repair_goes_before_spelling(fix_files: FixFiles) -> None:
    text = f"{HEAD}promises: [{{id: soon, target: within 4 hours}}]\n"

    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        promise = graph.promises["soon"]
        if str(promise.target) == "within 4h":
            yield flaw(promise, "promise 'soon' is lax", "tighten it", repair=Replace("target", "within 2h"))

    outcome = fix_files({"b.yaml": text}, judge=lambda one: run(cx.Graph(one), [own_rule]))

    assert outcome.files["b.yaml"] == text.replace("4 hours", "2h")
    assert (len(outcome.changes), outcome.left) == (1, [])


def test_what_a_repair_wants_otherwise_is_not_spelled_meanwhile(fix_files: FixFiles) -> None:
    text = f"{HEAD}promises: [{{id: soon, target: within 4 hours}}]\n"

    @rule("ACM001", "own-rule", summary="an own rule asks for it")
    def own_rule(graph: cx.Graph) -> Iterator[Flaw]:
        yield flaw(
            graph.promises["soon"], "promise 'soon' is lax", "tighten it", repair=Replace("target", "soon")
        )

    outcome = fix_files({"b.yaml": text}, judge=lambda one: run(cx.Graph(one), [own_rule]))

    assert outcome.files["b.yaml"] == text
    assert outcome.left == [
        f"b.yaml:3:31: ACM001 target of promise 'soon' does not become 'soon': {NO_BLUEPRINT}"
    ]
