"""Edits of a text: a span, and what stands in its place afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A span of one file, and what takes its place."""

    file: int
    """The number of the file, in the order of reading, from 0."""
    start: int
    end: int
    """Behind the last character."""
    replacement: str = ""


def settled(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits of one file in order, each once; of two that overlap, the outer or else the first."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.start, -edit.end, edit.replacement)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with the edits of it made; whatever they do not span stays as it is."""
    parts: list[str] = []
    done = 0
    for edit in settled(edits):
        parts += text[done : edit.start], edit.replacement
        done = edit.end
    return "".join((*parts, text[done:]))


def place_before(offset: int, edits: Sequence[Edit]) -> int:
    """Return where a character of an edited text stood before the `settled` edits of it were made.

    What an edit has written stood where the edit begins.
    """
    moved = 0
    for edit in edits:
        start = edit.start + moved
        if offset < start:
            break
        if offset < start + len(edit.replacement):
            return edit.start
        moved += len(edit.replacement) - (edit.end - edit.start)
    return offset - moved
