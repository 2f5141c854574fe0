"""Where the cards of a network lie: of several layouts the one in which ties are easiest to follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.layout_graph import Box, Edge, LayoutGraph, Point, Rectangle

CARD_WIDTH, CARD_HEIGHT = 188.0, 58.0
_APART = 30.0
_STARTS = 8
_MOST_TRIED = 40
"""Ties: beyond that, more tries take longer than they help."""
Pair = tuple[int, int]


def places(
    cards: int, ties: Sequence[Pair], layouter: Layouter, height: float = CARD_HEIGHT
) -> list[Rectangle]:
    """Return a place for each card, from the corner (0, 0) on.

    Cards that nothing ties stand in rows below the others. The same cards and ties have the same places.

    Raises:
        TooLargeError: there are too many cards.
        CxBlueprintError: nothing is there that could lay them out.
    """
    tied = sorted({card for pair in ties for card in pair})
    found = _best(tied, ties, layouter, height) if tied else {}
    width = max((box.right for box in found.values()), default=0.0)
    y = max((box.bottom for box in found.values()), default=-_APART) + _APART
    alone = [card for card in range(cards) if card not in found]
    in_row = max(1, int((max(width, 3 * (CARD_WIDTH + _APART)) + _APART) // (CARD_WIDTH + _APART)))
    for order, card in enumerate(alone):
        left = order % in_row * (CARD_WIDTH + _APART)
        top = y + order // in_row * (height + _APART)
        found[card] = Rectangle(left, top, left + CARD_WIDTH, top + height)
    return [found[card] for card in range(cards)]


def _best(
    tied: Sequence[int], ties: Sequence[Pair], layouter: Layouter, height: float
) -> dict[int, Rectangle]:
    layouts = [_from_corner(found) for found in _layouts(tied, ties, layouter, height)]
    return min(layouts, key=lambda found: _trouble(found, ties))


def _layouts(
    tied: Sequence[int], ties: Sequence[Pair], layouter: Layouter, height: float
) -> Iterator[dict[int, Rectangle]]:
    boxes = tuple(Box(str(card), CARD_WIDTH, height) for card in tied)
    edges = tuple(Edge(str(one), str(other)) for one, other in ties)
    tries = product(("sgd", "major", "KK"), range(1, _STARTS + 1 if len(ties) <= _MOST_TRIED else 2))
    for mode, start in tries:
        attributes = {
            "mode": mode,
            "start": str(start),
            "overlap": "voronoi",
            "sep": "+34",
            "pack": "34",
            "splines": "line",
        }
        graph = LayoutGraph(boxes, edges, program="neato", attributes=attributes)
        layout = layouter.layout(graph)
        yield {card: layout.boxes[str(card)] for card in tied}


def _from_corner(found: dict[int, Rectangle]) -> dict[int, Rectangle]:
    left, top = min(box.left for box in found.values()), min(box.top for box in found.values())
    return {
        card: Rectangle(box.left - left, box.top - top, box.right - left, box.bottom - top)
        for card, box in found.items()
    }


def _trouble(found: dict[int, Rectangle], ties: Sequence[Pair]) -> tuple[int, int, float]:
    """Return how hard a layout is to read: ties behind cards, then ties that cross, then its size."""
    lines = [(found[one].middle, found[other].middle) for one, other in ties]
    behind = sum(
        crosses(start, end, box)
        for pair, (start, end) in zip(ties, lines, strict=True)
        for card, box in found.items()
        if card not in pair
    )
    crossing = sum(
        _cross(first, second)
        for (one, first), (other, second) in combinations(zip(ties, lines, strict=True), 2)
        if not set(one) & set(other)
    )
    width = max(box.right for box in found.values())
    height = max(box.bottom for box in found.values())
    # A picture is wider than high; one that is not is harder to fit on a page.
    return behind, crossing, round(max(width, 1.6 * height))


def crosses(start: Point, end: Point, box: Rectangle, *, margin: float = 8.0) -> bool:
    """Tell whether a straight line passes a card, or comes too close to it."""
    low, high = 0.0, 1.0
    for axis, sides in enumerate(
        ((box.left - margin, box.right + margin), (box.top - margin, box.bottom + margin))
    ):
        way = end[axis] - start[axis]
        near, far = (side - start[axis] for side in sides)
        if not way:
            if near > 0 or far < 0:
                return False
            continue
        enters, leaves = sorted((near / way, far / way))
        low, high = max(low, enters), min(high, leaves)
    return low < high


def _cross(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = first, second
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(start: Point, end: Point, point: Point) -> bool:
    turn = (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
    return turn > 0
