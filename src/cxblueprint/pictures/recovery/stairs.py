"""Labels beside vertical lines: set in rows so that no label meets another, nor another's line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_CLEAR = 6.0
_APART = 20.0
_MOST_TRIES = 12


@dataclass(frozen=True, slots=True)
class Flag:
    """A label at a line that runs down from it: where the line is, and how far the label reaches."""

    line: float
    left: float
    right: float


def beside(lines: Sequence[tuple[float, float]], shift: float, limit: float) -> list[Flag]:
    """Return labels beside their lines: to the right up to some line, to the left from there on.

    A line is given by its place and by how wide its label is. Where that change is made is chosen so that
    no label reaches over the limit, and that they need the fewest rows.
    """
    places = sorted({x for x, _ in lines})
    step = max(1, len(places) // _MOST_TRIES)
    found = []
    for turn in (*places[::step], math.inf):
        flags = [_flag(x, width, shift, to_the_left=x >= turn) for x, width in lines]
        if _in_order(flags) is not None:
            over = max((flag.right for flag in flags), default=0.0) - limit
            found.append((max(0.0, over), max(rows_of(flags), default=0), -turn, flags))
    return min(found, key=lambda one: one[:3])[3]


def _flag(x: float, width: float, shift: float, *, to_the_left: bool) -> Flag:
    return Flag(x, x - shift - width, x - shift) if to_the_left else Flag(x, x + shift, x + shift + width)


def rows_of(flags: Sequence[Flag]) -> list[int]:
    """Return the row of each label, 0 being the lowest: it stands above all lines that it covers."""
    rows = [0] * len(flags)
    taken: list[list[Flag]] = []
    below = _below(flags)
    for index in _in_order(flags) or range(len(flags)):
        row = max((rows[other] + 1 for other in below[index]), default=0)
        while row < len(taken) and any(_overlap(flags[index], other) for other in taken[row]):
            row += 1
        while len(taken) <= row:
            taken.append([])
        taken[row].append(flags[index])
        rows[index] = row
    return rows


def _below(flags: Sequence[Flag]) -> list[list[int]]:
    """Return for each label those whose lines it covers: they have to stand below it."""
    return [
        [
            index
            for index, other in enumerate(flags)
            if other.line != flag.line and flag.left - _CLEAR / 2 < other.line < flag.right + _CLEAR / 2
        ]
        for flag in flags
    ]


def _overlap(one: Flag, other: Flag) -> bool:
    return one.left < other.right + _APART and other.left < one.right + _APART


def _in_order(flags: Sequence[Flag]) -> list[int] | None:
    """Return the labels so that each comes after those below it; None where two cover each other's lines."""
    waiting = [set(indices) for indices in _below(flags)]
    order: list[int] = []
    left = sorted(range(len(flags)), key=lambda index: (flags[index].line, index), reverse=True)
    while left:
        free = [index for index in left if not waiting[index]]
        if not free:
            return None
        order += free
        left = [index for index in left if waiting[index]]
        for index in left:
            waiting[index].difference_update(free)
    return order
