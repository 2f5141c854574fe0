"""The feeling curve: smooth through what is known, never above or below it, faces that differ by shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from cxblueprint.pictures.router import Point
from cxblueprint.pictures.svg import Canvas, number

FACE = 11.0


def slopes(points: Sequence[Point]) -> list[float]:
    """Return the slope at each point of a monotone cubic (Fritsch and Carlson, 1980).

    Between two points the curve stays between them, so it shows no feeling that nobody stated.
    """
    if len(points) < 2:
        return [0.0] * len(points)
    rises = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    middle = [0.0 if a * b <= 0 else (a + b) / 2 for a, b in pairwise(rises)]
    found = [rises[0], *middle, rises[-1]]
    for i, rise in enumerate(rises):
        if rise == 0:
            found[i] = found[i + 1] = 0.0
            continue
        length = math.hypot(found[i] / rise, found[i + 1] / rise)
        if length > 3:
            found[i] *= 3 / length
            found[i + 1] *= 3 / length
    return found


def curve_pieces(points: Sequence[Point]) -> list[str]:
    """Return path data for each piece between two neighbouring points, without the move to its start."""
    pieces: list[str] = []
    steep = slopes(points)
    for (x1, y1), (x2, y2), m1, m2 in zip(points, points[1:], steep, steep[1:], strict=False):
        third = (x2 - x1) / 3
        handles = ((x1 + third, y1 + m1 * third), (x2 - third, y2 - m2 * third), (x2, y2))
        pieces.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in handles))
    return pieces


def draw_curve(canvas: Canvas, points: Sequence[Point], columns: Sequence[int]) -> None:
    """Draw the curve; where columns were passed over, nothing is known and a dotted bridge says so."""
    pieces = curve_pieces(points)
    d = ""
    for index, piece in enumerate(pieces):
        start = f"M{number(points[index][0])} {number(points[index][1])}"
        if columns[index + 1] - columns[index] > 1:
            canvas.path(start + piece, "cx-curve-gap")
            continue
        is_joined = d and columns[index] - columns[index - 1] == 1
        d += piece if is_joined else start + piece
    if d:
        canvas.path(d, "cx-curve")


MOUTHS = {
    2: "M-5.2 1.2Q0 2.6 5.2 1.2Q4.2 6.6 0 6.6Q-4.2 6.6 -5.2 1.2Z",
    1: "M-4.8 2.2Q0 6.8 4.8 2.2",
    0: "M-4.6 3.6H4.6",
    -1: "M-4.8 5Q0 1 4.8 5",
    -2: "M-4.8 6Q0 0.4 4.8 6M-6 -5.4L-2.2 -3.6M6 -5.4L2.2 -3.6",
}
"""The mouth of each feeling from -2 to 2, with brows where they frown, around the middle of a face."""


def draw_face(canvas: Canvas, x: float, y: float, feeling: int) -> None:
    """Draw the face of a feeling from -2 to 2 around its middle."""
    canvas.element("circle", cx=x, cy=y, r=FACE, class_="cx-face")
    with canvas.within("g", transform=f"translate({number(x)} {number(y)})"):
        canvas.path("M-3.8 -2.2h.01M3.8 -2.2h.01", "cx-feature", stroke_width="2.6")
        canvas.path(MOUTHS[feeling], "cx-mouth-open" if feeling == 2 else "cx-feature")
