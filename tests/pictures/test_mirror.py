"""What is drawn at the left is seen at the right, and letters stay readable."""

from __future__ import annotations

import re

import pytest

from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.svg import Canvas


def lines(canvas: Canvas) -> list[str]:
    """Return what was drawn, without what it looks like."""
    return [re.sub(r' class="[^"]*"', "", line).strip() for line in canvas.markup().splitlines()]


def test_shapes_lie_as_in_a_mirror() -> None:
    canvas = Canvas(mirror=100)
    canvas.rect(10, 5, 20, 8, "c")
    canvas.line(0, 1, 30, 2, "c")
    canvas.element("circle", cx=25, cy=1, r=4)
    canvas.path("M0 0h5", "c")
    draw_icon(canvas, 5, 6, "web", size=8)
    assert [re.sub(' d="[^"]*"', "", line) for line in lines(canvas)] == [
        '<rect x="70" y="5" width="20" height="8"/>',
        '<line x1="100" y1="1" x2="70" y2="2"/>',
        '<circle cx="75" cy="1" r="4"/>',
        '<path transform="translate(100 0) scale(-1 1)"/>',
        '<path transform="translate(100 0) scale(-1 1) translate(5 6) scale(0.5)"/>',
    ]


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [(None, ' text-anchor="end"'), ("end", ""), ("middle", ' text-anchor="middle"')],
)
def test_text_that_began_at_a_place_ends_there(anchor: str | None, expected: str) -> None:
    canvas = Canvas(mirror=100)
    canvas.text(10, 5, "a", "c", 12, anchor=anchor)
    assert lines(canvas) == [f'<text x="90" y="5" font-size="12"{expected}>a</text>']


def test_text_from_right_to_left_has_no_other_side_to_move_to() -> None:
    canvas = Canvas(mirror=100)
    canvas.text(10, 5, "خط", "c", 12, room=50)
    assert lines(canvas) == ['<text x="90" y="5" font-size="12" text-anchor="end">\u2067خط\u2069</text>']


def test_one_word_from_right_to_left_turns_a_line_of_a_mirrored_picture_alone() -> None:
    isolated = []
    for mirror in (100.0, None):
        canvas = Canvas(mirror=mirror)
        canvas.text(10, 5, "Plan · خط", "c", 12)
        isolated.append("\u2067" in canvas.markup())
    assert isolated == [True, False]


def test_a_group_that_is_moved_is_mirrored_around_its_own_origin() -> None:
    canvas = Canvas(mirror=100)
    with canvas.within("g", transform="translate(30 7.5)"):
        canvas.rect(-5, 0, 20, 8, "c")
        canvas.path("M0 0h5", "c")
    canvas.rect(0, 0, 1, 1, "c")
    assert lines(canvas) == [
        '<g transform="translate(70 7.5)">',
        '<rect x="-15" y="0" width="20" height="8"/>',
        '<path d="M0 0h5" transform="scale(-1 1)"/>',
        "</g>",
        '<rect x="99" y="0" width="1" height="1"/>',
    ]


def test_a_group_that_is_turned_cannot_be_mirrored() -> None:
    canvas = Canvas(mirror=100)
    refused = pytest.raises(ValueError, match="can be moved, not 'rotate")
    with refused, canvas.within("g", transform="rotate(4)"):
        pass


def test_titles_and_groups_have_no_place() -> None:
    canvas = Canvas(mirror=100)
    with canvas.within("g", role="img"):
        canvas.element("title", "a")
    assert lines(canvas) == ['<g role="img">', "<title>a</title>", "</g>"]
