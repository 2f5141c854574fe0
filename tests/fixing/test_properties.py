"""On whatever blueprint: just the span changes, and what comes out is what was meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.checks import Replace
from cxblueprint.errors import clear_guess
from cxblueprint.fixing import Fixed, fixed_contents
from cxblueprint.fixing.wishes import wishes_of_spelling
from cxblueprint.graph import Graph, references_in
from cxblueprint.loading import FileOrigin, dumps, loads
from cxblueprint.loading.sources import Format
from cxblueprint.model import origin_of
from cxblueprint.testing.strategies import blueprints

from .conftest import content, judging

FORMATS = pytest.mark.parametrize("form", ["yaml", "json"])
Slip: TypeAlias = tuple[int, str, str]
"""Where a text has something, what it has there, and what somebody might write instead."""


def fixed(text: str, form: Format, *rules: str) -> tuple[str, Fixed]:
    """Return what a file becomes, and what is told of it."""
    told, (file,) = fixed_contents([content(f"b.{form}", text)], judging(*rules))
    return file.data.decode(), told


def with_slip(text: str, slip: Slip) -> str:
    place, right, wrong = slip
    return text[:place] + wrong + text[place + len(right) :]


def slips_in_references(text: str, form: Format) -> Iterator[Slip]:
    """Yield each reference whose misspelling has a clear guess, with two neighbours swapped."""
    blueprint = loads(text, format=form)
    graph, origin = Graph(blueprint), origin_of(blueprint)
    assert isinstance(origin, FileOrigin)
    for reference in references_in(blueprint):
        word = re.search(r"[a-z]{4,}", reference.id)
        if word is None:
            continue
        wrong = reference.id[: word.start()] + swapped(word[0]) + reference.id[word.end() :]
        if wrong != clear_guess(wrong, graph.ids_of(reference.kind)) == reference.id:
            found = origin.trace(reference.path)
            start = found.offset if reference.form == "key" else found.value_offset
            start += len(reference.kind) + 1 if reference.form == "address" else 0
            yield text.index(reference.id, start), reference.id, wrong


def swapped(word: str) -> str:
    """Return a word with the first two neighbours that differ swapped."""
    for place, (one, other) in enumerate(itertools.pairwise(word)):
        if one != other:
            return word[:place] + other + one + word[place + 2 :]
    return word


LONG = {
    "s": "seconds", "min": "Minutes", "h": "hours", "d": "days", "bd": "business days", "w": "week",
    "mo": "months", "y": "years",
}  # fmt: skip


def slips_in_spelling(text: str, form: Format) -> Iterator[Slip]:
    """Yield each duration, target and the like that may be spelled otherwise as well."""
    blueprint = loads(text, format=form)
    origin = origin_of(blueprint)
    assert isinstance(origin, FileOrigin)
    for wish in wishes_of_spelling(Graph(blueprint)):
        assert isinstance(wish.repair, Replace)
        spelled = wish.repair.value
        start = origin.trace(wish.path).value_offset
        start += text[start] in "\"'"
        other = re.sub(r"(\d)([a-z]+)\b", lambda found: f"{found[1]} {LONG[found[2]]}", spelled)
        if text.startswith(spelled, start) and other != spelled:
            yield start, spelled, other


@FORMATS
@given(blueprint=blueprints(min_journeys=1), data=st.data())
def test_a_misspelt_reference_becomes_what_it_was_to_the_byte(
    blueprint: cx.Blueprint, form: Format, data: st.DataObject
) -> None:
    text = dumps(blueprint, form)
    slips = list(slips_in_references(text, form))
    if not slips:
        return
    wrong = with_slip(text, data.draw(st.sampled_from(slips)))

    after, told = fixed(wrong, form, "REF001")

    assert after == (text if told.changes else wrong)
    assert told.changes or told.left or told.report.findings


@FORMATS
@given(blueprint=blueprints(min_journeys=1), data=st.data())
def test_a_value_in_other_words_becomes_what_it_was_to_the_byte(
    blueprint: cx.Blueprint, form: Format, data: st.DataObject
) -> None:
    text = dumps(blueprint, form)
    slips = list(slips_in_spelling(text, form))
    if not slips:
        return
    wrong = with_slip(text, data.draw(st.sampled_from(slips)))

    after, told = fixed(wrong, form, "REF001")

    assert after == text
    assert len(told.changes) == 1


@FORMATS
@given(blueprint=blueprints(min_journeys=1))
def test_what_has_nothing_wrong_with_it_stays_as_it_is(blueprint: cx.Blueprint, form: Format) -> None:
    text = dumps(blueprint, form)
    after, told = fixed(text, form, "REF001")
    assert (after, told.changes, told.left, told.diff) == (text, (), (), "")


@FORMATS
@given(blueprint=blueprints(min_journeys=1, messy=True))
def test_whatever_is_wrong_with_it_it_loads_afterwards_and_a_second_time_changes_nothing(
    blueprint: cx.Blueprint, form: Format
) -> None:
    once, told = fixed(dumps(blueprint, form), form, "REF", "SUP")
    twice, again = fixed(once, form, "REF", "SUP")

    assert loads(once, format=form) == told.blueprint
    assert (twice, again.changes) == (once, ())


# What stands in a list, and how the list may be written.

UNUSED, USED = "GOV001", "OWN001"
NOTES = st.sampled_from(["", "", "  # {}"])


@st.composite
def block_items(draw: st.DrawFn, allowed: list[str]) -> str:
    lines: list[str] = []
    for number, rule in enumerate(allowed):
        note = [draw(NOTES).format(f"{number} {place}") for place in "abc"]
        reason = draw(st.sampled_from([f"r{number}", f">-{note[0]}\n    r{number}", f"|\n    r{number}\n"]))
        end = note[1] if "\n" not in reason else ""
        lines += draw(
            st.sampled_from(
                [
                    [f"- {{rule: {rule}, reason: r{number}}}{note[1]}"],
                    [f"- rule: {rule}{note[2]}", f"  reason: {reason}{end}"],
                    [f"-{note[2]}", f"  rule: {rule}", f"  reason: {reason}{end}"],
                ]
            )
        )
        lines += [f"# after {number}"] if draw(st.booleans()) and number < len(allowed) - 1 else []
    return "\n" + "\n".join(lines)


@st.composite
def items_in_brackets(draw: st.DrawFn, allowed: list[str]) -> str:
    text = "[" + draw(st.sampled_from(["", " ", "\n    ", "  # open\n    "]))
    for number, rule in enumerate(allowed):
        text += f"{{rule: {rule}, reason: r{number}}}"
        is_last = number == len(allowed) - 1
        text += draw(st.sampled_from(["", ","])) if is_last else ","
        breaks = ["\n    ", f"  # {number} a\n    ", f"  # {number} a\n    # after {number}\n    "]
        text += draw(st.sampled_from(["", " ", *breaks] if is_last else [" ", *breaks]))
    return text + "]"


@st.composite
def touchpoints(draw: st.DrawFn) -> tuple[list[str], str]:
    """Return the rules that a touchpoint allows, and the touchpoint."""
    allowed = draw(st.lists(st.sampled_from([UNUSED, USED]), min_size=1, max_size=5))
    flow = draw(items_in_brackets(allowed))
    if draw(st.booleans()):
        parts = draw(st.permutations(["id: t", "name: T", f"allow: {flow}"]))
        end = draw(st.sampled_from(["", ",", "  # end\n    "]))
        return allowed, "- {" + draw(st.sampled_from([", ", ",\n   ", ",  # next\n   "])).join(
            parts
        ) + end + "}"
    blocks = draw(block_items(allowed)).replace("\n", "\n" + draw(st.sampled_from(["  ", "    "])))
    keys = draw(st.permutations(["id: t  # id", "name: T", f"allow: {flow}", "volume: 3"]))
    if draw(st.booleans()):
        keys = ["allow:" + blocks if key.startswith("allow") else key for key in keys]
    return allowed, "- " + "\n  ".join(keys)


@given(case=touchpoints(), ends=st.sampled_from(["\n", "\r\n"]))
def test_of_a_list_in_any_layout_exactly_the_unused_allowances_go(
    case: tuple[list[str], str], ends: str
) -> None:
    allowed, touchpoint = case
    text = f"id: b  # first\ntitle: B\ntouchpoints:\n{touchpoint}\n# last\nteams: []\n".replace("\n", ends)
    kept = [f"r{number}" for number, rule in enumerate(allowed) if rule == USED]

    after, told = fixed(text, "yaml", "SUP")

    assert told.left == ()
    assert [(one.reason or "").strip() for one in loads(after).touchpoints[0].allow] == kept
    assert after.endswith(f"{ends}# last{ends}teams: []{ends}")
    assert after.startswith(f"id: b  # first{ends}title: B{ends}touchpoints:{ends}")
    assert ("\r" in after) == ("\r" in text)
    theirs = [note for reason in kept for note in re.findall(rf"# {reason[1:]} [abc]", text)]
    own = re.findall(r"# after \d", text) if kept and "allow: [" not in touchpoint else []
    assert [note for note in (*theirs, *own) if note not in after] == []


@given(used=st.lists(st.booleans(), max_size=6))
def test_in_json_as_machines_write_it_nothing_shows_that_something_was_there(used: list[bool]) -> None:
    def written(*rules: str) -> str:
        allow = [{"rule": rule, "reason": str(number)} for number, rule in enumerate(rules) if rule]
        touchpoint = {"id": "t", "name": "T", "allow": allow}
        return dumps(
            cx.Blueprint.model_validate({"id": "b", "title": "B", "touchpoints": [touchpoint]}), "json"
        )

    before = written(*(USED if one else UNUSED for one in used))

    after, _ = fixed(before, "json", "SUP")

    assert after == written(*(USED if one else "" for one in used))
