"""What a theme can change: the colours of pictures, and their words in every language that is shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cxblueprint.pictures.theme import DARK, LIGHT, TEAM_TONES
from cxblueprint.pictures.words import ENGLISH, LANGUAGES, Words, words_in

NO_BREAK_SPACE, RIGHT_TO_LEFT_MARK = "\u00a0", "\u200f"
_COLOURS: Mapping[str, str] = {
    "ground": "the paper",
    "ink": "names and titles; the lines of visibility and interaction",
    "muted": "what stands back: icons, keys, remarks",
    "border": "the edge of cards",
    "rule": "thin lines that only set apart",
    "card": "cards",
    "chip": "the band of a stage, the number of a step",
    "evidence": "the lane of physical evidence, the row of thoughts",
    "customer": "the lane of the customer",
    "frontstage": "the lane frontstage",
    "backstage": "the lane backstage, the row of findings",
    "support": "the lane of support, quiet rows",
    "flow": "arrows",
    "handoff": "arrows between teams",
    "curve": "the curve of feelings and its faces",
    "pleasant": "behind good feelings and opportunities",
    "unpleasant": "behind bad feelings and pain points",
    "bad": "errors, fail points, missing owners",
    "bad-soft": "behind these",
    "warn": "warnings, waits",
    "warn-soft": "behind these",
    "info": "hints, service standards, moments of truth",
    "info-soft": "behind these",
    "focus": "what the pointer or the keyboard is at",
    "on-badge": "letters on the badges of teams and codes",
    **{
        f"team{number}": f"the badges of teams {number + 1}, {number + 9}, ..."
        for number in range(TEAM_TONES)
    },
}


def colours() -> str:
    """Return the table of colours: what each is for, and what it is unless a theme says otherwise."""
    rows = ["| colour | of | light | dark |", "|---|---|---|---|"]
    rows += [f"| `{name}` | {_COLOURS[name]} | `{LIGHT[name]}` | `{DARK[name]}` |" for name in LIGHT]
    return "\n".join(rows)


def texts() -> str:
    """Return the table of what pictures say, in every language that is shipped."""
    keys = words_in("de").texts
    return _table(keys, lambda words, key: words.texts.get(key, key))


def counts() -> str:
    """Return the table of what pictures count, in every language that is shipped."""
    keys = words_in("de").counts
    return _table(keys, lambda words, key: " / ".join(dict.fromkeys(words.counts.get(key, (key,)))))


def _table(keys: Iterable[str], said: Callable[[Words, str], str]) -> str:
    """Return a table with a row for each key and a column for each language, English first."""
    languages = [ENGLISH, *(words_in(code) for code in LANGUAGES if code != ENGLISH.language)]
    rows = [_row(f"`{words.language}`" for words in languages), "|" + "---|" * len(languages)]
    rows += [_row(_cell(said(words, key)) for words in languages) for key in keys]
    return "\n".join(rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Return a text as code, so that it can be copied; what nobody sees in it is left out."""
    return f"`{text.replace(NO_BREAK_SPACE, ' ').replace(RIGHT_TO_LEFT_MARK, '')}`"
