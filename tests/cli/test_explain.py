"""`cxblueprint explain`: the page of a rule, in a pipe and in a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import cxblueprint as cx
from cxblueprint.checks import page_of

Run = Callable[..., Any]
TITLE = "# touchpoint-without-owner (OWN001)\n"


@pytest.fixture
def run_in_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in a terminal of some columns and return the lines that a reader sees."""

    def call(*arguments: str, columns: int = 80) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        ended = run(*arguments)
        assert (ended.code, ended.err) == (0, "")
        return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", ended.out).splitlines()]

    return call


# In a pipe


@pytest.mark.parametrize("word", ["OWN001", "own001", "touchpoint-without-owner", " OWN001 "])
def test_a_rule_is_named_by_its_code_or_its_name(run: Run, word: str) -> None:
    ended = run("explain", word)
    assert ended.code == 0
    assert ended.out.startswith(TITLE)


@pytest.mark.parametrize("rule", cx.catalogue(), ids=lambda rule: rule.code)
def test_a_pipe_gets_the_page_as_it_is_written_and_the_facts_below_its_title(run: Run, rule: cx.Rule) -> None:
    title, facts, *rest = run("explain", rule.code).out.split("\n\n")
    assert f"{title}\n\n" + "\n\n".join(rest) == page_of(rule).text
    assert facts.startswith(f"{rule.severity} · from profile {rule.profile} · family {rule.family} · claim")


@pytest.mark.parametrize(
    ("word", "facts"),
    [
        ("FLO006", "info · from profile exemplary · family flow · claims 1.2, 4.8 · `most-steps = 25`"),
        ("SIL001", "error · from profile essential · family silos · claim 2.1"),
        (
            "SUP001",
            "warning · from profile recommended · family suppressions · claim 1.2 · cannot be suppressed",
        ),
    ],
)
def test_the_facts_are_those_of_the_catalogue(run: Run, word: str, facts: str) -> None:
    assert run("explain", word).out.splitlines()[2] == facts


def test_several_rules_are_explained_one_after_the_other_and_each_once(run: Run) -> None:
    one, other = run("explain", "OWN001").out, run("explain", "OWN002").out
    assert run("explain", "OWN001", "journey-without-owner", "own001").out == f"{one}\n{other}"


# What cannot be explained


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["OWN0001"], "error: there is no rule 'OWN0001', did you mean 'OWN001'?\n"),
        (["OWN001", "no-purposes"], "error: there is no rule 'no-purposes', did you mean 'no-purpose'?\n"),
        (["why"], "error: there is no rule 'why': `cxblueprint rules` lists them\n"),
        (
            ["ownership"],
            "error: 'ownership' is a family of rules: cxblueprint rules --family ownership lists them\n",
        ),
        (["own"], "error: 'own' is a family of rules: cxblueprint rules --family ownership lists them\n"),
    ],
)
def test_a_word_that_means_no_rule_is_refused(run: Run, words: list[str], message: str) -> None:
    ended = run("explain", *words)
    assert (ended.code, ended.out, ended.err) == (2, "", message)


def test_a_rule_has_to_be_named(run: Run) -> None:
    ended = run("explain")
    assert (ended.code, ended.out) == (2, "")
    assert "Missing argument 'CODE...'" in ended.err


# In a terminal


def test_a_terminal_gets_headings_tables_and_examples_that_are_set_off(run_in_a_terminal: Run) -> None:
    lines = run_in_a_terminal("explain", "PRM003")
    assert lines[:5] == [
        "promise-unkeepable-along-path (PRM003)",
        "",
        "error · from profile recommended · family promises · claims 1.7, 1.9",
        "",
        "What it checks",
    ]
    table = lines.index("─" * 80)
    assert lines[table - 1 : table + 3] == [
        "what it finds                                                 how loud",
        "─" * 80,
        "the times alone are longer than promised, though every        error",
        "standard is met",
    ]
    example = lines.index("    clock: desk")
    assert lines[example - 2 : example + 7] == [
        "",
        "    calendars: [{id: desk, name: Desk, hours: [mon-fri 08:00-18:00]}]",
        "    clock: desk",
        "    standards: [{id: read, target: 95% within 4h}, {id: replied,",
        "        target: 95% within 1bd}]",
        "    promises:",
        "      - {id: in-two-days, target: 80% within 48h, starts: asked, ends: told,",
        "         path: [read, replied]}  # ← PRM003",
        "",
    ]


def test_where_a_finding_is_expected_stays_whole(run_in_a_terminal: Run) -> None:
    lines = run_in_a_terminal("explain", "PRM003")
    assert "      - {id: cheerful, target: 90% within 2h, path: [fast, kind]}" in lines
    assert "          # ← PRM003 info" in lines


def test_what_is_too_long_even_for_a_line_of_its_own_is_broken_between_words(run_in_a_terminal: Run) -> None:
    lines = run_in_a_terminal("explain", "PRM003")
    reason = lines.index("        allow: [{rule: PRM003,")
    assert lines[reason + 1 :] == [
        "            reason: both teams have kept 97 % for a year and raise their",
        "            standards in March}]",
    ]


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("rule", cx.catalogue()[::9], ids=lambda rule: rule.code)
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(
    run_in_a_terminal: Run, rule: cx.Rule, columns: int
) -> None:
    lines = run_in_a_terminal("explain", rule.code, columns=columns)
    assert [line for line in lines if len(line) > columns] == []
    shown = "".join(" ".join(lines).split())
    for example in page_of(rule).examples:
        for word in example.text.partition("# expect")[0].split():
            assert word in shown


def test_a_wide_terminal_shows_examples_as_they_are_written(run_in_a_terminal: Run) -> None:
    lines = run_in_a_terminal("explain", "PRM003", columns=200)
    written = [
        line for example in page_of(cx.find_rule("PRM003")).examples for line in example.text.splitlines()
    ]
    assert [f"    {line.replace('# expect:', '# ←')}" for line in written] == [
        line for line in lines if line.startswith("    ")
    ]


def test_colour_is_left_out_where_nobody_wants_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    without = run("explain", "OWN001").out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    coloured = run("explain", "OWN001").out
    assert "\x1b[35mowner\x1b[0m" in coloured
    assert "\x1b[35m" not in without
