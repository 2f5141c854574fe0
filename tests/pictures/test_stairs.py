"""Labels beside lines: no label meets another, nor the line of another."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.recovery.stairs import Flag, beside, rows_of

LINES = st.lists(st.tuples(st.integers(0, 800).map(float), st.integers(10, 400).map(float)), max_size=12)
SHIFT = 5.0


def crossed(flags: list[Flag]) -> list[tuple[Flag, Flag]]:
    """Return every two labels that meet, or of which one is crossed by the line of the other."""
    rows = rows_of(flags)
    found = []
    for (one, row), (other, other_row) in permutations(zip(flags, rows, strict=True), 2):
        meet = row == other_row and one.left < other.right and other.left < one.right
        # A line runs from its label down.
        is_crossed = row <= other_row and one.left < other.line < one.right
        if meet or is_crossed:
            found.append((one, other))
    return found


@given(LINES)
def test_no_label_meets_another_or_its_line(lines: list[tuple[float, float]]) -> None:
    assert crossed(beside(lines, SHIFT, limit=900)) == []


@given(LINES)
def test_labels_stay_within_the_limit_where_the_lines_do(lines: list[tuple[float, float]]) -> None:
    assert all(flag.right <= 900 for flag in beside(lines, SHIFT, limit=900))


@given(LINES)
def test_a_label_stands_beside_its_line(lines: list[tuple[float, float]]) -> None:
    for (x, width), flag in zip(lines, beside(lines, SHIFT, limit=900), strict=True):
        assert flag in (Flag(x, x + SHIFT, x + SHIFT + width), Flag(x, x - SHIFT - width, x - SHIFT))


def test_labels_that_do_not_meet_share_the_lowest_row() -> None:
    assert rows_of(beside([(0.0, 50.0), (200.0, 50.0), (400.0, 50.0)], SHIFT, limit=900)) == [0, 0, 0]


def test_a_label_over_another_line_stands_above_its_label() -> None:
    assert rows_of([Flag(0, 5, 305), Flag(100, 105, 155)]) == [1, 0]
    assert rows_of([Flag(0, 5, 55), Flag(100, -205, 95)]) == [0, 1]


def test_the_last_labels_turn_to_the_left_rather_than_leave() -> None:
    flags = beside([(0.0, 100.0), (880.0, 100.0)], SHIFT, limit=900)
    assert [flag.right for flag in flags] == [105, 875]
