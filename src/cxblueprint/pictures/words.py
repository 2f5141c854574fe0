"""The words of pictures, in the reader's language.

English texts are the keys: `words("Line of visibility")` gives the text of the language, and the English
one where a language lacks it. What is counted (`words.count(3, "step")`) takes the plural that the language
wants.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

from cxblueprint.errors import UsageError, did_you_mean

LANGUAGES: tuple[str, ...] = ("ar", "de", "en", "es", "fr")
"""The languages that are shipped, by their ISO 639-1 codes."""
Plural = Literal["one-other", "zero-one-other", "arabic"]
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_COUNTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Words:
    """The texts of one language."""

    language: str = "en"
    """An ISO 639-1 code, for readers' software."""
    is_rtl: bool = False
    plural: Plural = "one-other"
    """How the language chooses among the forms of what is counted."""
    texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """By English text; `{name}` in it stands for a value."""
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_COUNTS)
    """By English noun in the singular, its forms with `{n}`, in the order that `plural` says."""

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text in this language, with its values put in."""
        found = self.texts.get(text, text)
        return found.format_map({name: str(value) for name, value in values.items()}) if values else found

    def count(self, number: int, noun: str) -> str:
        """Return a number of things in words, such as `1 step` or `12 steps`."""
        forms = self.counts.get(noun)
        if forms is None:
            return f"{number} {noun}{'' if number == 1 else 's'}"
        return forms[_form(self.plural, number)].format(n=number)

    def changed(self, texts: Mapping[str, str]) -> Words:
        """Return these words with some texts exchanged, by their English ones."""
        return replace(self, texts=MappingProxyType({**self.texts, **texts}))


def _form(plural: Plural, number: int) -> int:
    """Return which form a number takes, as the Unicode CLDR has it for whole numbers."""
    if plural == "zero-one-other":
        return 0 if number in (0, 1) else 1
    if plural == "one-other":
        return 0 if number == 1 else 1
    if number in (0, 1, 2):
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5  # few, many, other


ENGLISH = Words()


@cache
def words_in(language: str) -> Words:
    """Return the words of a language.

    Raises:
        UsageError: it is none that is shipped.
    """
    if language == ENGLISH.language:
        return ENGLISH
    if language not in LANGUAGES:
        guess = did_you_mean(language, LANGUAGES)
        msg = f"there are no words in language {language!r}{guess}: {', '.join(LANGUAGES)}"
        raise UsageError(msg)
    file = resources.files(__package__).joinpath("languages", f"{language}.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    return Words(
        language,
        data["direction"] == "rtl",
        data["plural"],
        MappingProxyType(data["texts"]),
        MappingProxyType({noun: tuple(forms) for noun, forms in data["counts"].items()}),
    )
