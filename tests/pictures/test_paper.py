"""How pictures are cut for paper, and what a page shows of the pieces when it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.paper import PAPER_HEIGHT, PAPER_WIDTH, SMALLEST, WIDEST, Grid, Piece, pieces

if TYPE_CHECKING:
    from .conftest import Build, Drawing

    Look = Callable[[str], Drawing]


def grid(width: float, *, bottom: float = 500, stages: tuple[float, ...] = ()) -> Grid:
    """Return a drawing with a column every 200 units behind names of 150."""
    columns = tuple(float(x) for x in range(350, int(width), 200))
    return Grid(top=60, bottom=bottom, width=width, names=150, columns=columns, stages=stages)


@pytest.mark.parametrize(
    ("width", "height"),
    [(640, 300), (PAPER_WIDTH, PAPER_HEIGHT), (WIDEST, 900), (800, PAPER_HEIGHT / SMALLEST)],
)
def test_what_can_be_read_on_one_sheet_is_whole(width: float, height: float) -> None:
    assert pieces(width, height, [(0, grid(width, bottom=height - 50))]) == ()


def test_nothing_that_may_be_cut_is_whole_too() -> None:
    assert pieces(9_000, 9_000, []) == ()


def test_what_is_too_wide_is_cut_between_columns_and_repeats_the_names() -> None:
    assert pieces(4_000, 600, [(0, grid(4_000))]) == (
        Piece(0, 0, 2_150, 499),
        Piece(2_150, 60, 1_850, 439, names=150),
        Piece(0, 499, 1_308, 101),
    )


def test_a_border_of_stages_nearby_is_preferred() -> None:
    found = pieces(4_000, 600, [(0, grid(4_000, stages=(750.0, 1_750.0)))])
    assert [(piece.left, piece.width) for piece in found] == [(0, 1_750), (1_750, 2_250), (0, 1_308)]


def test_a_border_of_stages_far_away_is_not() -> None:
    found = pieces(4_000, 600, [(0, grid(4_000, stages=(550.0,)))])
    assert [piece.left for piece in found] == [0, 2_150, 0]


@pytest.mark.parametrize("width", [3_000, 10_000, 239_000])
def test_no_piece_is_wider_than_can_be_read_and_nothing_is_lost(width: float) -> None:
    *cut, _ = pieces(width, 600, [(0, grid(width))])
    assert max(piece.whole_width for piece in cut) <= WIDEST
    assert [piece.left + piece.width for piece in cut[:-1]] == [piece.left for piece in cut[1:]]
    assert (cut[0].left, cut[-1].left + cut[-1].width) == (0, width)


def test_a_long_list_below_is_printed_apart_from_its_drawing() -> None:
    assert pieces(1_300, 1_500, [(0, grid(1_300))]) == (Piece(0, 0, 1_300, 499), Piece(0, 499, 1_300, 1_001))


def test_drawings_above_each_other_are_cut_one_by_one() -> None:
    upper, lower = grid(4_000), grid(3_000).moved(500)
    found = pieces(4_000, 1_100, [(0, upper), (500, lower)])
    assert [(piece.left, piece.top) for piece in found] == [
        (0, 0),
        (2_150, 60),
        (0, 500),
        (1_550, 560),
        (0, 999),
    ]


def test_one_column_that_is_too_wide_is_not_cut() -> None:
    alone = Grid(top=60, bottom=500, width=5_000, names=150)
    assert pieces(5_000, 600, [(0, alone)])[0] == Piece(0, 0, 5_000, 499)


# In a page


def test_a_picture_that_fits_has_no_pieces(journey_of: Build) -> None:
    picture = VIEWS["service-blueprint"](journey_of({"name": "Calls"}), "trip")
    assert (picture.pieces, picture.paper) == ((), "")
    assert "-drawing" not in picture.inline + picture.sticky


@pytest.mark.parametrize("view", ["service-blueprint", "journey-map", "silos"])
def test_the_pieces_show_every_step_once(view: str, journey_of: Build, look_at: Look) -> None:
    touchpoints = [{"id": f"t{n}", "name": f"Touchpoint {n}", "owner": "care"} for n in range(30)]
    steps: list[dict[str, Any]] = [{"touchpoint": f"t{n}", "id": f"s{n}"} for n in range(30)]
    picture = VIEWS[view](journey_of(*steps, touchpoints=touchpoints), "trip")
    columns = {box.left for box, _ in look_at(picture.svg).cards()}
    *cut, _ = picture.pieces
    shown = [x for piece in cut for x in columns if piece.left <= x < piece.left + piece.width]
    assert len(cut) > 1
    assert sorted(shown) == sorted(columns)


def test_the_pieces_are_drawn_from_the_picture_and_its_names(journey_of: Build) -> None:
    picture = VIEWS["journey-map"](journey_of(*({"name": f"Step {n}"} for n in range(20))), "trip")
    root = ET.fromstring(picture.paper)  # noqa: S314  # what we have drawn ourselves
    used = [e.attrib["href"] for e in root.iter() if e.tag.endswith("}use")]
    assert used == [
        "#cx-journey-map-trip-drawing",
        "#cx-journey-map-trip-drawing",
        "#cx-journey-map-trip-names",
        "#cx-journey-map-trip-drawing",
    ]
    assert root.get("aria-hidden") == "true"
    ids = re.findall(r' id="([^"]+)"', picture.inline + picture.sticky)
    assert sorted(ids) == [f"cx-journey-map-trip-{part}" for part in ("desc", "drawing", "names", "title")]


def test_a_picture_of_its_own_knows_nothing_of_paper(journey_of: Build) -> None:
    picture = VIEWS["journey-map"](journey_of(*({"name": f"Step {n}"} for n in range(20))), "trip")
    assert "-drawing" not in picture.svg
    assert isinstance(picture, cx.Picture)


def test_the_pieces_of_a_picture_that_begins_at_the_right_follow_from_there(journey_of: Build) -> None:
    graph = journey_of(*({"name": f"Step {n}"} for n in range(20)))
    picture = VIEWS["journey-map"](graph, "trip", theme=cx.Theme(language="ar"))
    first, second, _ = ET.fromstring(picture.paper)  # noqa: S314  # what we have drawn ourselves
    drawn, drawn_again = (next(iter(piece)) for piece in (first, second))
    left, _, width, _ = map(float, drawn.attrib["viewBox"].split())
    next_left, _, next_width, _ = map(float, drawn_again.attrib["viewBox"].split())
    names = second[1]

    assert left + width == pytest.approx(picture.width)
    assert next_left == 0
    assert next_width == pytest.approx(left)
    assert (drawn_again.get("x"), names.get("x")) == ("0", drawn_again.get("width"))
    assert {first.get("preserveAspectRatio"), second.get("preserveAspectRatio")} == {"xMaxYMin"}
