"""How far to the left each place of a tree is: Graphviz sets them side by side, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.governance.tree import Place, Tree
from cxblueprint.pictures.layout_graph import Box, Edge, LayoutGraph

TRUNK = 18.0
"""Room at the left of stacked cards, for the line that they hang on."""
PASSAGE = 12.0
"""The room of a line that passes a row."""
_BETWEEN = 18.0
_POINTS = 72.0
_HEIGHT = 20.0


class Columns:
    """The left side of each place, from zero, with cards of one width."""

    def __init__(self, tree: Tree, card_width: float, layouter: Layouter) -> None:
        """Ask Graphviz.

        Raises:
            TooLargeError: there are too many places.
        """
        self._tree = tree
        self._card_width = card_width
        self.lefts = self._laid_out(layouter)
        self._centre()
        start = min(
            (self.lefts[at] for at, place in enumerate(tree.places) if place.card is not None), default=0.0
        )
        self.lefts = [left - start for left in self.lefts]

    @property
    def width(self) -> float:
        """From the left side of the first card to the right side of the last."""
        return max(
            (self.right(at) for at, place in enumerate(self._tree.places) if place.card is not None),
            default=0.0,
        )

    def right(self, number: int) -> float:
        """Return the right side of a place."""
        return self.lefts[number] + self._own(self._tree.places[number])

    def _own(self, place: Place) -> float:
        return PASSAGE if place.card is None else self._card_width

    def _laid_out(self, layouter: Layouter) -> list[float]:
        places = self._tree.places
        boxes = tuple(
            Box(str(number), self._own(place) + _beside(place), _HEIGHT, is_seen=place.card is not None)
            for number, place in enumerate(places)
        )
        rows: list[list[str]] = [[] for _ in range(self._tree.rows)]
        for number, place in enumerate(places):
            rows[place.row].append(str(number))
        graph = LayoutGraph(
            boxes,
            tuple(_edges(places)),
            ranks=tuple(map(tuple, rows)),
            attributes={"nodesep": f"{_BETWEEN / _POINTS:.4f}"},
        )
        laid_out = layouter.layout(graph)
        return [
            laid_out.boxes[box.key].left + _beside(place) for box, place in zip(boxes, places, strict=True)
        ]

    def _centre(self) -> None:
        """Move those who lead over the middle of those below them, as far as their neighbours leave room."""
        places = self._tree.places
        below: dict[int, list[int]] = {}
        rows: list[list[int]] = [[] for _ in range(self._tree.rows)]
        for number, place in enumerate(places):
            rows[place.row].append(number)
            if place.above is not None:
                below.setdefault(place.above, []).append(number)
        for row in reversed(rows):
            row.sort(key=lambda number: self.lefts[number])
            for before, number, after in zip([None, *row], row, [*row[1:], None], strict=False):
                if number not in below:
                    continue
                left = min(self.lefts[child] for child in below[number])
                right = max(self.right(child) for child in below[number])
                own = self._own(places[number])
                least = self.right(before) + _BETWEEN if before is not None else float("-inf")
                most = float("inf")
                if after is not None:
                    most = self.lefts[after] - _beside(places[after]) - _BETWEEN - own
                if least <= most:
                    self.lefts[number] = min(max((left + right - own) / 2, least), most)


def _beside(place: Place) -> float:
    return TRUNK if place.stack is not None else 0.0


def _edges(places: tuple[Place, ...]) -> Iterator[Edge]:
    for number, place in enumerate(places):
        if place.on is not None:
            # A stack stands straight, whatever that costs others.
            yield Edge(str(place.on), str(number), {"weight": "100"})
        elif place.above is not None:
            yield Edge(str(place.above), str(number), {"weight": "20" if place.card is None else "2"})
