"""The courses of ways as curves, once it is known where cards, channels and tracks are."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures.curves import HEAD
from cxblueprint.pictures.layout_graph import Curve, Point, Rectangle
from cxblueprint.pictures.ownership.brackets import Side
from cxblueprint.pictures.ownership.stacks import TRACK

_CORNER = 11.0
_NARROW = 6.5
# Between a card and the nearest track, with room for a head.
_CLEAR = 9.0


def straight_down(source: Rectangle, target: Rectangle) -> Curve:
    """Return the way from a card to the one below it."""
    x = (max(source.left, target.left) + min(source.right, target.right)) / 2
    return Curve(_line((x, source.bottom), (x, target.top - HEAD)), (x, target.top))


def beside(start: Point, end: Point, side: Side, track: int) -> Curve:
    """Return the way along a track beside a stack."""
    away = _CLEAR + (track + 0.5) * TRACK
    if side == "left":
        x, before_tip = min(start[0], end[0]) - away, end[0] - HEAD
    else:
        x, before_tip = max(start[0], end[0]) + away, end[0] + HEAD
    points = [start]
    _swing(points, x, end[1], _NARROW)
    _go(points, (before_tip, end[1]))
    return Curve(tuple(points), end)


def across(start: Point, turns: Sequence[tuple[float, float]], end: Point) -> Curve:
    """Return the way through channels from left to right, or the other way round.

    Each turn is the track in a channel and the height at which the way leaves it.
    """
    is_rightward = end[0] > start[0]
    points = [start]
    for x, y in turns:
        _swing(points, x, y, _CORNER, is_rightward=is_rightward)
    _go(points, (end[0] + (-HEAD if is_rightward else HEAD), end[1]))
    return Curve(tuple(points), end)


def _swing(
    points: list[Point], x: float, y: float, radius: float, *, is_rightward: bool | None = None
) -> None:
    """Go level to a track, along it to a height, and level on: ahead, or back where no way is given."""
    before = points[-1][1]
    by = y - before
    if abs(by) < 0.05:
        return
    to = 1 if x > points[-1][0] else -1
    on = to if is_rightward is not None else -to
    down = 1 if by > 0 else -1
    corner = min(radius, abs(by) / 2)
    if is_rightward is not None and abs(by) < 2 * radius:
        # Too little for two corners: one swing, as wide as they would be.
        _go(points, (x - to * radius, before))
        points += [(x, before), (x, y), (x + on * radius, y)]
        return
    _go(points, (x - to * corner, before))
    _round(points, (x, before), (x, before + down * corner))
    _go(points, (x, y - down * corner))
    _round(points, (x, y), (x + on * corner, y))


def _go(points: list[Point], to: Point) -> None:
    """Go on in a straight line."""
    if points[-1] != to:
        points += _line(points[-1], to)[1:]


def _round(points: list[Point], corner: Point, to: Point) -> None:
    """Go round a corner; a control point lies two thirds of the way to it, as in a quadratic curve."""
    points += [_towards(points[-1], corner), _towards(to, corner), to]


def _towards(point: Point, corner: Point) -> Point:
    return point[0] + (corner[0] - point[0]) * 2 / 3, point[1] + (corner[1] - point[1]) * 2 / 3


def _line(start: Point, end: Point) -> tuple[Point, Point, Point, Point]:
    """Return a straight line as a curve."""
    (x0, y0), (x1, y1) = start, end
    return start, ((x0 * 2 + x1) / 3, (y0 * 2 + y1) / 3), ((x0 + x1 * 2) / 3, (y0 + y1 * 2) / 3), end
