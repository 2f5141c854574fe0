"""What no rule reads changes no finding: notes, tags, comments, and in which words things are told."""

from __future__ import annotations

import codecs
import re
import typing
from collections import Counter
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType

from hypothesis import given
from hypothesis import strategies as st
from pydantic import StringConstraints

import cxblueprint as cx
from cxblueprint.model import Allowance, Element, FailPoint, Link, Part
from cxblueprint.testing.strategies import blueprints, texts

from .editing import at, data_of, made_of, put, renamed
from .naming import Way
from .test_renaming import new_names

ANY = blueprints(min_journeys=1, max_journeys=2, max_of_each=1, messy=True)
READ_BY_NO_RULE = ("tags", "links", "notes", "custom")
READ_ENGLISH = {
    "cx-role-without-kpis",  # the titles of roles
    "detractors-only",  # the trigger of a loop
    "failure-counted-as-success",  # the measure of a loop
    "no-measure-of-trust",  # what KPIs are called
    "ornamental-title",
}


def reads_words(function: Callable[..., object]) -> bool:
    """Tell whether a rule or what it calls within its family looks for words in texts."""
    seen, waiting = set[object](), [function]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, FunctionType) or one in seen:
            continue
        seen.add(one)
        used = [one.__globals__.get(name) for name in names_in(one.__code__)]
        if any(isinstance(value, re.Pattern) for value in used):
            return True
        waiting += [
            value
            for value in used
            if isinstance(value, FunctionType) and value.__module__.startswith("cxblueprint.rules")
        ]
    return False


def names_in(code: CodeType) -> set[str]:
    inside = [names_in(constant) for constant in code.co_consts if isinstance(constant, CodeType)]
    return set(code.co_names).union(*inside)


def test_the_rules_that_read_english_are_known() -> None:
    assert {rule.name for rule in cx.catalogue() if reads_words(rule.function)} == READ_ENGLISH


def found_in(blueprint: cx.Blueprint) -> Counter[tuple[str, str, str]]:
    report = cx.check(blueprint, profile="exemplary", ignore=READ_ENGLISH)
    assert report.defects == ()
    return Counter((one.fingerprint, one.severity, one.owner or "") for one in report.found)


def parts_of(value: object, way: Way = ()) -> Iterator[tuple[Way, Part]]:
    """Yield a part and all parts within, each with the way to it."""
    if isinstance(value, Part):
        yield way, value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from parts_of(item, (*way, place))


@given(blueprint=ANY, words=texts())
def test_what_no_rule_reads_may_be_said_or_left_out(blueprint: cx.Blueprint, words: str) -> None:
    with_more, without = data_of(blueprint), data_of(blueprint)
    link = {"title": words, "url": "https://example.org/"}
    for way, part in parts_of(blueprint):
        if isinstance(part, Element):
            more = {"tags": [words], "links": [link], "notes": words, "custom": {words: words}}
            at(with_more, way).update(more)
            for name in READ_BY_NO_RULE:
                at(without, way).pop(name, None)

    found = [
        cx.check(made_of(data), profile="exemplary").found
        for data in (data_of(blueprint), with_more, without)
    ]

    assert found[0] == found[1] == found[2]


@given(blueprint=ANY, words=st.text("abc #:'\"-{}[]é", max_size=12))
def test_comments_and_empty_lines_change_no_finding(blueprint: cx.Blueprint, words: str) -> None:
    text = cx.dumps(blueprint)
    lines = text.splitlines(keepends=True)
    commented = f"# {words}\n\n" + "".join(
        f"# {words}\n\n{line}" if re.match(r"[a-z_]+:", line) else line for line in lines
    )

    read = cx.loads(commented)

    assert read == blueprint
    assert found_in(read) == found_in(blueprint)


def texts_of(part: Part) -> Iterator[str]:
    """Yield the fields of a part that hold texts, but for those that name something."""
    for name, hint in typing.get_type_hints(type(part), include_extras=True).items():
        if (type(part), name) not in NAMES and any(
            isinstance(mark, StringConstraints) and mark.pattern == r"\S" for mark in marks_in(hint)
        ):
            yield name


NAMES = {(Allowance, "rule"), (FailPoint, "service_recovery"), (Link, "url")}
"""Texts by which something is found."""


def marks_in(hint: object) -> Iterator[object]:
    yield from getattr(hint, "__metadata__", ())
    for inner in typing.get_args(hint):
        yield from marks_in(inner)


def translated(blueprint: cx.Blueprint) -> cx.Blueprint:
    """Return a blueprint with all its texts in other words, what was the same before being the same again."""
    data = data_of(blueprint)
    for way, part in parts_of(blueprint):
        for name in texts_of(part):
            value = getattr(part, name)
            if value is not None:
                put(data, (*way, name), _in_other_words(value))
    return made_of(data)


def _in_other_words(value: object) -> object:
    match value:
        case str():
            return codecs.encode(value, "rot13")
        case tuple():
            return [_in_other_words(item) for item in value]
        case dict():
            return {key: _in_other_words(item) for key, item in value.items()}
    return value


@given(blueprint=ANY)
def test_in_other_words_a_blueprint_has_the_same_findings(blueprint: cx.Blueprint) -> None:
    # Stages and steps are called by their names unless they state an id.
    stated = renamed(blueprint, new_names(blueprint)).blueprint

    assert found_in(translated(stated)) == found_in(stated)
