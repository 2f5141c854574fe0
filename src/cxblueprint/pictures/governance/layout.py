"""Where everything in the picture of governance lies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cxblueprint.pictures.engines import MOST_BOXES, Layouter, TooLargeError
from cxblueprint.pictures.frame import MARGIN, TitleBlock, title_block
from cxblueprint.pictures.governance.cards import CARD_WIDTH, card_height, strips_of
from cxblueprint.pictures.governance.columns import Columns
from cxblueprint.pictures.governance.lines import Drawn, TreeLines, closing_line
from cxblueprint.pictures.governance.scene import GovernanceScene
from cxblueprint.pictures.governance.tree import Tree, tree_of
from cxblueprint.pictures.layout_graph import Point, Rectangle
from cxblueprint.pictures.strips import Strip
from cxblueprint.pictures.words import Words

HEAD = 34.0
"""The upper part of a frame, with its heading."""
PAD = 16.0
_BETWEEN_ROWS = 42.0
_BETWEEN_AREAS = 20.0
_BETWEEN_CARDS = 18.0
# Below each other, with room for the codes of findings.
_BETWEEN_STACKED = 22.0
_BESIDE_CIRCLE = 26.0
_LEAST_WIDTH = 640.0
_GOOD_WIDTH = 1400.0
# What is apart may be so wide although the tree is narrower.
_GRID_WIDTH = 940.0
_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around cards, with what it says."""

    place: Rectangle
    text: str
    kind: str
    """`table`, `circle`, `unstated` or `partners`."""


@dataclass(frozen=True, slots=True)
class _Grown:
    """A tree, and where its places are from left to right."""

    tree: Tree
    columns: Columns


class Layout:
    """The places of cards, frames and lines."""

    def __init__(self, scene: GovernanceScene, layouter: Layouter, words: Words) -> None:
        self.scene = scene
        self.words = words
        self._layouter = layouter
        self.strips: dict[int, list[Strip]] = {}
        self.cards: dict[int, Rectangle] = {}
        self.frames: list[Frame] = []
        self.lines: list[Drawn] = []
        grown = self._grow() if 0 < len(scene.cards) <= MOST_BOXES else None
        self._inner = self._inner_width(grown or [])
        self.width = max(_LEAST_WIDTH, self._inner + 2 * MARGIN)
        self.title: TitleBlock = title_block(scene.heading, self.width)
        self.top = self.title.bottom + 14
        self.foot = (self._place(grown) if grown is not None else self.top + 24) + 16

    # How wide

    def _grow(self) -> list[_Grown] | None:
        """Return the tree and the circles, or None where they are more than a picture can show."""
        areas, cards = self.scene.areas, self.scene.cards
        try:
            tree = self._fitting(areas.tree, lambda card: cards[card].at_table)
            return [tree, *(self._fitting(loop, lambda _: False) for loop in areas.loops)]
        except TooLargeError:
            return None

    def _fitting(self, cards: Sequence[int], is_at_table: Callable[[int], bool]) -> _Grown:
        """Return a tree whose stacks have as many columns as make it no wider than a page."""
        superiors = {card: self.scene.superiors[card] for card in cards}
        if cards:
            superiors[cards[0]] = None  # of a circle too, where the first one's line closes it
        for columns in range(_MOST_COLUMNS, 0, -1):
            tree = tree_of(cards, superiors, is_at_table, columns)
            grown = _Grown(tree, Columns(tree, CARD_WIDTH, self._layouter))
            if grown.columns.width <= _GOOD_WIDTH:
                break
        return grown

    def _inner_width(self, grown: Sequence[_Grown]) -> float:
        """Return the width between the margins."""
        areas = self.scene.areas
        circles = [_circle_width(one) for one in grown[1:]]
        widest = max([0.0, *(one.columns.width + 2 * PAD for one in grown[:1]), *circles])
        grids = [_grid_width(len(cards)) for cards in (areas.unstated, areas.partners) if cards and grown]
        beside = sum(circles) + sum(grids) + _BETWEEN_AREAS * (len(circles) + len(grids) - 1)
        return max(widest, min(beside, _GRID_WIDTH))

    # How high

    def _place(self, grown: Sequence[_Grown]) -> float:
        """Place everything below the title, and return where it ends."""
        tree, *circles = grown
        y = self.top
        if tree.tree.places:
            y = self._place_tree(tree, y) + _BETWEEN_AREAS
        x, lowest = MARGIN, y
        for place, wide in self._apart(circles):
            if x > MARGIN and x + wide > MARGIN + self._inner:
                x, y = MARGIN, lowest
            lowest = max(lowest, place((x, y)) + _BETWEEN_AREAS)
            x += wide + _BETWEEN_AREAS
        return lowest - _BETWEEN_AREAS

    def _apart(self, circles: Sequence[_Grown]) -> Iterator[tuple[Callable[[Point], float], float]]:
        """Yield what stands below the tree, with its width.

        It is something that takes its upper left corner, places the cards, and returns its lower side.
        """
        areas, words = self.scene.areas, self.words
        for loop, circle in zip(areas.loops, circles, strict=True):
            yield partial(self._place_circle, loop, circle), _circle_width(circle)
        fit = max(1, int((self._inner - 2 * PAD + _BETWEEN_CARDS) // (CARD_WIDTH + _BETWEEN_CARDS)))
        for cards, text, kind in (
            (areas.unstated, words("Reporting line not stated"), "unstated"),
            (areas.partners, words("Partners"), "partners"),
        ):
            if cards:
                columns = min(fit, len(cards))
                yield partial(self._place_grid, cards, text, kind, columns), _grid_width(columns)

    def _place_tree(self, grown: _Grown, y: float) -> float:
        self._fill_all(self.scene.areas.tree, grown.tree.at_table)
        left = MARGIN + (self._inner - grown.columns.width) / 2
        tops, bottoms = self._rows(grown.tree, y)
        self._put(grown, left, tops)
        if grown.tree.table:
            first, last = grown.tree.table[0], grown.tree.table[-1]
            place = Rectangle(MARGIN, tops[first] - HEAD, MARGIN + self._inner, bottoms[last] + PAD)
            self.frames.append(Frame(place, self.words("At the executive table"), "table"))
        return max([bottoms[-1], *(frame.place.bottom for frame in self.frames)])

    def _place_circle(self, loop: Sequence[int], grown: _Grown, corner: Point) -> float:
        x, y = corner
        self._fill_all(loop)
        left = x + PAD + _BESIDE_CIRCLE
        tops, bottoms = self._rows(grown.tree, y + HEAD)
        self._put(grown, left, tops)
        first = loop[0]
        last = self.scene.superiors[first]
        if last is not None:
            row = grown.tree.row_of(last)
            self.lines.append(closing_line(first, self.cards[first], self.cards[last], bottoms[row], left))
        place = Rectangle(x, y, left + grown.columns.width + PAD, bottoms[-1] + PAD + 8)
        self.frames.append(Frame(place, self.words("Reports in a circle"), "circle"))
        return place.bottom

    def _place_grid(self, cards: Sequence[int], text: str, kind: str, columns: int, corner: Point) -> float:
        x, y = corner
        self._fill_all(cards)
        bottom = y + HEAD - _BETWEEN_STACKED
        for start in range(0, len(cards), columns):
            row, top = cards[start : start + columns], bottom + _BETWEEN_STACKED
            for at, card in enumerate(row):
                self._stand(card, x + PAD + at * (CARD_WIDTH + _BETWEEN_CARDS), top)
            bottom = max(self.cards[card].bottom for card in row)
        self.frames.append(Frame(Rectangle(x, y, x + _grid_width(columns), bottom + PAD), text, kind))
        return bottom + PAD

    def _rows(self, tree: Tree, y: float) -> tuple[list[float], list[float]]:
        """Return the upper and the lower side of each row of a tree, whose cards are filled."""
        tops: list[float] = []
        bottoms: list[float] = []
        for row in range(tree.rows):
            if row:
                y = bottoms[-1] + self._before(tree, row)
            if tree.table and row == tree.table[0]:
                y += HEAD
            heights = [
                card_height(self.strips[place.card])
                for place in tree.places
                if place.row == row and place.card is not None
            ]
            tops.append(y)
            bottoms.append(y + max(heights, default=0.0))
        return tops, bottoms

    @staticmethod
    def _before(tree: Tree, row: int) -> float:
        """Return the space above a row: for the level lines that its cards hang from, where it has any."""
        after_table = PAD if tree.table and row == tree.table[-1] + 1 else 0.0
        levels = {place.above for place in tree.places if place.row == row and place.on is None}
        if not levels:
            return _BETWEEN_STACKED + after_table
        return _BETWEEN_ROWS + after_table

    def _put(self, grown: _Grown, left: float, tops: Sequence[float]) -> None:
        lefts = [left + x for x in grown.columns.lefts]
        for place, x in zip(grown.tree.places, lefts, strict=True):
            if place.card is not None:
                self._stand(place.card, x, tops[place.row])
        self.lines += TreeLines(grown.tree, self.cards, lefts, tops)

    def _fill_all(self, cards: Sequence[int], framed: Collection[int] = ()) -> None:
        """Fill cards; those at the executive table say so, unless they are in its frame."""
        for card in cards:
            is_alone = self.scene.cards[card].at_table and card not in framed
            said = self.words("At the executive table") if is_alone else ""
            self.strips[card] = strips_of(self.scene.cards[card], at_table=said)

    def _stand(self, card: int, x: float, y: float) -> None:
        height = card_height(self.strips[card])
        self.cards[card] = Rectangle(x, y, x + CARD_WIDTH, y + height)


def _circle_width(grown: _Grown) -> float:
    return grown.columns.width + 2 * PAD + _BESIDE_CIRCLE


def _grid_width(columns: int) -> float:
    return 2 * PAD + columns * (CARD_WIDTH + _BETWEEN_CARDS) - _BETWEEN_CARDS if columns else 0.0
