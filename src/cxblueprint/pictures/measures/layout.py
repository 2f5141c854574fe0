"""Where everything in the picture of measures lies: Graphviz orders the columns, the rest is ours.

A tie that passes by a column has a place of its own there, so that no curve crosses a card. Ties of one
kind that leave the same card share it, and part where they have to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.frame import MARGIN, title_block
from cxblueprint.pictures.layout_graph import Box, Edge, LayoutGraph, Point
from cxblueprint.pictures.measures.cards import WIDTHS, Content, content_of
from cxblueprint.pictures.measures.scene import Card, MeasuresScene, Tie, TieKind

HEADING = 12.5
HEADING_LEADING = 16.0
_GAP = 76.0
_BETWEEN, _CLOSE = 12.0, 8.0
# From so many cards in a column on, they stand closer.
_MANY = 24
_INCH = 72.0
# The codes of findings stand above a card.
_CODES = 13.0
_PORT = 12.0
_LEAST_WIDTH = 640.0
Port = tuple[TieKind, bool]
"""A kind of tie, and whether it drives what is to the right."""


@dataclass(frozen=True, slots=True)
class Line:
    """A tie with its course: from the side of one card, past columns, to the side of another."""

    tie: Tie
    points: tuple[Point, ...]


class Layout:
    """The places of columns, cards and ties."""

    def __init__(self, scene: MeasuresScene, layouter: Layouter) -> None:
        self.scene = scene
        self._by_key = {card.key: card for card in scene.cards}
        self._place_columns()
        self.contents = {card.key: content_of(card, self.widths[card.column]) for card in scene.cards}
        self._ways = {tie: tuple(self._stops(tie)) for tie in scene.ties}
        placed = layouter.layout(self._graph())
        self.title = title_block(scene.heading, self.width)
        self.heads_top = self.title.bottom + 14
        lines = max(heading.count for heading in self.headings)
        self.top = self.heads_top + lines * HEADING_LEADING + 10
        self._tops = {key: self.top + box.top for key, box in placed.boxes.items()}
        self._middles = {key: self.top + box.middle[1] for key, box in placed.boxes.items()}
        self.foot = self.top + placed.height + 18
        self._ports = self._spread()

    def _place_columns(self) -> None:
        kinds = [
            {card.kind for card in self.scene.cards if card.column == column}
            for column in range(len(self.scene.columns))
        ]
        self.widths = [max(WIDTHS[kind] for kind in found) for found in kinds]
        self.lefts: list[float] = []
        x = MARGIN
        for width in self.widths:
            self.lefts.append(x)
            x += width + _GAP
        self.width = max(_LEAST_WIDTH, x - _GAP + MARGIN)
        self.headings = [
            metrics.wrap(name, width, HEADING, bold=True, lines=3)
            for name, width in zip(self.scene.columns, self.widths, strict=True)
        ]

    # What Graphviz is asked

    def _stops(self, tie: Tie) -> Iterator[str]:
        """Yield the keys of the boxes that a tie goes through, those in passing with its left card's name."""
        left, right = self._by_key[tie.left], self._by_key[tie.right]
        yield tie.left
        for column in range(left.column + 1, right.column):
            yield f"{tie.kind} from {tie.left} past {column}"
        yield tie.right

    def _graph(self) -> LayoutGraph:
        columns: list[list[Box]] = [[] for _ in self.widths]
        for card in self.scene.cards:
            content = self.contents[card.key]
            height = content.height + (_CODES if card.notes else 0)
            columns[card.column].append(Box(card.key, content.width, height))
        edges: dict[tuple[str, str], Edge] = {}
        passed: dict[str, int] = {}
        for tie, stops in self._ways.items():
            first = self._by_key[tie.left].column
            passed.update({stop: first + at for at, stop in enumerate(stops[1:-1], 1)})
            weight = {"weight": "4" if tie.kind in ("holds", "gap") else "1"}
            for one, other in pairwise(stops):
                edges.setdefault((one, other), Edge(one, other, weight))
        for stop, column in passed.items():
            columns[column].append(Box(stop, self.widths[column], 2))
        boxes = tuple(box for column in columns for box in column)
        between = _BETWEEN if max(map(len, columns)) <= _MANY else _CLOSE
        return LayoutGraph(
            boxes,
            (*edges.values(), *self._bonds(columns)),
            ranks=tuple(tuple(box.key for box in column) for column in columns),
            attributes={"rankdir": "LR", "nodesep": f"{between / _INCH:.4f}", "ranksep": "1"},
        )

    def _bonds(self, columns: Sequence[Sequence[Box]]) -> Iterator[Edge]:
        """Yield what keeps columns in their order, and touchpoints in that of the journey."""
        for one, other in pairwise(columns):
            yield Edge(one[0].key, other[0].key, {"style": "invis", "weight": "0"})
        touchpoints = [card.key for card in self.scene.cards if card.kind == "touchpoint"]
        for above, below in pairwise(touchpoints):
            # An edge without weight would not hold them in order.
            yield Edge(above, below, {"style": "invis", "weight": "1"})

    # What came of it

    def box(self, card: Card) -> tuple[float, float, float, float]:
        """Return a card's left and upper side, its width and its height."""
        content: Content = self.contents[card.key]
        top = self._tops[card.key] + (_CODES if card.notes else 0)
        return self.lefts[card.column], top, content.width, content.height

    def _spread(self) -> Mapping[tuple[str, str, Port], float]:
        """Return how far from the middle of a card's side each kind of tie leaves it.

        What goes to the top is on top, so that ties do not cross in front of a card.
        """
        met: dict[tuple[str, str], dict[Port, list[float]]] = {}
        for tie, stops in self._ways.items():
            for end, side, beyond in ((tie.left, "right", stops[1]), (tie.right, "left", stops[-2])):
                port = (tie.kind, tie.to_the_right)
                met.setdefault((end, side), {}).setdefault(port, []).append(self._middles[beyond])
        found: dict[tuple[str, str, Port], float] = {}
        for (end, side), ports in met.items():
            ordered = sorted((sum(heights) / len(heights), port) for port, heights in ports.items())
            for order, (_, port) in enumerate(ordered):
                found[end, side, port] = (order - (len(ordered) - 1) / 2) * _PORT
        return found

    def _end(self, tie: Tie, side: str) -> Point:
        """Return where a tie meets its card on one side."""
        card = self._by_key[tie.left if side == "right" else tie.right]
        x, y, width, height = self.box(card)
        offset = self._ports[card.key, side, (tie.kind, tie.to_the_right)]
        return x + (width if side == "right" else 0), y + height / 2 + offset

    @property
    def lines(self) -> Iterator[Line]:
        """All ties, placed."""
        for tie, stops in self._ways.items():
            left = self._by_key[tie.left]
            points = [self._end(tie, "right")]
            for order, stop in enumerate(stops[1:-1], 1):
                x, y = self.lefts[left.column + order], self._tops[stop] + 1
                points += [(x, y), (x + self.widths[left.column + order], y)]
            points.append(self._end(tie, "left"))
            yield Line(tie, tuple(points))
