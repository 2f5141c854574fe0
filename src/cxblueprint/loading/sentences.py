"""What is wrong with a value, in the words of the person who wrote it.

pydantic reports each mistake as a kind, a path and some context. The kind picks the sentence; the
path gives its subject: which field of which element.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cxblueprint.errors import did_you_mean
from cxblueprint.model import slug

from .subjects import Spot
from .wording import bare, described, shown, unknown_key, wrong_type

_SHORT = 60


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that the model refuses."""

    kind: str
    spot: Spot
    context: Mapping[str, object]
    said: str
    """What pydantic says."""
    written: str
    """The unquoted word at its place in the file, or the beginning of a quoted one; empty for all else."""

    @property
    def field(self) -> str:
        """Which field of which element."""
        return self.spot.field

    @property
    def value(self) -> object:
        """What stands there."""
        return self.spot.value


_Sentence: TypeAlias = Callable[[Mistake], str]


def sentence(mistake: Mistake) -> str:
    """Return what to tell about a mistake."""
    exact = _SENTENCES.get(mistake.kind)
    if exact is not None:
        return exact(mistake)
    for beginning, tell in _FAMILIES:
        if mistake.kind.startswith(beginning):
            return tell(mistake)
    return _in_words_of_pydantic(mistake)


def _in_words_of_pydantic(mistake: Mistake) -> str:
    return f"{mistake.field}: {mistake.said[:1].lower()}{mistake.said[1:]}"


def _no_hint(_: Mistake) -> str:
    return ""


def _wants(wanted: str, hint: _Sentence = _no_hint) -> _Sentence:
    return lambda mistake: wrong_type(mistake.field, wanted, mistake.value, hint(mistake))


def _quote_it(mistake: Mistake) -> str:
    if isinstance(mistake.value, int | float) and mistake.written:
        return f'; quote it: "{mistake.written}"'
    if isinstance(mistake.value, dict) and len(mistake.value) == 1 and mistake.written:
        return "; a text with a colon in it must be quoted"
    return ""


def _unquote_it(mistake: Mistake) -> str:
    number = isinstance(mistake.value, str) and re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", mistake.value)
    return "; leave out the quotes" if number and mistake.written.startswith(("'", '"')) else ""


def _true_or_false(mistake: Mistake) -> str:
    word = mistake.value.strip().casefold() if isinstance(mistake.value, str) else ""
    if word in ("yes", "on", "y", "true", "1"):
        return "; write true, without quotes"
    return "; write false, without quotes" if word in ("no", "off", "n", "false", "0") else ""


def _list_it(mistake: Mistake) -> str:
    if isinstance(mistake.value, str) and re.fullmatch(rf"[\w./-]{{1,{_SHORT}}}", mistake.value):
        return f"; write [{mistake.value}]"
    return "; begin each item with '- '" if isinstance(mistake.value, str | dict) else ""


def _unknown(mistake: Mistake) -> str:
    return unknown_key(str(mistake.spot.path[-1]), mistake.spot.container, mistake.spot.keys)


def _missing(mistake: Mistake) -> str:
    if isinstance(mistake.value, list):
        return f"{mistake.field} has too few items"
    return f"missing key {shown(str(mistake.spot.path[-1]))} in {mistake.spot.container}"


def _literal(mistake: Mistake) -> str:
    allowed = re.findall(r"'([^']*)'", str(mistake.context.get("expected", "")))
    if not isinstance(mistake.value, str):
        return wrong_type(mistake.field, "one of " + ", ".join(allowed), mistake.value)
    hint = did_you_mean(mistake.value, allowed) or ";"
    return f"{mistake.field} is {shown(mistake.value)}{hint} allowed: {', '.join(allowed)}"


def _pattern(mistake: Mistake) -> str:
    pattern, text = str(mistake.context.get("pattern", "")), str(mistake.value)
    if pattern == r"\S":
        return f"{mistake.field} is empty; write something, or leave it out"
    if "a-z0-9-]" in pattern:
        made = "/".join(map(slug, text.split("/") if "/" in pattern else [text]))
        hint = f", did you mean {shown(made)}?" if made.strip("/") and made != text else ""
        rule = "ids have small letters, digits and hyphens, at most 63"
        return f"{mistake.field} is {shown(text)}, but {rule}{hint}"
    if "[0-5][0-9]" in pattern:
        return f"{mistake.field}: {shown(text)} is no time of day; write it like 16:00"
    return _in_words_of_pydantic(mistake)


def _own_words(mistake: Mistake) -> str:
    said = str(mistake.context["error"])
    return f"{mistake.field}: {bare(said, 400)}"


def _date(mistake: Mistake) -> str:
    return f"{mistake.field}: {described(mistake.value)} is no date; write it like 2027-06-30"


def _time(mistake: Mistake) -> str:
    said = f"{mistake.field}: {described(mistake.value)} is no time with its zone"
    return f"{said}; write it like 2027-06-30T14:00:00+02:00"


def _at_least(mistake: Mistake) -> str:
    return f"{mistake.field} is {mistake.value}; it is at least {mistake.context.get('ge'):g}"


def _at_most(mistake: Mistake) -> str:
    return f"{mistake.field} is {mistake.value}; it is at most {mistake.context.get('le'):g}"


def _too_many(mistake: Mistake) -> str:
    count, most = mistake.context.get("actual_length"), mistake.context.get("max_length")
    return f"{mistake.field} has {count} items; {most} are allowed"


_whole_number = _wants("a whole number", _unquote_it)
_SENTENCES: dict[str, _Sentence] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _wants("text", _quote_it),
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "float_type": _wants("a number", _unquote_it),
    "bool_type": _wants("true or false", _true_or_false),
    "tuple_type": _wants("a list", _list_it),
    "dict_type": _wants("keys and values"),
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "value_error": _own_words,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "too_long": _too_many,
    "timezone_aware": _time,
}
_FAMILIES: tuple[tuple[str, _Sentence], ...] = (
    ("datetime_", _time),
    ("date_", _date),
    ("model_", _wants("keys and values")),
)
