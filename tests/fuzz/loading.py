"""Loading: whatever the bytes, they are a blueprint or refused in words, and nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import cxblueprint as cx
from cxblueprint.errors import Complaint, LoadError
from cxblueprint.loading import Content, load_contents, yaml_parser
from cxblueprint.loading.pure_yaml import PureEvents
from cxblueprint.loading.sources import BlueprintFile, Format

NAME = "fuzz"
FORMATS: tuple[Format, ...] = ("yaml", "json")
MOST_COMPLAINTS = 201
LONGEST_MESSAGE = 1500

Outcome: TypeAlias = "cx.Blueprint | tuple[Complaint, ...]"
"""A blueprint, or why there is none."""


def content_of(data: bytes, form: Format | None) -> Content:
    """Return a file that is on no disk."""
    return Content(BlueprintFile(NAME, Path(NAME), form), data)


def outcome_of(data: bytes, form: Format | None) -> Outcome:
    """Return what a file is to the reader of it."""
    try:
        return load_contents([content_of(data, form)])[0]
    except LoadError as error:
        return error.complaints


def blueprint_in(data: bytes) -> tuple[cx.Blueprint, Format] | None:
    """Return the blueprint that the bytes are in either form, and which; None for no blueprint."""
    for form in FORMATS:
        outcome = outcome_of(data, form)
        if isinstance(outcome, cx.Blueprint):
            return outcome, form
    return None


def load_either_way(data: bytes) -> None:
    """Hold the loading of any bytes, as YAML and as JSON, to what is promised of it."""
    for form in FORMATS:
        outcome = outcome_of(data, form)
        if isinstance(outcome, cx.Blueprint):
            assert_written_and_read_again(outcome)
        else:
            assert_told_well(outcome, data)
        assert_the_same_as_text(data, form, outcome)
    assert_both_halves_agree(data)


def assert_told_well(complaints: tuple[Complaint, ...], data: bytes) -> None:
    """Assert that each complaint is one printable line about a place in the file."""
    lines = lines_of(data)
    assert 0 < len(complaints) <= MOST_COMPLAINTS, len(complaints)
    for number, complaint in enumerate(complaints):
        message, place = complaint.message, complaint.location
        assert message.isprintable(), message
        assert len(message) <= LONGEST_MESSAGE, len(message)
        if place is None:
            assert number == len(complaints) - 1, message
            assert re.fullmatch(r"and [0-9,]+ more", message), message
        else:
            assert 1 <= place.line <= len(lines), (complaint, len(lines))
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, complaint


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a file as an editor shows them, in whichever encoding it says it has."""
    for mark, codec in (
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return re.split(r"\r\n|\r|\n", data[len(mark) :].decode(codec, "replace"))
    return re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace"))


def assert_written_and_read_again(blueprint: cx.Blueprint) -> None:
    """Assert that what is written reads back as the same, in both forms, and the same way twice."""
    for form in FORMATS:
        text = cx.dumps(blueprint, form)
        again = cx.loads(text, format=form)
        assert again == blueprint, text
        assert cx.dumps(again, form) == text, text


def assert_the_same_as_text(data: bytes, form: Format, outcome: Outcome) -> None:
    """Assert that a text is to `loads` what its file is to `load`."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    try:
        said: Outcome = cx.loads(text, format=form, name=NAME)
    except LoadError as error:
        said = error.complaints
    assert said == outcome, (said, outcome)


def assert_both_halves_agree(data: bytes) -> None:
    """Assert that YAML means the same to the compiled half of PyYAML and to the pure one."""
    compiled = outcome_of(data, "yaml")
    with _events_of(PureEvents):
        pure = outcome_of(data, "yaml")
    if isinstance(pure, cx.Blueprint):
        assert pure == compiled, (pure, compiled)
    else:
        assert_told_well(pure, data)
        assert not isinstance(compiled, cx.Blueprint), pure


@contextmanager
def _events_of(half: yaml_parser.Loader) -> Iterator[None]:
    before = yaml_parser.EVENTS
    yaml_parser.EVENTS = half
    try:
        yield
    finally:
        yaml_parser.EVENTS = before
