"""Where everything in a file is written: offsets while reading, lines and columns when asked.

A parser notes one number per key and per value (the offset of its first character). Lines and
columns are worked out only for what somebody complains about or asks for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TypeAlias

from cxblueprint.errors import Complaint, Location

from .wording import shown

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\s,\[\]{}]+")

MOST_COMPLAINTS = 200
"""More are counted, not listed."""


class MapMarks:
    """The offsets of a mapping: its start and, by key, those of the key and of the value."""

    __slots__ = ("entries", "start")

    def __init__(self, start: int, entries: dict[str, tuple[int, Marks]]) -> None:
        self.start = start
        self.entries = entries


class ListMarks:
    """The offsets of a list: its start and its items'."""

    __slots__ = ("items", "start")

    def __init__(self, start: int, items: list[Marks]) -> None:
        self.start = start
        self.items = items


Marks: TypeAlias = int | MapMarks | ListMarks
"""The offsets of a value, in the shape of the value. A scalar has its own offset alone."""


def start_of(marks: Marks) -> int:
    """Return the offset at which a value begins."""
    return marks if isinstance(marks, int) else marks.start


class SourceText:
    """The text of one file, under the name by which it is shown."""

    __slots__ = ("_line_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._line_starts: list[int] | None = None

    def location(self, offset: int) -> Location:
        """Return the line and column of an offset; one behind the end is on the last line."""
        if self._line_starts is None:
            self._line_starts = _line_starts(self.text)
        line = bisect_right(self._line_starts, offset)
        return Location(self.name, line, offset - self._line_starts[line - 1] + 1)

    def word_at(self, offset: int) -> str:
        """Return the unquoted word that is written at an offset, as it stands there."""
        match = _WORD.match(self.text, offset)
        return match.group() if match else ""


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))]


class FileComplaints:
    """What is wrong with one file, as far as its parser can tell.

    Some mistakes leave a value that nothing further can be said about; its offset is remembered as
    broken, so that nobody complains about it a second time.
    """

    __slots__ = ("broken", "count", "listed", "source")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.listed: list[Complaint] = []
        self.count = 0
        self.broken: set[int] = set()

    def add(self, offset: int, message: str, *, broken: int | None = None) -> None:
        """Note one thing wrong at `offset`, which spoils the value that begins at `broken`."""
        self.count += 1
        if len(self.listed) < MOST_COMPLAINTS:
            self.listed.append(Complaint(message, self.source.location(offset)))
        if broken is not None:
            self.broken.add(broken)

    def duplicate_key(self, key: str, first: int, second: int) -> None:
        """Note a key that stands twice in one mapping."""
        there = self.source.location(first) if len(self.listed) < MOST_COMPLAINTS else None
        self.add(second, f"key {shown(key)} is given twice, first at {there}")


class UnparsableError(Exception):
    """The file cannot be read to its end; says why and at which offset. Never leaves the package."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
