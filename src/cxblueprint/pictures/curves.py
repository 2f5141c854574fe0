"""Draws edges as Graphviz laid them out: smooth curves with a head that points where they go."""

from __future__ import annotations

import math

from cxblueprint.pictures.layout_graph import Curve, Point
from cxblueprint.pictures.svg import Canvas, number

HEAD = 7.0


def curve_path(curve: Curve) -> str:
    """Return path data along a curve, up to where its head begins."""
    start, *rest = curve.points
    return f"M{_told(start)}C{' '.join(map(_told, rest))}" if rest else f"M{_told(start)}L{_told(curve.tip)}"


def draw_curve_edge(canvas: Canvas, curve: Curve, class_: str, *, both_ways: bool = False) -> None:
    """Draw an edge with a head at its tip, and at its start too where it goes both ways.

    `class_` is that of the line, such as `flow`; its heads have the class `head-` with that name.
    """
    canvas.path(curve_path(curve), f"cx-{class_}")
    draw_head(canvas, curve.points[-1], curve.tip, f"cx-head-{class_}")
    if both_ways:
        ahead = next((point for point in curve.points[1:] if point != curve.points[0]), curve.tip)
        draw_head(canvas, ahead, curve.points[0], f"cx-head-{class_}")


def draw_head(canvas: Canvas, start: Point, tip: Point, class_: str, size: float = HEAD) -> None:
    """Draw an arrow's head at `tip` of a line that comes from `start`, in any direction."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return
    ux, uy = dx / length, dy / length
    back = tip[0] - ux * size, tip[1] - uy * size
    wing = size * 0.48
    left, right = (back[0] - uy * wing, back[1] + ux * wing), (back[0] + uy * wing, back[1] - ux * wing)
    canvas.path(f"M{_told(tip)}L{_told(left)}L{_told(right)}Z", class_)


def middle_of(curve: Curve) -> Point:
    """Return a point on a curve, about half way along it."""
    pieces = (len(curve.points) - 1) // 3
    if not pieces:
        return curve.points[0]
    piece, t = pieces // 2, 0.5 if pieces % 2 else 0.0
    a, b, c, d = curve.points[3 * piece : 3 * piece + 4]
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def _told(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
