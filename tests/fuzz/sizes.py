"""Sizes: a few bytes, written again and again, take as much longer as they are more."""

from __future__ import annotations

from .loading import FORMATS, assert_told_well, outcome_of
from .other_files import read_other_files
from .values import read_values

LONGEST = 100_000
"""Bytes. What grows with the square of the size takes minutes then, and the runner calls it a hang."""


def load_repeated(data: bytes) -> None:
    """Read `begin`, then `again` as often as there is room, then `end`, of `begin|again|end`."""
    text = repeated(data)
    for form in FORMATS:
        outcome = outcome_of(text, form)
        if isinstance(outcome, tuple):
            assert_told_well(outcome, text)
    read_other_files(text)
    read_values(text)


def repeated(data: bytes) -> bytes:
    """Return the text of which the bytes tell the beginning, what comes again and again, and the end.

    In what comes again, `%` is a number that is another one each time.
    """
    parts = data.split(b"|", 2)
    begin, again, end = parts if len(parts) == 3 else (b"", data, b"")
    pieces: list[bytes] = []
    room = LONGEST - len(begin) - len(end)
    while again and room > 0:
        piece = again.replace(b"%", b"%d" % len(pieces))
        pieces.append(piece)
        room -= len(piece)
    return begin + b"".join(pieces) + end
