"""Errors, positions and suggestions: what every other layer may use and none is needed for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


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


_SHORT = 4


def suggest(value: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that `value` most likely meant, or None."""
    import difflib

    words = sorted(allowed)
    by_fold = {word.casefold(): word for word in reversed(words)}
    exact = by_fold.get(value.casefold().strip().replace("_", "-"))
    if exact is not None:
        return exact
    cutoff = 0.6 if len(value) <= _SHORT else 0.7  # one slip weighs more in a short word
    close = difflib.get_close_matches(value.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else None


def did_you_mean(value: str, allowed: Iterable[str]) -> str:
    """Return `, did you mean 'x'?`, or an empty text when nothing is close."""
    word = suggest(value, allowed)
    return f", did you mean {word!r}?" if word is not None else ""
