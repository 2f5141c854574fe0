"""Values with a spelling of their own: a text is one, and then its one spelling is too, or it is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError

from cxblueprint.checks import matching
from cxblueprint.errors import UsageError, clear_guess, suggest
from cxblueprint.model import slug
from cxblueprint.model.durations import Cadence, Duration, TextValue
from cxblueprint.model.refs import SLUG
from cxblueprint.model.setting import OpeningHours
from cxblueprint.model.targets import Figure, Scale, Target
from cxblueprint.rules import CATALOGUE

KINDS: Sequence[type[TextValue]] = (Duration, Cadence, Figure, Scale, Target, OpeningHours)
WORDS = ("owner", "owner-of-it", "get-help", "care", "Care", "", "ß", "line-2", "line-3")


def read_values(data: bytes) -> None:
    """Read the bytes as each kind of value, as an id, as a word to guess from and as the name of a rule."""
    text = data.decode("utf-8", "surrogateescape")  # halves of characters are among what Python can say
    for kind in KINDS:
        _read(kind, text)
    _read_number(text)
    made = slug(text)
    assert made == "" or re.fullmatch(SLUG, made), made
    assert slug(made) == made, (text, made)
    assert suggest(text, WORDS) in (*WORDS, None)
    assert clear_guess(text, WORDS) in (*WORDS, None)
    try:
        assert matching(text, CATALOGUE)
    except UsageError as error:
        _assert_one_line(error)


def _assert_one_line(error: Exception) -> None:
    assert str(error).isprintable(), error


def _read(kind: type[TextValue], text: str) -> None:
    try:
        value = kind.parse(text)
    except ValueError as error:
        _assert_one_line(error)
        return
    spelled = str(value)
    assert spelled.isprintable(), spelled
    again = kind.parse(spelled)
    assert (again, str(again), hash(again)) == (value, spelled, hash(value)), (text, spelled)
    for words in ("in_words", "in_signs", "share_in_percent"):
        said = getattr(value, words, None)
        assert said is None or said.isprintable(), said
    if isinstance(value, Target) and isinstance(again, Target):
        assert value.is_stricter_than(again) in (False, None), text
    if isinstance(value, Figure):
        assert TypeAdapter(Figure).validate_python(value.as_json()) == value, text


def _read_number(text: str) -> None:
    """Read a number as files hold them, which no text stands for."""
    try:
        number = float(text)
    except ValueError:
        return
    for kind in (Figure, Duration):
        try:
            value = TypeAdapter(kind).validate_python(number)
        except ValidationError:
            continue
        assert kind.parse(str(value)) == value, number
