from __future__ import annotations

import pytest

from cxblueprint.pictures.arrows import Arrow, _Drawn, _place_on_arch, draw_arrow_head, rounded_path
from cxblueprint.pictures.svg import Canvas


def arch(left: float, right: float, height: float) -> Arrow:
    """Return an arch over cards whose upper side is at 100."""
    return Arrow([(left, 100), (left, height), (right, height), (right, 100)], "flow")


def test_a_label_stands_in_the_middle_of_its_arch() -> None:
    assert _place_on_arch([arch(0, 400, 50)], 0, 100) == (200, 100)


def test_a_label_moves_to_where_no_other_arrow_crosses_its_arch() -> None:
    assert _place_on_arch([arch(0, 400, 50), arch(180, 600, 20)], 0, 100) == (241, 100)


def test_a_label_that_fits_nowhere_gets_the_widest_place() -> None:
    arrows = [arch(0, 400, 50), arch(120, 600, 20), arch(300, 700, 10)]
    assert _place_on_arch(arrows, 0, 300) == (210, 158)


def test_where_no_place_is_worth_it_a_label_covers_what_crosses() -> None:
    arrows = [arch(0, 100, 50), arch(50, 600, 20)]
    assert _place_on_arch(arrows, 0, 60) == (50, 60)


def test_arrows_that_may_cross_are_found_in_the_order_in_which_they_were_drawn() -> None:
    drawn = _Drawn()
    lines = [[(0.0, 0.0), (5_000.0, 0.0)], [(900.0, -9.0), (900.0, 9.0)], [(100.0, 5.0), (380.0, 5.0)]]
    for points in lines:
        drawn.add(points)
    assert drawn.near([(790.0, 9.0), (810.0, 9.0)]) == [lines[0], lines[1]]
    assert drawn.near([(399.0, -5.0), (399.0, 5.0)]) == [lines[0], lines[2]]
    assert drawn.near([(-50.0, 0.0), (-40.0, 0.0)]) == []


def test_corners_are_rounded() -> None:
    assert rounded_path([(0, 0), (20, 0), (20, 30)]) == "M0 0L14 0Q20 0 20 6L20 30"


def test_a_corner_without_room_stays_sharp() -> None:
    assert rounded_path([(0, 0), (0.4, 0), (0.4, 30)]) == "M0 0L0.4 0L0.4 30"


@pytest.mark.parametrize(
    ("start", "d"),
    [
        ((0, 50), "M50 50L43 53.36L43 46.64Z"),
        ((99, 50), "M50 50L57 46.64L57 53.36Z"),
        ((50, 0), "M50 50L53.36 43L46.64 43Z"),
        ((50, 99), "M50 50L46.64 57L53.36 57Z"),
    ],
)
def test_a_head_points_to_where_the_arrow_leads(start: tuple[float, float], d: str) -> None:
    canvas = Canvas()
    draw_arrow_head(canvas, start, (50, 50), "cx-head-flow")
    assert canvas.markup() == f'<path d="{d}" class="cx-head-flow"/>\n'
