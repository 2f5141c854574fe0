"""The steps of a journey as a strip of squares in a cell of a table, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from cxblueprint.pictures.portfolio.layout import LINE, MOST_SQUARES, PITCH, SQUARE, lines_of, place_of
from cxblueprint.pictures.portfolio.squares import (
    draw_kind,
    draw_squares,
    square_names,
    square_of,
    standards_said,
)
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import ENGLISH

from .markdown import NOTHING, Markdown, attribute, joined

if TYPE_CHECKING:
    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.pictures.portfolio.scene import Square


def squares_of(graph: Graph, journey: JourneyNode) -> tuple[Square, ...]:
    """Return a square for each step of a journey: whether a standard holds where it happens."""
    return tuple(square_of(graph, step) for step in journey.steps)


def strip(squares: Sequence[Square]) -> Markdown:
    """Return squares as a small picture that says the same in words; nothing for none."""
    if not squares:
        return NOTHING
    count = min(len(squares), MOST_SQUARES)
    width = (max(place_of(order)[1] for order in range(count)) + 1) * PITCH
    height = lines_of(count) * LINE
    canvas = Canvas()
    draw_squares(canvas, 0, height / 2, squares)
    said = standards_said(squares, ENGLISH) or "the customer acts alone at every step"
    return _svg(canvas, (width, height), said[:1].upper() + said[1:])


def share_with_standard(squares: Sequence[Square]) -> float:
    """Return at which share of the steps at touchpoints a standard holds; 1 where customers act alone."""
    at_touchpoints = len(squares) - squares.count("alone")
    kept = squares.count("target") + squares.count("aimless")
    return kept / at_touchpoints if at_touchpoints else 1.0


def key_to(squares: Collection[Square]) -> Markdown:
    """Return what the squares that occur mean."""
    entries: list[Markdown] = []
    for square, name in square_names(ENGLISH).items():
        if square in squares:
            canvas = Canvas()
            draw_kind(canvas, square, [(0.5, 0.5)])
            entries.append(Markdown(f"<span>{_svg(canvas, (SQUARE + 1, SQUARE + 1))} {name}</span>"))
    return joined(entries, " ")


def _svg(canvas: Canvas, size: tuple[float, float], label: str = "") -> Markdown:
    """Return a small picture on one line; one without a label says nothing that is not written beside it."""
    width, height = map(number, size)
    drawn = "".join(line.strip() for line in canvas.markup().splitlines())
    said = f'role="img" aria-label="{attribute(label)}"' if label else 'aria-hidden="true"'
    return Markdown(
        f'<svg class="cx-page cx-strip" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f"{said}>{drawn}</svg>"
    )
