"""What a user's theme consists of, held to what readers need: languages, fonts, colours that stand out."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.pictures.contrast import lacks
from cxblueprint.pictures.grammar import examples_of, is_from_the_right, plural_of
from cxblueprint.pictures.words import LANGUAGES, Words, words_in

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
# Nothing that ends a name, a rule or an element where the name stands in a style sheet.
_FONT = re.compile(r"\w[\w .+-]*")
Tokens = Mapping[str, str]


class Settled(NamedTuple):
    """What a theme consists of, whole."""

    light: Tokens
    dark: Tokens
    fonts: tuple[str, ...]
    words: Words


def settled(
    where: str,
    ours: tuple[Tokens, Tokens],
    *,
    language: object,
    fonts: object,
    light: object,
    dark: object,
    words: object,
) -> Settled:
    """Return what a theme consists of, from our colours for light and dark and what is to be different.

    Raises:
        UsageError: something means nothing, or colours do not stand out; all that is wrong is told.
    """
    faults = [
        *language_faults(language, words, f"{where}.language is {language!r}"),
        *_font_faults(fonts, f"{where}.fonts"),
        *_colour_faults(light, ours[0], f"{where}.light"),
        *_colour_faults(dark, ours[1], f"{where}.dark"),
    ]
    refuse(faults)
    base = words_of(str(language))
    refuse([*_word_faults(words, base, f"{where}.words")])
    own: Mapping[str, Any] = words if isinstance(words, Mapping) else {}
    return Settled(
        _colours(light, ours[0]),
        _colours(dark, ours[1]),
        tuple(fonts) if isinstance(fonts, Sequence) else (),
        base.changed(
            {text: said for text, said in own.items() if text in known_texts()},
            {noun: _forms(said) for noun, said in own.items() if noun in known_counts()},
        )
        if own
        else base,
    )


def refuse(faults: Iterable[str]) -> None:
    """Raise all that is wrong as one error, if anything is.

    Raises:
        UsageError: there is a fault.
    """
    if told := "\n".join(faults):
        raise UsageError(told)


# Language and fonts


def base_of(language: str) -> str:
    """Return the language without its country, such as `de` of `de-AT`."""
    return language.partition("-")[0].lower()


def language_faults(language: object, words: object, lead: str) -> Iterator[str]:
    """Yield what is wrong with a language; one that is not shipped wants words of one's own."""
    shipped = ", ".join(LANGUAGES)
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        yield f"{lead}: write a code such as 'de' or 'pt-BR'; shipped are {shipped}"
    elif base_of(language) not in LANGUAGES and not words:
        what = did_you_mean(language, LANGUAGES) or ", and nobody has given its `words`"
        yield f"{lead}{what}: shipped are {shipped}"


def words_of(language: str) -> Words:
    """Return the words that are shipped for a language; those of another are English."""
    base = base_of(language)
    if base in LANGUAGES:
        return replace(words_in(base), language=language) if language != base else words_in(base)
    return Words(language, is_from_the_right(base), plural_of(base), lowers=False)


def _font_faults(fonts: object, where: str) -> Iterator[str]:
    if isinstance(fonts, str) or not isinstance(fonts, Sequence):
        yield f"{where} wants a list of names, not {fonts!r}"
        return
    for name in fonts:
        if not isinstance(name, str) or not _FONT.fullmatch(name):
            yield f"{where}: {name!r} is no name of a font: write letters, digits, spaces and . + - alone"


# Colours


def _colour_faults(given: object, ours: Tokens, where: str) -> Iterator[str]:
    if given is None:
        return
    if not isinstance(given, Mapping):
        yield f"{where} wants a table of colours, not {given!r}"
        return
    is_sound = True
    for name, colour in given.items():
        if name not in ours:
            is_sound = False
            guess = did_you_mean(str(name), ours) or f": there are {', '.join(ours)}"
            yield f"{where}: there is no colour {name!r}{guess}"
        elif not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            is_sound = False
            yield f"{where}.{name} is {colour!r}: write a colour as #rrggbb or #rgb"
    if given and is_sound:
        yield from (f"{where}: {lack}" for lack in lacks(_colours(given, ours), ours))


def _colours(given: object, ours: Tokens) -> Tokens:
    if not isinstance(given, Mapping) or not given:
        return ours
    return MappingProxyType({**ours, **{name: _whole(colour) for name, colour in given.items()}})


def _whole(colour: str) -> str:
    """Return a colour as `#rrggbb`."""
    digits = colour[1:].lower()
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


# Words


@cache
def known_texts() -> frozenset[str]:
    """Return the English texts that pictures say; every language that is shipped has all of them."""
    return frozenset(words_in("de").texts)


@cache
def known_counts() -> frozenset[str]:
    """Return the English nouns and texts that pictures count."""
    return frozenset(words_in("de").counts)


def _word_faults(words: object, base: Words, where: str) -> Iterator[str]:
    if words is None:
        return
    if not isinstance(words, Mapping):
        yield f"{where} wants a table of texts by the English ones, not {words!r}"
        return
    for text, said in words.items():
        if text in known_counts():
            yield from _form_faults(text, said, base, where)
        elif text not in known_texts():
            guess = did_you_mean(str(text), known_texts() | known_counts())
            yield f"{where}: pictures do not say {text!r}{guess or ', in English'}"
        elif not isinstance(said, str) or not said.strip():
            yield f"{where}: {text!r} wants a text, not {said!r}"
        else:
            yield from _brace_faults(said, _names(text), f"{where}: {text!r}")


def _form_faults(noun: str, said: object, base: Words, where: str) -> Iterator[str]:
    """Yield what is wrong with the forms of what is counted: one for all numbers, or one for each plural."""
    numbers = examples_of(base.plural)
    listed = said if isinstance(said, list | tuple) else [said]
    are_texts = all(isinstance(form, str) and form.strip() for form in listed)
    if not are_texts or len(listed) not in {1, len(numbers)}:
        wanted = f"a text, or a list of them for {', '.join(map(str, numbers))}"
        yield f"{where}: {noun!r} wants {wanted}, not {said!r}"
        return
    for form in _forms(said):
        yield from _brace_faults(form, _names(noun) | {"n"}, f"{where}: {noun!r}")


def _forms(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said) if isinstance(said, list | tuple) else ()


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _brace_faults(said: str, allowed: set[str], lead: str) -> Iterator[str]:
    """Yield what is wrong with the braces in a text: they are for the values that the English one has."""
    listed = " and ".join(f"{{{name}}}" for name in sorted(allowed)) or "none"
    try:
        parsed = [part for part in string.Formatter().parse(said) if part[1] is not None]
    except ValueError:
        yield f"{lead}: {said!r} has a brace without its other half: allowed are {listed}"
        return
    for _, name, form, conversion in parsed:
        if name not in allowed or form or conversion:
            shown = f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            yield f"{lead}: {said!r} has {{{shown}}}: allowed are {listed}"
