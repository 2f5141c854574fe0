"""What has to be known of a language to write in it: its direction, and which form of a noun a number takes.

The forms are those of the Unicode CLDR, for whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

Plural = Literal["other", "one-other", "zero-one-other", "czech", "polish", "russian", "arabic"]
"""How a language chooses, named after the forms it has or after a language that does so."""


def _arabic(number: int) -> int:
    """Return zero, one, two, few, many or other."""
    if number <= 2:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5


def _is_few(number: int) -> bool:
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


_FORMS: Mapping[Plural, tuple[int, Callable[[int], int]]] = MappingProxyType(
    {
        "other": (1, lambda _: 0),
        "one-other": (2, lambda number: 0 if number == 1 else 1),
        "zero-one-other": (2, lambda number: 0 if number <= 1 else 1),
        "czech": (3, lambda number: 0 if number == 1 else 1 if number in (2, 3, 4) else 2),
        "polish": (3, lambda number: 0 if number == 1 else 1 if _is_few(number) else 2),
        "russian": (
            3,
            lambda number: 0 if number % 10 == 1 and number % 100 != 11 else 1 if _is_few(number) else 2,
        ),
        "arabic": (6, _arabic),
    }
)
_OF_LANGUAGES: Mapping[Plural, str] = MappingProxyType(
    {
        "other": "id ja ko lo ms my th vi zh",
        "zero-one-other": "fa fr hi hy kn pt zu",
        "czech": "cs sk",
        "polish": "pl",
        "russian": "be bs hr ru sr uk",
        "arabic": "ar",
    }
)
_BY_LANGUAGE = {language: plural for plural, found in _OF_LANGUAGES.items() for language in found.split()}
_FROM_THE_RIGHT = frozenset(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])


def is_from_the_right(language: str) -> bool:
    """Tell whether a language is written from right to left, by its ISO 639 code."""
    return language in _FROM_THE_RIGHT


def plural_of(language: str) -> Plural:
    """Return how a language chooses, by its ISO 639 code; most have one form for 1 and one for the rest."""
    return _BY_LANGUAGE.get(language, "one-other")


def forms_of(plural: Plural) -> int:
    """Return how many forms there are."""
    return _FORMS[plural][0]


def form_for(plural: Plural, number: int | Decimal) -> int:
    """Return the place of the form that a number takes, from 0.

    A fraction takes the last form; in French one below two takes the first, and in Slavic languages
    any takes the one for a few.
    """
    count, choose = _FORMS[plural]
    if number == int(number) or plural == "zero-one-other":
        return choose(int(number))
    return 1 if count == 3 else count - 1


def examples_of(plural: Plural) -> tuple[int, ...]:
    """Return for each form the least number that takes it; nothing is rarely counted, so 0 comes last."""
    numbers = (*range(1, 103), 0)
    return tuple(next(n for n in numbers if form_for(plural, n) == form) for form in range(forms_of(plural)))
