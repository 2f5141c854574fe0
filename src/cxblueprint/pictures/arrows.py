"""Draws routed arrows: rounded corners, heads, bridges where two cross, and when a way is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.router import Point
from cxblueprint.pictures.svg import Canvas, number

LABEL = 10.5
LABEL_LEADING = 12.5
# What lies on top where two arrows cross.
_ORDER = {"flow": 0, "loop": 1, "handoff": 2, "unagreed": 3, "undeclared": 4}


@dataclass(frozen=True, slots=True)
class WayLabel:
    """When a way is taken, wrapped for the place where it stands."""

    paragraph: metrics.Paragraph
    width: float


def way_label(text: str, room: float, lines: int) -> WayLabel:
    """Return `text` wrapped to `lines` lines no wider than `room`."""
    paragraph = metrics.wrap(text, room, LABEL, lines=lines)
    widest = max((metrics.width(line, LABEL) for line in paragraph.lines), default=0.0)
    return WayLabel(paragraph, widest)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A routed arrow: its corners, its class, and whether it has a head at either end."""

    points: Sequence[Point]
    class_: str
    both_ways: bool = False


def draw_arrows(
    canvas: Canvas,
    arrows: Sequence[Arrow],
    labels: Mapping[int, WayLabel],
    background: Callable[[float], str],
) -> None:
    """Draw arrows, hidden from screen readers: the cards say in words where they lead.

    `labels` belong to arrows by their index; `background` names what lies at a height.
    """
    with canvas.within("g", aria_hidden="true"):
        drawn = _Drawn()
        for arrow in sorted(arrows, key=lambda arrow: _ORDER[arrow.class_]):
            for lower in drawn.near(arrow.points):
                for crossing in crossings(lower, arrow.points):
                    _draw_bridge(canvas, arrow.points, crossing, background)
            canvas.path(rounded_path(arrow.points), f"cx-{arrow.class_}")
            draw_arrow_head(canvas, arrow.points[-2], arrow.points[-1], f"cx-head-{arrow.class_}")
            if arrow.both_ways:
                draw_arrow_head(canvas, arrow.points[1], arrow.points[0], f"cx-head-{arrow.class_}")
            drawn.add(arrow.points)
        for index, label in labels.items():
            if len(arrows[index].points) == 2:
                _draw_above(canvas, arrows[index].points, label)
            else:
                _draw_on_arch(canvas, arrows, index, label, background)


class _Drawn:
    """What has been drawn, found by where it lies from left to right: few arrows of a long picture meet."""

    _WIDTH = 400.0

    def __init__(self) -> None:
        self._all: list[Sequence[Point]] = []
        self._strips: dict[int, list[int]] = {}

    def add(self, points: Sequence[Point]) -> None:
        """Remember an arrow."""
        for strip in self._strips_of(points):
            self._strips.setdefault(strip, []).append(len(self._all))
        self._all.append(points)

    def near(self, points: Sequence[Point]) -> list[Sequence[Point]]:
        """Return the arrows that may cross these, in the order in which they were drawn."""
        found = {order for strip in self._strips_of(points) for order in self._strips.get(strip, ())}
        return [self._all[order] for order in sorted(found)]

    def _strips_of(self, points: Sequence[Point]) -> range:
        xs = [x for x, _ in points]
        return range(int(min(xs) // self._WIDTH), int(max(xs) // self._WIDTH) + 1)


def _draw_bridge(
    canvas: Canvas, points: Sequence[Point], crossing: Point, background: Callable[[float], str]
) -> None:
    """Interrupt what lies below, so that a crossing reads as one arrow passing over the other."""
    x, y = crossing
    is_level = any(a[1] == b[1] == y and min(a[0], b[0]) < x < max(a[0], b[0]) for a, b in pairwise(points))
    d = f"M{number(x - 4)} {number(y)}h8" if is_level else f"M{number(x)} {number(y - 4)}v8"
    canvas.path(d, f"cx-halo-{background(y)}")


def _draw_above(canvas: Canvas, points: Sequence[Point], label: WayLabel) -> None:
    """Draw a straight way's label on top of it, its last line next to the arrow."""
    x, y = (points[0][0] + points[1][0]) / 2, points[0][1]
    for order, line in enumerate(reversed(label.paragraph.lines)):
        _draw_line(canvas, x, y - 6 - order * LABEL_LEADING, line, label)


def _draw_on_arch(
    canvas: Canvas,
    arrows: Sequence[Arrow],
    index: int,
    label: WayLabel,
    background: Callable[[float], str],
) -> None:
    """Draw an arch's label on its upper side, where no other arrow crosses it."""
    y = arrows[index].points[1][1]
    x, room = _place_on_arch(arrows, index, label.width)
    line = metrics.clip(label.paragraph.lines[0], room, LABEL)
    width = metrics.width(line, LABEL)
    canvas.rect(x - width / 2 - 5, y - 7, width + 10, 14, f"cx-lane-{background(y)}")
    _draw_line(canvas, x, y + 3.6, line, label)


def _draw_line(canvas: Canvas, x: float, y: float, line: str, label: WayLabel) -> None:
    canvas.text(x, y, line, "cx-muted", LABEL, anchor="middle", room=label.width, rtl=label.paragraph.rtl)


_LEAST_LABEL = 60.0


def _place_on_arch(arrows: Sequence[Arrow], index: int, width: float) -> tuple[float, float]:
    """Return the middle of an arch's label and the room it has.

    It is the place nearest to the arch's middle where all of the label fits; else the widest one.
    """
    points = arrows[index].points
    y = points[1][1]
    left, right = sorted((points[1][0], points[2][0]))
    others = (arrow.points for position, arrow in enumerate(arrows) if position != index)
    crossed = [x for other in others for x, at in crossings(other, points) if at == y]
    stops = [left, *sorted(crossed), right]
    middle = (left + right) / 2
    fitting: list[tuple[float, float]] = []
    widest = (0.0, middle)
    for a, b in pairwise(stops):
        room = b - a - 22
        widest = max(widest, (room, (a + b) / 2))
        if room >= width:
            place = min(max(middle, a + width / 2 + 11), b - width / 2 - 11)
            fitting.append((abs(place - middle), place))
    if fitting:
        return min(fitting)[1], width
    room, place = widest
    return (place, room) if room >= _LEAST_LABEL else (middle, width)


def draw_arrow_head(canvas: Canvas, start: Point, tip: Point, class_: str, size: float = 7) -> None:
    """Draw an arrow's head at `tip` of a horizontal or vertical line that comes from `start`."""
    dx = (tip[0] > start[0]) - (tip[0] < start[0])
    dy = (tip[1] > start[1]) - (tip[1] < start[1])
    back_x, back_y = tip[0] - dx * size, tip[1] - dy * size
    wing_x, wing_y = dy * size * 0.48, dx * size * 0.48
    canvas.path(
        f"M{number(tip[0])} {number(tip[1])}L{number(back_x + wing_x)} {number(back_y + wing_y)}"
        f"L{number(back_x - wing_x)} {number(back_y - wing_y)}Z",
        class_,
    )


def rounded_path(points: Sequence[Point], radius: float = 6) -> str:
    """Return path data along `points` with rounded corners; every piece is horizontal or vertical."""
    out = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for (x0, y0), (x1, y1), (x2, y2) in zip(points, points[1:], points[2:], strict=False):
        before, after = abs(x1 - x0) + abs(y1 - y0), abs(x2 - x1) + abs(y2 - y1)
        r = min(radius, before / 2, after / 2)
        if r < 0.5:
            out.append(f"L{number(x1)} {number(y1)}")
            continue
        from_x, from_y = x1 - (x1 - x0) / before * r, y1 - (y1 - y0) / before * r
        to_x, to_y = x1 + (x2 - x1) / after * r, y1 + (y2 - y1) / after * r
        out.append(
            f"L{number(from_x)} {number(from_y)}Q{number(x1)} {number(y1)} {number(to_x)} {number(to_y)}"
        )
    out.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(out)


def crossings(lower: Sequence[Point], upper: Sequence[Point]) -> list[Point]:
    """Return where two wires cross at a right angle, away from their ends."""
    found: list[Point] = []
    for a, b in pairwise(lower):
        for c, d in pairwise(upper):
            if (a[0] == b[0]) == (c[0] == d[0]):
                continue
            (v1, v2), (h1, h2) = ((a, b), (c, d)) if a[0] == b[0] else ((c, d), (a, b))
            x, y = v1[0], h1[1]
            if min(h1[0], h2[0]) < x < max(h1[0], h2[0]) and min(v1[1], v2[1]) < y < max(v1[1], v2[1]):
                found.append((x, y))
    return found
