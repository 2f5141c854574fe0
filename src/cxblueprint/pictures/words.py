"""The words of pictures, in the reader's language.

English texts are the keys: `words("Line of visibility")` gives the text of the language, and the English
one where a language lacks it. What is counted (`words.count(3, "step")`) takes the plural that the language
wants. Both are called with literals, so that what has to be translated can be collected from the code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from importlib import resources
from types import MappingProxyType

from cxblueprint.pictures.grammar import Plural, form_for

LANGUAGES: tuple[str, ...] = ("ar", "de", "en", "es", "fr")
"""The languages that are shipped, by their ISO 639-1 codes."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_COUNTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_LEFT_TO_RIGHT_MARK = "\u200e"


@dataclass(frozen=True)
class Words:
    """The texts of one language, and how it writes numbers."""

    language: str = "en"
    """An ISO 639-1 code, for readers' software."""
    is_rtl: bool = False
    plural: Plural = "one-other"
    """How the language chooses among the forms of what is counted."""
    decimal: str = "."
    """What stands between the whole and the rest of a number."""
    percent: str = "{n}%"
    lowers: bool = True
    """Whether a name begins with a small letter inside a sentence."""
    texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """By English text; `{name}` in it stands for a value."""
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_COUNTS)
    """By English noun in the singular, or text with `{n}`: its forms, in the order that `plural` says."""

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text in this language, with its values put in."""
        found = self.texts.get(text, text)
        return found.format_map({name: str(value) for name, value in values.items()}) if values else found

    def count(self, number: int | Decimal, noun: str, /, **values: object) -> str:
        """Return a number of things in words, such as `1 step` or `12 steps`.

        A text with `{n}`, such as `and {n} more`, is its own English form for any number.
        """
        forms = self.counts.get(noun)
        if forms is not None:
            text = forms[form_for(self.plural, number) if len(forms) > 1 else 0]
            if "{n}" not in text and number != int(number):
                text = forms[-1]  # "every hour" says nothing of an hour and a half
        else:
            text = noun if "{n}" in noun else f"{{n}} {noun}{'' if number == 1 else 's'}"
        return text.format(n=self.figure(_plain(number)), **values)

    def figure(self, plain: str) -> str:
        """Return a number that is written as in English as this language writes it."""
        written = plain.replace(".", self.decimal)
        is_signed = not plain[:1].isdigit()
        # Between words from right to left, a sign would change to the other side of its number.
        return f"{_LEFT_TO_RIGHT_MARK}{written}" if self.is_rtl and is_signed else written

    def share(self, plain: str) -> str:
        """Return a number of percent, written as in English without its sign, with it."""
        return self.percent.format(n=self.figure(plain))

    def quoted(self, english: str) -> str:
        """Return an English text as it stands among these words: its signs stay with it."""
        return f"{_LEFT_TO_RIGHT_MARK}{english}{_LEFT_TO_RIGHT_MARK}" if self.is_rtl else english

    def inside(self, text: str) -> str:
        """Return a name of ours as it stands inside a sentence; an abbreviation stays as it is."""
        is_word = text[1:2].islower()
        return text[:1].lower() + text[1:] if self.lowers and is_word else text

    def changed(self, texts: Mapping[str, str], counts: Mapping[str, tuple[str, ...]] = _NO_COUNTS) -> Words:
        """Return these words with some texts and forms exchanged, by their English ones."""
        return replace(
            self,
            texts=MappingProxyType({**self.texts, **texts}),
            counts=MappingProxyType({**self.counts, **counts}),
        )


def _plain(number: int | Decimal) -> str:
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


ENGLISH = Words()


@cache
def words_in(language: str) -> Words:
    """Return the words of a language that is shipped, by its code."""
    if language == ENGLISH.language:
        return ENGLISH
    file = resources.files(__package__).joinpath("languages", f"{language}.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    return Words(
        language,
        data["direction"] == "rtl",
        data["plural"],
        data["decimal"],
        data["percent"],
        data["lowers"],
        MappingProxyType(data["texts"]),
        MappingProxyType({noun: tuple(forms) for noun, forms in data["counts"].items()}),
    )
