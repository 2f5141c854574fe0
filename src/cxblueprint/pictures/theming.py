"""Themes that users make, from settings and back to them."""

from __future__ import annotations

from typing import Any

from cxblueprint.errors import table_of
from cxblueprint.pictures.settling import base_of, language_faults, refuse, words_of
from cxblueprint.pictures.theme import DARK, LIGHT, Theme
from cxblueprint.pictures.words import ENGLISH

KEYS = ("language", "fonts", "light", "dark", "words")


def theme_from(settings: object, where: str, *, language: str | None = None) -> Theme:
    """Return the theme that settings describe.

    Args:
        settings: a table with some of `language`, `fonts`, `light`, `dark` and `words`.
        where: how messages begin, such as `cxblueprint.toml: theme`.
        language: the language to take instead; words of one's own in another language are left out then.

    Raises:
        UsageError: a key or a value means nothing, or colours do not stand out; all that is wrong is told.
    """
    given = table_of(settings, KEYS, where)
    if language is not None:
        if base_of(language) != base_of(str(given.get("language", ENGLISH.language))):
            given.pop("words", None)
        refuse([*language_faults(language, given.get("words"), f"language {language!r}")])
        given["language"] = language
    return Theme(**given, where=where)


def settings_of(theme: Theme) -> dict[str, Any]:
    """Return the settings that describe a theme, without what is ours."""
    ours = words_of(theme.words.language)
    words: dict[str, Any] = {k: v for k, v in theme.words.texts.items() if ours.texts.get(k) != v}
    words |= {k: list(v) for k, v in theme.words.counts.items() if ours.counts.get(k) != v}
    return {
        "language": theme.words.language,
        "fonts": list(theme.fonts),
        "light": {name: colour for name, colour in theme.light.items() if LIGHT[name] != colour},
        "dark": {name: colour for name, colour in theme.dark.items() if DARK[name] != colour},
        "words": words,
    }
