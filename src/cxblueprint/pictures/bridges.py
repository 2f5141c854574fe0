"""Bridges: where one curve crosses another, what lies below is interrupted."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cxblueprint.pictures.curves import curve_path, draw_head
from cxblueprint.pictures.layout_graph import Curve, Point
from cxblueprint.pictures.svg import Canvas, number

_PIECES = 14
_CELL = 48.0
_REACH = 5.5
# Where two curves meet at their ends, nothing passes over anything.
_CLEAR_OF_ENDS = 10.0

_Line = tuple[Point, Point]


def draw_curves(
    canvas: Canvas,
    curves: Sequence[tuple[Curve, str]],
    background: Callable[[Point], str],
) -> None:
    """Draw curves with their heads, each with its class; later ones pass over earlier ones.

    They are hidden from screen readers: the cards say in words where they lead. `background` names what
    lies at a point, such as `ground`.
    """
    with canvas.within("g", aria_hidden="true"):
        below = _Lines()
        for curve, class_ in curves:
            line = sampled(curve)
            for (x, y), (dx, dy) in below.crossed_by(line):
                canvas.path(
                    f"M{number(x - dx * _REACH)} {number(y - dy * _REACH)}"
                    f"L{number(x + dx * _REACH)} {number(y + dy * _REACH)}",
                    f"cx-halo-{background((x, y))}",
                )
            canvas.path(curve_path(curve), f"cx-{class_}")
            below.add(line)
        for curve, class_ in curves:
            draw_head(canvas, curve.points[-1], curve.tip, f"cx-head-{class_}")


def sampled(curve: Curve) -> list[Point]:
    """Return points along a curve, from its start to where its head begins."""
    points = [curve.points[0]]
    for at in range(0, len(curve.points) - 3, 3):
        a, b, c, d = curve.points[at : at + 4]
        if _is_straight(a, b, c, d):
            points.append(d)
            continue
        for step in range(1, _PIECES + 1):
            t = step / _PIECES
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            points.append((x, y))
    return points


def _is_straight(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether a piece is level or upright."""
    return any(max(abs(p[axis] - a[axis]) for p in (b, c, d)) < 1e-6 for axis in (0, 1))


class _Lines:
    """Lines that were drawn, found by where they are."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[_Line]] = defaultdict(list)

    def add(self, points: Sequence[Point]) -> None:
        for line in pairwise(points):
            for cell in _cells(line):
                self._cells[cell].append(line)

    def crossed_by(self, points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
        """Yield where a line crosses those below it, each place once, and which way it goes there."""
        ends = points[0], points[-1]
        seen: set[tuple[float, float]] = set()
        for line in pairwise(points):
            lower = dict.fromkeys(one for cell in _cells(line) for one in self._cells.get(cell, ()))
            for other in lower:
                place = _crossing(line, other)
                if place is None or any(math.dist(place, end) < _CLEAR_OF_ENDS for end in ends):
                    continue
                rounded = round(place[0], 1), round(place[1], 1)
                if rounded not in seen:
                    seen.add(rounded)
                    yield place, _direction(line)


def _cells(line: _Line) -> Iterator[tuple[int, int]]:
    (x0, y0), (x1, y1) = line
    for column in range(math.floor(min(x0, x1) / _CELL), math.floor(max(x0, x1) / _CELL) + 1):
        for row in range(math.floor(min(y0, y1) / _CELL), math.floor(max(y0, y1) / _CELL) + 1):
            yield column, row


def _crossing(one: _Line, other: _Line) -> Point | None:
    """Return where two lines cross, or None."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(across) < 1e-9:
        return None
    s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
    return (ax + s * (bx - ax), ay + s * (by - ay)) if 0 <= s <= 1 and 0 <= t <= 1 else None


def _direction(line: _Line) -> Point:
    (x0, y0), (x1, y1) = line
    length = math.hypot(x1 - x0, y1 - y0)
    return ((x1 - x0) / length, (y1 - y0) / length) if length else (0.0, 0.0)
