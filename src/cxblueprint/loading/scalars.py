"""What an unquoted word of YAML means: the core schema of YAML 1.2, and nothing of YAML 1.1.

`no`, `on`, `12:30` and `2027-06-30` are text; `012` is twelve. (YAML 1.2.2, section 10.3.2)
"""

from __future__ import annotations

import re
from math import isinf
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

NUMBER_STARTS = frozenset("+-.0123456789")
"""First characters of the words that may be numbers."""

WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
"""The words that are neither text nor numbers."""

_DECIMAL = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
LONGEST_NUMBER = 400
"""Characters of a number; a longer one is no number that anybody counts."""


class NoSuchNumberError(ValueError):
    """The word is a number by its form, but none that can be kept."""


def resolve(word: str) -> Scalar:
    """Return what an unquoted word stands for.

    Raises:
        NoSuchNumberError: the word is infinite, not a number, or too long or too large to keep.
    """
    if word in WORDS:
        return WORDS[word]
    return number_or_text(word) if word[0] in NUMBER_STARTS else word


def number_or_text(word: str) -> int | float | str:
    """Return what an unquoted word stands for that begins like a number.

    Raises:
        NoSuchNumberError: as `resolve`.
    """
    if _NOT_FINITE.fullmatch(word):
        msg = f"{word} is no number that a blueprint can hold; leave it out, or quote it if it is text"
        raise NoSuchNumberError(msg)
    number = _FLOAT.fullmatch(word) or _OCTAL.fullmatch(word) or _HEXADECIMAL.fullmatch(word)
    if number is None:
        return word
    if len(word) > LONGEST_NUMBER:
        msg = f"a number of {len(word)} characters is too long; quote it if it is text"
        raise NoSuchNumberError(msg)
    if _DECIMAL.fullmatch(word):
        return int(word)
    if word.startswith(("0x", "0o")):
        return int(word, 0)
    return finite(word)


def finite(word: str) -> float:
    """Return the float that a word spells.

    Raises:
        NoSuchNumberError: the number is larger than any that can be kept.
    """
    value = float(word)
    if isinf(value):
        msg = f"{word} is too large a number; quote it if it is text"
        raise NoSuchNumberError(msg)
    return value


def may_be_misread(word: str) -> bool:
    """Return whether some reader of YAML, old or new, takes this unquoted word for something but text."""
    return bool(_MISREAD.fullmatch(word))


# YAML 1.1 as its readers practise it: booleans, sexagesimals, underscores, octals, dates, `=` and `<<`.
_MISREAD = re.compile(
    r"""
    | ~ | null | true | false | yes | no | on | off | y | n | = | << | [-+.]
    | [-+]?\.?inf | \.?nan
    | [-+]?[0-9.][0-9_.,]*(?:e[-+]?[0-9_]*)?
    | [-+]?0[box][0-9a-f_]*
    | [-+]?[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\s].*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
