"""The steps of a journey as a strip of squares: they differ by how they are filled, and by shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from cxblueprint.graph import Graph, StepNode
from cxblueprint.pictures.portfolio.layout import LINE, MOST_SQUARES, PITCH, SQUARE, lines_of, place_of
from cxblueprint.pictures.portfolio.scene import SQUARES, Square
from cxblueprint.pictures.strips import SMALL
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

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


def square_of(graph: Graph, step: StepNode) -> Square:
    """Return which square stands for a step."""
    if step.step.touchpoint is None:
        return "alone"
    if step.touchpoint is None:
        return "unknown"
    if not step.touchpoint.standards:
        return "none"
    standards = graph.standards_of(step.touchpoint)
    if not standards:
        return "unknown"
    return "target" if any(standard.target is not None for standard in standards) else "aimless"


def square_names(words: Words) -> Mapping[Square, str]:
    """Return what each square means, in the order of a key."""
    return {
        "target": words("Standard with a target"),
        "aimless": words("Standard without a target"),
        "none": words("No standard"),
        "unknown": words("Not declared"),
        "alone": words("The customer alone"),
    }


def standards_said(squares: Sequence[Square], words: Words) -> str:
    """Return at how many steps a standard holds; nothing where customers act alone all the way."""
    count = squares.count
    at_touchpoints = len(squares) - count("alone")
    if not at_touchpoints:
        return ""
    said = [
        words(
            "a standard at {kept} of {all} steps at touchpoints",
            kept=count("target") + count("aimless"),
            all=at_touchpoints,
        ),
        words("{count} of them without a target", count=count("aimless")) if count("aimless") else "",
        words("{count} not declared", count=count("unknown")) if count("unknown") else "",
    ]
    return ", ".join(filter(None, said))


def draw_squares(canvas: Canvas, x: float, middle: float, squares: Sequence[Square]) -> None:
    """Draw a journey's steps from left to right, around a height, on as many lines as they need."""
    count = len(squares)
    shown = squares if count <= MOST_SQUARES else squares[: MOST_SQUARES - 3]
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
