"""How a picture that is larger than a sheet of paper is cut: between two steps, best between two stages.

A sheet is A3 in landscape. What fits is printed whole; of what is wider, each piece repeats the names at the
left, and what stands below the drawing follows as a piece of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PAPER_WIDTH, PAPER_HEIGHT = 1500.0, 960.0
"""What a sheet has room for at full size: A3 without its margins and a heading, in units of a picture."""
SMALLEST = 0.57
"""The smallest scale at which letters can still be read on paper."""
WIDEST = PAPER_WIDTH / SMALLEST
_WIDEST_FOOTER = 1308.0
_IS_LARGER = 1.25
"""What stands below is printed apart where that makes the drawing larger by more than this factor."""
_LINE = 1.0
"""The line under a drawing belongs to what follows."""
_IS_BETTER = 0.25
"""A border between stages is taken up to this share of a piece away from where pieces were equal."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a picture that goes on one sheet."""

    left: float
    top: float
    width: float
    height: float
    names: float = 0.0
    """How wide the names at the left are that it repeats; 0 where it has them, or none."""

    @property
    def whole_width(self) -> float:
        """Its width with the names."""
        return self.names + self.width


@dataclass(frozen=True, slots=True)
class Grid:
    """What may be cut: columns below their heads, with names at the left."""

    top: float
    """Where the heads of the columns begin; the title stands above."""
    bottom: float
    width: float
    names: float
    """How wide the names at the left are."""
    columns: tuple[float, ...] = ()
    """Where one may cut: between the columns, from left to right."""
    stages: tuple[float, ...] = ()
    """Those of them that lie between two stages."""

    def moved(self, down: float) -> Grid:
        """Return the same further down."""
        return Grid(self.top + down, self.bottom + down, self.width, self.names, self.columns, self.stages)


def pieces(width: float, height: float, grids: Sequence[tuple[float, Grid]]) -> tuple[Piece, ...]:
    """Return the pieces in which a picture is printed; none where it fits on one sheet.

    `grids` are the drawings in it from the top, each with where its own title begins.
    """
    if not grids:
        return ()
    foot = grids[-1][1].bottom - _LINE
    whole = _scale(width, height)
    if whole >= SMALLEST and _scale(width, foot) <= whole * _IS_LARGER:
        return ()
    below = Piece(0.0, foot, min(width, _WIDEST_FOOTER), height - foot)
    if _scale(width, foot) >= SMALLEST:
        return (Piece(0.0, 0.0, width, foot), below)
    return (*(piece for top, grid in grids for piece in _cut(top, grid)), below)


def _scale(width: float, height: float) -> float:
    """Return at which scale something fits on a sheet; nothing is made larger."""
    return min(1.0, PAPER_WIDTH / width, PAPER_HEIGHT / height)


def _cut(top: float, grid: Grid) -> Iterator[Piece]:
    """Yield the pieces of a drawing from left to right; the first has its title."""
    sides = [0.0, *_cuts(grid), grid.width]
    bottom = grid.bottom - _LINE
    for order, (left, right) in enumerate(pairwise(sides)):
        upper, names = (grid.top, grid.names) if order else (top, 0.0)
        yield Piece(left, upper, right - left, bottom - upper, names)


def _cuts(grid: Grid) -> Iterator[float]:
    """Yield where to cut, so that the pieces are about as wide as each other and none is too wide."""
    left, most = grid.names, WIDEST - grid.names
    while grid.width - left > most:
        share = (grid.width - left) / math.ceil((grid.width - left) / most)
        possible = [x for x in grid.columns if left < x <= left + most]
        if not possible:
            return
        even = left + share
        good = [x for x in grid.stages if x in possible and abs(x - even) <= share * _IS_BETTER]
        left = _nearest(good or possible, even)
        yield left


def _nearest(places: Sequence[float], wanted: float) -> float:
    return min(places, key=lambda x: abs(x - wanted))
