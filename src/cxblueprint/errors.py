"""Errors, positions and suggestions: what every other layer may use and none is needed for."""

from __future__ import annotations

import functools
import json
import os
import re
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns start at 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Origin(Protocol):
    """Where the values of a loaded blueprint were written."""

    def locate(self, path: Sequence[str | int]) -> Location | None:
        """Return where the value at `path` is written, or its nearest written ancestor.

        `path` is the way through the model's fields, such as `("touchpoints", 0, "owner")`. A key of
        a mapping is found at the key, an item of a list at its first character.
        """
        ...


class CxBlueprintError(Exception):
    """The parent of every error that cxblueprint raises on purpose."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with what was read, and where."""

    message: str
    location: Location | None = None

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" if self.location else self.message


class LoadError(CxBlueprintError):
    """What was read is no blueprint; `complaints` holds everything wrong with it, in order."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(complaints)
        super().__init__("\n".join(map(str, self.complaints)))


class UsageError(CxBlueprintError):
    """The question cannot be answered as asked: an unknown rule, view, id or option."""


class MissingExtraError(CxBlueprintError):
    """Something optional is needed and not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra `{extra}`: pip install 'experience-blueprint[{extra}]'")
        self.extra = extra


def defect_in_words(error: Exception, version: str) -> str:
    """Return what users are told of an error that nobody expected, on one line and without a traceback."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}, line {frame.lineno}"  # noqa: PTH119  # a name alone
    return f"this is a defect of cxblueprint {version}, not yours: {type(error).__name__}: {error} ({place})"


_SHORT_ESCAPES = {"\n": r"\n", "\t": r"\t", "\r": r"\r"}


def escape_of(char: str) -> str:
    """Return the escape by which YAML, JSON and Python write a character, the shortest they share."""
    code = ord(char)
    for most, escape in ((0xFF, "\\x{:02x}"), (0xFFFF, "\\u{:04x}")):
        if code <= most:
            return _SHORT_ESCAPES.get(char) or escape.format(code)
    return f"\\U{code:08x}"


def printable(text: object, *, keep: str = "") -> str:
    """Return a text with what a terminal may take for a command escaped, but for characters to `keep`."""
    return "".join(char if char.isprintable() or char in keep else escape_of(char) for char in str(text))


_LONGEST = 60


def quoted(value: object) -> str:
    """Return a value as settings write it, cut where it is long; `nothing` for None."""
    if value is None:
        return "nothing"
    text = repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    safe = printable(text)
    return safe if len(safe) <= _LONGEST else safe[: _LONGEST - 1] + "…"


def reason_of(error: Exception) -> str:
    """Return why the machine refuses to read or write something, in a few small words."""
    if isinstance(error, UnicodeDecodeError):
        byte, offset = error.object[error.start], error.start
        return f"byte 0x{byte:02x} at offset {offset} is no UTF-8; save it as UTF-8 text"
    if isinstance(error, PermissionError):
        return "permission denied"
    return (getattr(error, "strerror", None) or str(error)).lower()


_SHORT = 4


def suggest(value: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that `value` most likely meant, or None."""
    words = _words(tuple(allowed))
    exact = words.by_fold.get(value.casefold().strip().replace("_", "-"))
    if exact is not None:
        return exact
    cutoff = 0.6 if len(value) <= _SHORT else 0.7  # one slip weighs more in a short word
    close = words.closest(value.casefold(), cutoff)
    return words.by_fold[close] if close is not None else None


class _Words:
    """Words to guess from, each with its letters as bits, so that most of them are ruled out at a glance."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.by_fold = {word.casefold(): word for word in sorted(words, reverse=True)}
        known = dict.fromkeys(letter for fold in self.by_fold for letter in _counted(fold))
        self._bits = {letter: 1 << place for place, letter in enumerate(known)}
        self._letters = [(self._letters_of(fold), len(fold), fold) for fold in self.by_fold]
        self._words = words

    @functools.cached_property
    def spelled(self) -> dict[tuple[str, ...], set[str]]:
        """The words by their letters and numbers."""
        found: dict[tuple[str, ...], set[str]] = {}
        for word in self._words:
            found.setdefault(_folded(word), set()).add(word)
        return found

    @functools.cached_property
    def _of_fold(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for word in self._words:
            found.setdefault(word.casefold(), set()).add(word)
        return found

    def within_one_letter(self, fold: str) -> Iterator[str]:
        """Yield the words with all letters of a folded one but for one on each side, in whatever order."""
        letters, length = self._letters_of(fold), len(fold)
        for others, size, other in self._letters:
            if (letters & others).bit_count() >= max(length, size) - 1:
                yield from self._of_fold[other]

    def closest(self, fold: str, cutoff: float) -> str | None:
        """Return the folded word that is most similar, of equal ones the last; None if all differ too much.

        Similarity is the ratio of `difflib`: twice the letters in common order, of all letters. The letters
        in common, in whatever order, are a bound of it that costs next to nothing.
        """
        import difflib

        letters, length = self._letters_of(fold), len(fold)
        bounds = [
            (bound, other)
            for others, size, other in self._letters
            if (bound := 2.0 * (letters & others).bit_count() / (length + size or 1)) >= cutoff
        ]
        best: tuple[float, str] | None = None
        matcher = difflib.SequenceMatcher()
        matcher.set_seq2(fold)
        for bound, other in sorted(bounds, reverse=True):
            if best is not None and bound < best[0]:
                break
            matcher.set_seq1(other)
            ratio = matcher.ratio()
            if ratio >= cutoff and (best is None or (ratio, other) > best):
                best = ratio, other
        return best[1] if best is not None else None

    def _letters_of(self, word: str) -> int:
        """Return the letters of a word that any of the words has, as bits."""
        return sum(self._bits.get(letter, 0) for letter in _counted(word))


def _counted(word: str) -> Iterator[tuple[str, int]]:
    """Yield each letter of a word with how many there are of it up to there, so that all differ."""
    counts: dict[str, int] = {}
    for letter in word:
        counts[letter] = counts.get(letter, 0) + 1
        yield letter, counts[letter]


@functools.lru_cache(maxsize=8)
def _words(allowed: tuple[str, ...]) -> _Words:
    return _Words(allowed)


def did_you_mean(value: str, allowed: Iterable[str]) -> str:
    """Return `, did you mean 'x'?`, or an empty text when nothing is close."""
    word = suggest(value, allowed)
    return f", did you mean {word!r}?" if word is not None else ""


_SWAPPED, _MISSING, _WRONG = 4, 5, 8
"""How many letters a word has at least in which that is a slip: short words are near to many others."""


def clear_guess(value: str, allowed: Iterable[str]) -> str | None:
    """Return the one allowed word that `value` can only be a slip of, or None.

    Nearness alone is no proof, so a slip is narrowly defined. It is the same letters and numbers in another
    spelling (capitals, accents, hyphens, leading zeros). Else it is one slip in one word: two neighbours
    swapped where it has four letters or more, one letter missing or too many where it has five, one wrong
    letter where it has eight: `retail` and `retain` may both be meant. Numbers are never corrected: `line-2`
    is no slip of `line-3`. Where two allowed words would do, there is no clear guess.
    """
    words = _words(tuple(allowed))
    folded = _folded(value)
    found = words.spelled.get(folded, set()) if folded else set()
    if not found:
        lower = value.casefold()
        found = {word for word in words.within_one_letter(lower) if _is_slip(lower, word.casefold())}
    return next(iter(found)) if len(found) == 1 else None


def _folded(word: str) -> tuple[str, ...]:
    """Return the letters and the numbers of a word, whatever stands between; nothing of other scripts."""
    split = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(char for char in split if not unicodedata.combining(char))
    if any(char.isalpha() and not char.isascii() for char in plain):
        return ()
    parts = re.findall(r"[a-z]+|[0-9]+", re.sub(r"(?<=[a-z])[^a-z0-9]+(?=[a-z])", "", plain))
    return tuple(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two texts differ by one slip in one word."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        at = len(short)
    else:
        at = next(place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b)
    if short[at:] == long[at + 1 :]:
        slip, least = long[at : at + 1], _MISSING
    elif len(short) < len(long):
        return False
    elif short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]:
        slip, least = long[at : at + 2], _SWAPPED
    elif short[at + 1 :] == long[at + 1 :]:
        slip, least = short[at] + long[at], _WRONG
    else:
        return False
    before = re.search(r"[a-z]*$", long[:at])
    behind = re.match(r"[a-z]*", long[at:])
    letters = len(before[0] if before else "") + len(behind[0] if behind else "")
    return re.fullmatch(r"[a-z]{1,2}", slip) is not None and letters >= least


# GitHub obeys a line that begins with `::`, and like Azure Pipelines and TeamCity `##word[` wherever it is.
_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#\w*\[)")


def without_commands(line: str) -> str:
    """Return a line in which a build server that prints it finds no command: a space stands in its middle."""
    return _COMMAND.sub(r"\g<0> ", line)


def table_of(settings: object, known: Sequence[str], where: str) -> dict[str, Any]:
    """Return a table of settings, of which no key is unknown.

    Args:
        settings: what a configuration file says.
        known: the keys that it may have.
        where: how messages begin, such as `cxblueprint.toml: theme`.

    Raises:
        UsageError: it is no table, or has another key.
    """
    if not isinstance(settings, Mapping):
        msg = f"{where} wants a table with {', '.join(known)}, not {quoted(settings)}"
        raise UsageError(msg)
    for key in settings:
        if key not in known:
            guess = did_you_mean(str(key), known) or f": there are {', '.join(known)}"
            msg = f"{where}: unknown key {key!r}{guess}"
            raise UsageError(msg)
    return {str(key): value for key, value in settings.items()}
