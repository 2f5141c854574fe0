"""Edits replace what they span and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.fixing.edits import Edit, apply, place_before, settled

TEXT = "0123456789"
EDITS = st.lists(
    st.tuples(st.integers(0, 10), st.integers(0, 10), st.text("abc", max_size=3)).map(
        lambda drawn: Edit(0, min(drawn[:2]), max(drawn[:2]), drawn[2])
    ),
    max_size=5,
)


def test_edits_are_made_in_whatever_order_they_come() -> None:
    edits = [Edit(0, 8, 9, "eight"), Edit(0, 2, 5), Edit(0, 0, 1, "zero")]
    assert apply(TEXT, edits) == apply(TEXT, edits[::-1]) == "zero1567eight9"


def test_of_two_that_overlap_the_outer_one_is_made_or_else_the_first() -> None:
    inner, outer, later = Edit(0, 3, 4, "x"), Edit(0, 2, 6, "-"), Edit(0, 5, 8, "y")
    assert apply(TEXT, [inner, outer, later]) == "01-6789"
    assert settled([later, inner, outer, outer]) == (outer,)


def test_an_edit_that_is_wished_for_twice_is_made_once() -> None:
    assert apply(TEXT, [Edit(0, 3, 4, "x"), Edit(0, 3, 4, "x")]) == "012x456789"


def test_where_something_stood_before_is_known() -> None:
    edits = settled([Edit(0, 2, 5, "ab"), Edit(0, 7, 8), Edit(0, 9, 9, "!")])
    after = apply(TEXT, edits)
    assert (after, [place_before(offset, edits) for offset in range(len(after))]) == (
        "01ab568!9",
        [0, 1, 2, 2, 5, 6, 8, 9, 9],
    )


@given(edits=EDITS)
def test_what_no_edit_spans_is_found_again(edits: list[Edit]) -> None:
    made = settled(edits)
    after = apply(TEXT, edits)
    untouched = {place for place in range(10) if not any(edit.start <= place < edit.end for edit in made)}
    kept = [place for place, char in enumerate(after) if char in TEXT]
    assert {place_before(place, made) for place in kept} == untouched
    assert "".join(TEXT[place_before(place, made)] for place in kept) == "".join(
        char for char in after if char in TEXT
    )
