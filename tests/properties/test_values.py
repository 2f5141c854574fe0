"""Values have one spelling, and order and equality that fit together."""

from __future__ import annotations

import copy
import itertools
import pickle
from decimal import Decimal
from typing import Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from cxblueprint.model import Cadence, Duration, Figure, OpeningHours, Scale, Target, Touchpoint, slug
from cxblueprint.testing import strategies

Value: TypeAlias = Duration | Cadence | Figure | Scale | Target | OpeningHours
VALUES = st.one_of(
    strategies.durations(),
    strategies.cadences(),
    strategies.figures(),
    strategies.scales(),
    strategies.targets(),
    strategies.opening_hours(),
)
UNITS_OF_ONE_CLOCK = st.sampled_from([("s", "min", "h", "d", "w"), ("mo", "y"), ("bd",)])


@given(value=VALUES)
def test_a_value_is_what_it_is_printed_as(value: Value) -> None:
    read = type(value).parse(str(value))

    assert read == value
    assert str(read) == str(value)
    assert hash(read) == hash(value)


@given(value=VALUES)
def test_spaces_around_a_value_mean_nothing(value: Value) -> None:
    assert type(value).parse(f"  {value}\t") == value


@given(value=VALUES)
def test_a_value_survives_json_pickle_and_copying(value: Value) -> None:
    adapter = TypeAdapter(type(value))

    assert adapter.validate_json(adapter.dump_json(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # our own
    assert copy.deepcopy(value) == value


@given(data=st.data(), units=UNITS_OF_ONE_CLOCK)
def test_durations_on_one_clock_have_one_order(data: st.DataObject, units: tuple[str, ...]) -> None:
    some = data.draw(st.lists(strategies.durations(units=units), min_size=2, max_size=5))  # type: ignore[arg-type]

    in_order = sorted(some)

    assert all(one < other or one == other for one, other in itertools.pairwise(in_order))
    assert all((one == other) == (one <= other <= one) for one in some for other in some)


@given(one=strategies.targets(), other=strategies.targets())
def test_no_two_targets_are_each_stricter_than_the_other(one: Target, other: Target) -> None:
    assert not (one.is_stricter_than(other) and other.is_stricter_than(one))
    assert not one.is_stricter_than(one)


SIMILAR = st.one_of(
    st.builds(
        Target,
        st.sampled_from(("within", "every")),
        st.none() | st.sampled_from((Decimal("0.5"), Decimal("0.9"), Decimal(1))),
        st.builds(Duration, st.integers(0, 3).map(Decimal), st.sampled_from(("h", "d", "bd"))),
    ),
    st.builds(
        Target,
        st.sampled_from(("at least", "at most")),
        figure=st.builds(Figure, st.integers(-2, 2).map(Decimal), st.booleans()),
    ),
)
"""Targets of which two often compare."""


@given(some=st.lists(SIMILAR, min_size=2, max_size=6))
def test_what_is_stricter_than_something_stricter_is_stricter(some: list[Target]) -> None:
    for one, other, third in itertools.product(some, repeat=3):
        if one.is_stricter_than(other) and other.is_stricter_than(third):
            assert one.is_stricter_than(third)


THREE_NUMBERS = st.tuples(*[st.integers(0, 4).map(Decimal)] * 3)


@given(kind=st.sampled_from(("at least", "at most")), numbers=THREE_NUMBERS)
def test_what_reaches_the_stricter_bound_reaches_the_other(
    kind: Literal["at least", "at most"], numbers: tuple[Decimal, Decimal, Decimal]
) -> None:
    one, other = (Target(kind, figure=Figure(number)) for number in numbers[:2])

    if one.is_stricter_than(other) and one.is_reached_by(Figure(numbers[2])):
        assert other.is_reached_by(Figure(numbers[2]))


@given(numbers=THREE_NUMBERS, limit=strategies.durations())
def test_the_share_that_is_enough_for_a_stricter_target_is_enough_for_the_other(
    numbers: tuple[Decimal, Decimal, Decimal], limit: Duration
) -> None:
    one, other = (Target("within", number / 4, limit) for number in numbers[:2])
    attained = Figure(numbers[2] * 25, is_percent=True)

    if one.is_stricter_than(other) and one.is_reached_by(attained):
        assert other.is_reached_by(attained)


@given(amount=st.integers(0, 10**6))
def test_units_of_one_clock_convert_into_each_other(amount: int) -> None:
    for larger, count, smaller in (
        ("min", 60, "s"), ("h", 60, "min"), ("d", 24, "h"), ("w", 7, "d"), ("y", 12, "mo"),
    ):  # fmt: skip
        one, other = Duration.parse(f"{amount}{larger}"), Duration.parse(f"{amount * count}{smaller}")

        assert (one, hash(one), one.clock, one.seconds) == (other, hash(other), other.clock, other.seconds)
        assert not one < other
        assert one < Duration.parse(f"{amount * count + 1}{smaller}")
        assert amount == 0 or Cadence.parse(str(one)) == Cadence.parse(str(other))


@given(text=strategies.texts())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    found = slug(text)

    assert found == "" or Touchpoint(id=found, name="a").id == found
    assert slug(found) == found


@given(
    text=strategies.texts(), model=st.sampled_from([Duration, Cadence, Figure, Scale, Target, OpeningHours])
)
def test_what_is_no_value_is_refused_with_the_text_in_quotes(text: str, model: type[Value]) -> None:
    try:
        value = model.parse(text)
    except ValueError as refused:
        assert str(refused).startswith(f"{text!r} is no ")  # noqa: PT017  # some texts are values
    else:
        assert model.parse(str(value)) == value


@pytest.mark.parametrize("model", [Duration, Cadence, Target, Scale, OpeningHours])
def test_a_number_alone_is_no_value(model: type[Value]) -> None:
    with pytest.raises(ValueError, match=r"^3 "):
        model._read(3)
