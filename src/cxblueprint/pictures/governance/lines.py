"""The lines between teams and those above them, with corners and no more turns than they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxblueprint.pictures.governance.columns import PASSAGE, TRUNK
from cxblueprint.pictures.governance.tree import Tree
from cxblueprint.pictures.layout_graph import Point, Rectangle

BUS = 15.0
"""Between the upper side of a row and the level line above it, from which its cards hang."""
_TRACK = 7.0
_BESIDE = 20.0
_BELOW = 9.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line from the team above to the one below."""

    card: int
    points: tuple[Point, ...]
    closes_circle: bool = False
    """Whether it leads from a team back up to the one at the head of its circle."""


class TreeLines:
    """The lines of one tree, once its cards have their places."""

    def __init__(
        self,
        tree: Tree,
        cards: Mapping[int, Rectangle],
        lefts: Sequence[float],
        row_tops: Sequence[float],
    ) -> None:
        self._places = tree.places
        self._cards = cards
        self._lefts = lefts
        self._row_tops = row_tops
        self._tracks = self._spread()

    def __iter__(self) -> Iterator[Drawn]:
        """Yield the line of each card that has one."""
        for number, place in enumerate(self._places):
            if place.card is not None and place.above is not None:
                yield Drawn(place.card, tuple(self._points(number, self._cards[place.card])))

    def _x_below(self, number: int) -> float:
        """Return where the line goes down from a place."""
        card = self._places[number].card
        return self._lefts[number] + PASSAGE / 2 if card is None else self._cards[card].middle[0]

    def _x_above(self, number: int) -> float:
        """Return where the line comes down to a place, or to the first of its stack."""
        if self._places[number].stack is None:
            return self._x_below(number)
        return self._lefts[number] - TRUNK / 2

    def _spread(self) -> Mapping[tuple[int, int], int]:
        """Return the track of each level line, by the place above it and the row below.

        Those that would lie on each other have different ones.
        """
        spans: dict[tuple[int, int], list[float]] = {}
        for number, place in enumerate(self._places):
            if place.above is not None and place.on is None:
                xs = spans.setdefault((place.above, place.row), [self._x_below(place.above)])
                xs.append(self._x_above(number))
        tracks: dict[tuple[int, int], int] = {}
        for here, xs in sorted(spans.items(), key=lambda item: (item[0][1], min(item[1]), item[0])):
            met = {
                tracks[there]
                for there, others in spans.items()
                if there in tracks and there[1] == here[1]
                if min(xs) <= max(others) and min(others) <= max(xs)
            }
            tracks[here] = next(track for track in range(len(met) + 1) if track not in met)
        return tracks

    def _points(self, number: int, card: Rectangle) -> Iterator[Point]:
        stack = self._places[number].stack
        way = [number if stack is None else stack]
        while (above := self._places[way[0]].above) is not None:
            way.insert(0, above)
            if self._places[above].card is not None:
                break
        head = self._places[way[0]].card
        yield self._x_below(way[0]), self._cards[head].bottom if head is not None else self._row_tops[0]
        for above, below in pairwise(way):
            row = self._places[below].row
            level = self._row_tops[row] - BUS - self._tracks[above, row] * _TRACK
            if abs(self._x_below(above) - self._x_above(below)) > 0.01:
                yield self._x_below(above), level
                yield self._x_above(below), level
        if stack is not None:
            yield self._x_above(stack), card.middle[1]
            yield card.left, card.middle[1]
        else:
            yield card.middle[0], card.top


def closing_line(card: int, first: Rectangle, last: Rectangle, row_bottom: float, left: float) -> Drawn:
    """Return the line that closes a circle: from its first team round the left side and up to the last.

    `row_bottom` is the lower side of the row of the last, `left` the left side of all that is in the circle.
    """
    x, y = left - _BESIDE, row_bottom + _BELOW
    into = last.left + _BESIDE
    points = ((first.left, first.middle[1]), (x, first.middle[1]), (x, y), (into, y), (into, last.bottom))
    return Drawn(card, points, closes_circle=True)
