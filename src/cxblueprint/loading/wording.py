"""How complaints speak of keys, values and types."""

from __future__ import annotations

from collections.abc import Iterable

from cxblueprint.errors import did_you_mean, printable
from cxblueprint.model import Element

EMPTY = "is empty; write a blueprint, or remove the file"
EMPTY_ITEM = "an item of this list is empty; write it, or leave it out"


def too_deep(levels: int) -> str:
    """Return the complaint about mappings and lists within too many others."""
    return f"is nested deeper than {levels} levels; a blueprint needs no more than ten"


def too_much(values: int) -> str:
    """Return the complaint about more values than a file may hold."""
    return f"the file holds more than {values:,} values; split it"


def shown(text: str, longest: int = 60) -> str:
    """Return a text in single quotes, on one line, and cut where it is long."""
    return f"'{bare(text, longest)}'"


def bare(text: str, longest: int = 60) -> str:
    """Return a text on one line, and cut where it is long.

    Whatever a terminal could take for a command, and whatever is not visible, is escaped.
    """
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return printable(cut)


def unknown_key(key: str, where: str, allowed: Iterable[str]) -> str:
    """Return the complaint about a key that `where` does not have; what is its own is listed first."""
    own = sorted(allowed, key=Element.model_fields.__contains__)
    hint = did_you_mean(key, own)
    return f"unknown key {shown(key)} in {where}{hint or '; it has ' + ', '.join(own)}"


def wrong_type(subject: str, wanted: str, found: object, hint: str = "") -> str:
    """Return the complaint about a value of another type than wanted."""
    return f"{subject} wants {wanted}, not {described(found)}{hint}"


def described(value: object) -> str:
    """Return what a plain value is, in words and with the value where it is short."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {shown(value)}"
        case list():
            return "a list"
        case _:
            return "keys and values"
