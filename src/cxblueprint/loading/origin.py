"""Where the parts of a merged blueprint are written, over all of its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cxblueprint.errors import Location

from .positions import ListMarks, MapMarks, Marks, SourceText, start_of


@dataclass(frozen=True, slots=True)
class Place:
    """The way to a value, as far as it is written.

    `offset` is that of the last key, or of the last item of a list, on the way. `is_whole` tells
    whether the way was followed to its end.
    """

    source: SourceText
    offset: int
    value_offset: int
    is_whole: bool

    @property
    def location(self) -> Location:
        """The line and column of the key or item."""
        return self.source.location(self.offset)

    @property
    def value_location(self) -> Location:
        """The line and column of the value; of the nearest key or item where it is not written."""
        return self.source.location(self.value_offset if self.is_whole else self.offset)


@dataclass(slots=True)
class RootKey:
    """A key of the blueprint itself: where it first stands, and its value, which may come from many files."""

    source: SourceText
    offset: int
    marks: Marks
    items: list[tuple[SourceText, Marks]] | None = None
    """The items of a collection, in order."""


@dataclass(slots=True)
class FileOrigin:
    """Finds what is written where; offsets become lines and columns when asked for."""

    source: SourceText
    """The file that the blueprint itself is said to be in."""
    start: int
    roots: dict[str, RootKey] = field(default_factory=dict)

    def locate(self, path: Sequence[str | int]) -> Location:
        """Return where the value at `path` is written, or its nearest written ancestor."""
        return self.trace(path).location

    def trace(self, path: Sequence[str | int]) -> Place:
        """Follow a path through the model's fields as far as it is written."""
        root = self.roots.get(str(path[0])) if path else None
        if root is None:
            return Place(self.source, self.start, self.start, not path)
        if root.items is None or len(path) == 1:
            return _follow(root.source, root.offset, root.marks, path[1:])
        index = path[1]
        if not isinstance(index, int) or not 0 <= index < len(root.items):
            return Place(root.source, root.offset, start_of(root.marks), is_whole=False)
        source, marks = root.items[index]
        return _follow(source, start_of(marks), marks, path[2:])

    def offsets_below(self, path: Sequence[str | int]) -> Iterator[tuple[SourceText, int]]:
        """Yield where every value at and below `path` begins."""
        for name, root in self.roots.items():
            if path and path[0] != name:
                continue
            if root.items is None:
                yield from _below(root.source, root.marks, path[1:])
                continue
            for index, (source, marks) in enumerate(root.items):
                if not path[1:] or path[1] == index:
                    yield from _below(source, marks, path[2:])


def _follow(source: SourceText, offset: int, marks: Marks, path: Sequence[str | int]) -> Place:
    for step in path:
        if isinstance(marks, MapMarks) and isinstance(step, str) and step in marks.entries:
            offset, marks = marks.entries[step]
        elif isinstance(marks, ListMarks) and isinstance(step, int) and 0 <= step < len(marks.items):
            marks = marks.items[step]
            offset = start_of(marks)
        else:
            return Place(source, offset, start_of(marks), is_whole=False)
    return Place(source, offset, start_of(marks), is_whole=True)


def _below(source: SourceText, marks: Marks, path: Sequence[str | int]) -> Iterator[tuple[SourceText, int]]:
    """Yield the offsets of the values at and below the end of a path, and none where it is not written."""
    for step in path:
        if isinstance(marks, MapMarks) and isinstance(step, str) and step in marks.entries:
            marks = marks.entries[step][1]
        elif isinstance(marks, ListMarks) and isinstance(step, int) and 0 <= step < len(marks.items):
            marks = marks.items[step]
        else:
            return
    waiting = [marks]
    while waiting:
        found = waiting.pop()
        yield source, start_of(found)
        if isinstance(found, MapMarks):
            waiting.extend(marks for _, marks in found.entries.values())
        elif isinstance(found, ListMarks):
            waiting.extend(found.items)
