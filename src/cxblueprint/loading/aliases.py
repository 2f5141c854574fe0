"""Anchors and aliases: shared values, counted as if they were written out each time."""

from __future__ import annotations

from difflib import get_close_matches

from .limits import Limits
from .positions import ListMarks, MapMarks, Marks, UnparsableError
from .wording import shown

_LATEST = 1000

_Weight = tuple[int, int, int]
"""Values, characters and levels of a value that is written out."""


class Aliases:
    """The anchors of one file."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: dict[str, int] = {}
        self._closed: dict[str, tuple[object, Marks]] = {}
        self._weighed: dict[int, tuple[object, _Weight]] = {}
        self._characters = 0
        self.values = 0
        """How many values the aliases met so far stand for."""

    def open(self, anchor: str, start: int) -> None:
        """Note that the value of an anchor begins."""
        self._open[anchor] = start

    def close(self, anchor: str, value: object, marks: Marks) -> None:
        """Note the whole value of an anchor; a later one of the same name takes its place."""
        self._open.pop(anchor, None)
        self._closed[anchor] = (value, marks)

    def value_of(self, anchor: str, place: int, depth: int) -> tuple[object, Marks]:
        """Return what the alias at `place` stands for, begun there and marked where it is written.

        Raises:
            UnparsableError: no such anchor, one that contains the alias, or too much in all.
        """
        if anchor in self._open:
            said = f"the alias {shown('*' + anchor)} stands inside its own anchor and has no end"
            raise UnparsableError(place, said)
        if anchor not in self._closed:
            close = get_close_matches(anchor, list(self._closed)[-_LATEST:], n=1)
            hint = "; quote text that begins with '*'"
            if close:
                hint = f", did you mean {shown('*' + close[0])}?"
            raise UnparsableError(place, f"the alias {shown('*' + anchor)} has no anchor before it{hint}")
        value, marks = self._closed[anchor]
        self._count(value, place, depth)
        if isinstance(marks, MapMarks):
            return value, MapMarks(place, marks.entries)
        if isinstance(marks, ListMarks):
            return value, ListMarks(place, marks.items)
        return value, place

    def _count(self, value: object, place: int, depth: int) -> None:
        values, characters, levels = self._weigh(value)
        self.values += values
        self._characters += characters
        if depth + levels > self._limits.depth:
            said = f"with this alias the file is nested deeper than {self._limits.depth} levels"
            raise UnparsableError(place, said)
        if self.values > self._limits.values:
            said = f"with this alias the aliases stand for more than {self._limits.values:,} values"
            raise UnparsableError(place, f"{said}; write out what differs, and repeat less")
        if self._characters > self._limits.alias_text:
            said = f"with this alias the aliases stand for more than {self._limits.alias_text:,} characters"
            raise UnparsableError(place, f"{said}; write out what differs, and repeat less")

    def _weigh(self, value: object) -> _Weight:
        if isinstance(value, str):
            return 1, len(value), 0
        if not isinstance(value, dict | list):
            return 1, 1, 0
        known = self._weighed.get(id(value))  # shared values are weighed once, or a bomb goes off here
        if known is not None:
            return known[1]
        keys = sum(map(len, value)) if isinstance(value, dict) else 0
        parts = [self._weigh(part) for part in (value.values() if isinstance(value, dict) else value)]
        values, characters, levels = zip(*parts, strict=True) if parts else ((), (), ())
        weight = (1 + sum(values), keys + sum(characters), 1 + max(levels, default=0))
        self._weighed[id(value)] = (value, weight)  # holds the value, so that no other takes its id
        return weight
