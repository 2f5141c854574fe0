"""The steps of a journey as a strip of squares: they differ by how they are filled, and by shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cxblueprint.pictures.portfolio.layout import LINE, MOST_SQUARES, PITCH, SQUARE, lines_of, place_of
from cxblueprint.pictures.portfolio.scene import SQUARES, Row, Square
from cxblueprint.pictures.strips import SMALL
from cxblueprint.pictures.svg import Canvas, number

Point = tuple[float, float]


def _box(x: float, y: float) -> str:
    return f"M{number(x)} {number(y)}h{number(SQUARE)}v{number(SQUARE)}h{number(-SQUARE)}z"


def _corner(x: float, y: float) -> str:
    return f"M{number(x)} {number(y + SQUARE)}v{number(-SQUARE)}l{number(SQUARE)} {number(SQUARE)}z"


def _dot(x: float, y: float) -> str:
    return f"M{number(x + 3.5)} {number(y + 3.5)}h3v3h-3z"


_LAYERS: Mapping[Square, tuple[tuple[str, Callable[[float, float], str]], ...]] = MappingProxyType(
    {
        "target": (("cx-info-solid", _box),),
        "aimless": (("cx-info-thin", _box), ("cx-info-solid", _corner)),
        "none": (("cx-unstated", _box),),
        "unknown": (("cx-unstated", _box),),
        "alone": (("cx-dot", _dot),),
    }
)


def draw_squares(canvas: Canvas, x: float, middle: float, row: Row) -> None:
    """Draw a journey's steps from left to right, around a height, on as many lines as they need."""
    count = len(row.squares)
    shown = row.squares if count <= MOST_SQUARES else row.squares[: MOST_SQUARES - 3]
    top = middle - lines_of(count) * LINE / 2 + (LINE - SQUARE) / 2
    places: dict[Square, list[Point]] = {}
    for order, square in enumerate(shown):
        line, place = place_of(order)
        places.setdefault(square, []).append((x + place * PITCH + 0.5, top + line * LINE))
    for square in SQUARES:
        draw_kind(canvas, square, places.get(square, ()))
    if len(shown) < count:
        line, place = place_of(len(shown))
        rest = f"+{count - len(shown)}"
        y = top + line * LINE + 9
        canvas.text(x + place * PITCH + 1, y, rest, "cx-muted", SMALL, room=3 * PITCH)


def draw_kind(canvas: Canvas, square: Square, places: list[Point] | tuple[Point, ...]) -> None:
    """Draw all squares of a kind at once: a thousand journeys have many."""
    if not places:
        return
    for class_, shape in _LAYERS[square]:
        canvas.path("".join(shape(x, y) for x, y in places), class_)
    if square == "unknown":
        for x, y in places:
            canvas.text(x + SQUARE / 2, y + 8.4, "?", "cx-muted", 9, bold=True, anchor="middle")
