"""Bridges: where a curve passes over another, that one is interrupted."""

from __future__ import annotations

import pytest

from cxblueprint.pictures.bridges import draw_curves, sampled
from cxblueprint.pictures.layout_graph import Curve, Point
from cxblueprint.pictures.svg import Canvas


def line(start: Point, end: Point) -> Curve:
    return Curve((start, start, end, end), end)


def drawn(*curves: Curve) -> list[str]:
    """Return the classes drawn, in order, with the background named by the height."""
    canvas = Canvas()
    draw_curves(
        canvas, [(curve, "flow") for curve in curves], lambda point: "support" if point[1] < 50 else "ground"
    )
    return [text.partition('class="cx-')[2].partition('"')[0] for text in canvas.markup().splitlines()[1:-1]]


def test_what_lies_below_is_interrupted_in_the_colour_of_the_ground_there() -> None:
    level, upright = line((0, 40), (100, 40)), line((50, 0), (50, 100))
    assert drawn(level, upright)[:3] == ["flow", "halo-support", "flow"]
    assert drawn(line((0, 60), (100, 60)), upright)[1] == "halo-ground"


def test_curves_that_meet_at_an_end_pass_over_nothing() -> None:
    assert drawn(line((0, 40), (100, 40)), line((95, 40), (95, 100)))[:2] == ["flow", "flow"]


def test_curves_side_by_side_pass_over_nothing() -> None:
    assert drawn(line((0, 40), (100, 40)), line((0, 50), (100, 50)))[:2] == ["flow", "flow"]


def test_a_crossing_is_found_wherever_it_is() -> None:
    slanted = line((0, 0), (400, 390))
    assert drawn(slanted, line((0, 300), (400, 20))).count("halo-ground") == 1


def test_points_along_a_curve_lead_from_its_start_to_its_head() -> None:
    points = sampled(Curve(((0, 0), (50, 0), (50, 100), (100, 100)), (107, 100)))
    assert (points[0], points[-1]) == ((0, 0), (100, 100))
    assert len(points) == 15
    assert points[7] == pytest.approx((50, 50))
