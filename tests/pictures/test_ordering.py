"""Orders in which little is the wrong way round."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.ordering import least_backwards

Weights = dict[tuple[int, int], int]


def backwards(order: list[int] | tuple[int, ...], weights: Weights) -> int:
    place = {number: at for at, number in enumerate(order)}
    return sum(weight for (before, after), weight in weights.items() if place[before] > place[after])


def test_what_is_in_order_stays() -> None:
    assert least_backwards(4, {(0, 1): 1, (1, 2): 1, (2, 0): 1}) == [0, 1, 2, 3]


def test_a_heavy_pair_turns_the_order_of_a_light_one() -> None:
    assert least_backwards(3, {(0, 1): 1, (2, 0): 5}) == [2, 0, 1]


def test_nothing_to_order_is_in_order() -> None:
    assert least_backwards(0, {}) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]),
        st.integers(1, 5),
    )
)
def test_no_single_move_would_make_it_better(weights: Weights) -> None:
    order = least_backwards(6, weights)
    assert sorted(order) == list(range(6))
    found = backwards(order, weights)
    for at in range(6):
        for to in range(6):
            moved = [*order]
            moved.insert(to, moved.pop(at))
            assert backwards(moved, weights) >= found


@given(st.permutations(range(5)))
def test_where_there_is_an_order_without_anything_backwards_it_is_found(wanted: list[int]) -> None:
    weights = {(a, b): 1 for at, a in enumerate(wanted) for b in wanted[at + 1 :]}
    assert least_backwards(5, weights) == wanted
    assert min(backwards(order, weights) for order in permutations(range(5))) == 0
