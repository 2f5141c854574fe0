"""Where the values of a file begin and end; loading remembers only where they begin."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["plain", "single", "double", "block", "json"]


@dataclass(slots=True)
class ScalarSpan:
    """A text, a number or a word, with its quotes and without its anchor or tag."""

    start: int
    end: int
    style: Style
    text: str | None
    """What is read there; None where that is no text."""
    in_flow: bool
    """Whether it stands in brackets."""


@dataclass(slots=True)
class MapSpan:
    """A mapping: for each of its keys, in order, where the key begins and the value ends."""

    is_flow: bool
    entries: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class ListSpan:
    """A list: where each of its items begins and ends."""

    start: int
    is_flow: bool
    is_marked: bool
    """Whether it has an anchor or a tag."""
    items: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0
    entry: tuple[MapSpan, int] | None = None
    """The mapping and the number of the key whose value it is; None where it is the item of a list."""


@dataclass(slots=True)
class AliasSpan:
    """A value that is written elsewhere in the file."""

    end: int
    target: ScalarSpan | MapSpan | ListSpan


Span: TypeAlias = ScalarSpan | MapSpan | ListSpan | AliasSpan


@dataclass(slots=True)
class FileSpans:
    """The spans of a file, by the offsets that loading remembers."""

    values: dict[int, Span] = field(default_factory=dict)
    keys: dict[int, ScalarSpan] = field(default_factory=dict)
    items: dict[int, tuple[ListSpan, int]] = field(default_factory=dict)
    """The list that an item stands in, and its number there."""

    def scalar(self, offset: int) -> ScalarSpan | None:
        """Return the text, number or word at an offset, or the one that an alias there stands for."""
        found = self.values.get(offset)
        if isinstance(found, AliasSpan):
            found = found.target
        return found if isinstance(found, ScalarSpan) else None
