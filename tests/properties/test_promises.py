"""Whoever tightens a standard keeps no promise worse, and whoever loosens one keeps none better."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.model import Calendar, Duration, Target
from cxblueprint.reckon import Clock, Leg, Path, Point, Promised, Reckoning, Tightening, reckon, reckoned
from tests.reckon.slow import calendars, limits

FROM_BEST_TO_WORST = ("kept", "kept if independent", "cannot say", "too few", "too slow")
"""What cannot be said stands in the middle: what is unknown may yet keep or break the promise."""
PARTS = st.integers(0, 20).map(lambda twentieths: Fraction(twentieths, 20))
KEPT = st.sampled_from([None, *(Fraction(percent, 100) for percent in (0, 80, 90, 95, 100))])
"""Shares of cases, of which two or three standards support a promise or just do not."""
TOLD = st.sampled_from(["24h", "90d"]).map(Duration.parse)
HOURS = st.integers(0, 12).map(lambda hours: Duration(Decimal(hours), "h"))
FEW = settings(max_examples=settings().max_examples // 2)  # every arrival of more than a year is looked at


class Case(NamedTuple):
    """A promise along a path, and one more leg on a clock of the same calendars."""

    path: Path
    told: Promised
    more: Leg


def badness(reckoning: Reckoning | None) -> int:
    assert reckoning is not None
    return FROM_BEST_TO_WORST.index(reckoning.verdict)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    clocks = st.sampled_from([Clock(), *map(Clock, draw(st.lists(calendars(), max_size=2)))])
    point = st.builds(Point, HOURS | limits(30), KEPT).map(lambda one: (one,))
    points = st.one_of(point, point, st.just(()))
    names = [f"leg-{number}" for number in range(draw(st.integers(1, 3)))]
    some = [Leg(name, draw(clocks), draw(points)) for name in names]
    groups = st.lists(st.lists(st.sampled_from(some), min_size=1, max_size=2), min_size=1, max_size=2)
    path = tuple(map(tuple, draw(groups)))
    told = Promised(draw(TOLD | limits(90)), draw(clocks), draw(KEPT))
    return Case(path, told, Leg("more", draw(clocks), draw(points)))


def with_other(path: Path, name: str, change: Callable[[Point], Point]) -> Path:
    """Return a path in which the points of one standard are others, wherever it stands."""
    return tuple(
        tuple(
            replace(leg, points=tuple(map(change, leg.points))) if leg.name == name else leg for leg in group
        )
        for group in path
    )


def tightened(point: Point, limit: Fraction, share: Fraction) -> Point:
    """Return a point of whose limit a part is left, and to whose share a part of what lacks is added."""
    amount = Decimal(int(point.limit.amount * limit.numerator / limit.denominator))
    more = None if point.share is None else point.share + (1 - point.share) * share
    return Point(replace(point.limit, amount=amount), more)


@FEW
@given(case=cases(), limit=PARTS, share=PARTS)
def test_tightening_a_standard_never_makes_a_promise_worse(
    case: Case, limit: Fraction, share: Fraction
) -> None:
    name = case.path[0][0].name
    tighter = with_other(case.path, name, lambda point: tightened(point, limit, share))

    assert badness(reckon(tighter, case.told)) <= badness(reckon(case.path, case.told))


@FEW
@given(case=cases(), side_by_side=st.booleans())
def test_a_leg_more_never_makes_a_promise_better(case: Case, *, side_by_side: bool) -> None:
    first, *others = case.path
    longer = ((*first, case.more), *others) if side_by_side else (*case.path, (case.more,))

    assert badness(reckon(longer, case.told)) >= badness(reckon(case.path, case.told))


@FEW
@given(
    calendar=calendars().filter(lambda calendar: calendar.holidays),
    days=st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=3),
    limit=limits(30).filter(lambda limit: limit.unit != "mo"),
    told=st.integers(1, 240),
)
def test_holidays_more_never_make_a_promise_better(
    calendar: Calendar, days: list[dt.date], limit: Duration, told: int
) -> None:
    def kept_by(calendar: Calendar) -> int:
        path = ((Leg("leg", Clock(calendar), (Point(limit),)),),)
        return badness(reckon(path, Promised(Duration(Decimal(told), "h"), Clock())))

    more = calendar.replace(holidays=(*calendar.holidays, *days))

    assert kept_by(more) >= kept_by(calendar)


@FEW
@given(case=cases(), amount=st.integers(0, 40), share=PARTS)
def test_promising_less_never_makes_a_promise_worse(case: Case, amount: int, share: Fraction) -> None:
    limit = replace(case.told.limit, amount=case.told.limit.amount + amount)
    less = replace(case.told, limit=limit, share=None if case.told.share is None else case.told.share * share)

    assert badness(reckon(case.path, less)) <= badness(reckon(case.path, case.told))


def carried_out(tightening: Tightening, *, short_of: int = 0) -> Callable[[Point], Point]:
    """Return what does to a point as a tightening says, or a little less than it says."""

    def change(point: Point) -> Point:
        if tightening.limit is not None:
            return replace(point, limit=replace(tightening.limit, amount=tightening.limit.amount + short_of))
        assert tightening.share is not None
        return replace(point, share=tightening.share - Fraction(short_of, 10**9))

    return change


@FEW
@given(case=cases())
def test_the_tightening_that_is_named_mends_what_is_wrong_and_a_smaller_one_does_not(case: Case) -> None:
    before = reckon(case.path, case.told)
    if before.tightening is None:
        return
    after, almost = (
        reckon(
            with_other(case.path, before.tightening.leg, carried_out(before.tightening, short_of=lacks)),
            case.told,
        )
        for lacks in (0, 1)
    )

    assert badness(after) < badness(before)
    assert almost.verdict == before.verdict


# As they are declared


OFFICE = Calendar.model_validate({"id": "office", "name": "Office", "hours": ["mon-fri 08:00-18:00"]})
FOUR_SHARES = st.tuples(*[st.sampled_from([Decimal(percent) / 100 for percent in (80, 90, 95, 100)])] * 4)


@FEW
@given(
    amounts=st.tuples(*[st.integers(0, 5).map(Decimal)] * 4),
    shares=FOUR_SHARES,
    unit=st.sampled_from(("h", "bd")),
    clock=st.sampled_from((None, "office")),
)
def test_a_stricter_target_never_makes_a_promise_worse(
    amounts: tuple[Decimal, ...], shares: tuple[Decimal, ...], unit: Literal["h", "bd"], clock: str | None
) -> None:
    one, other, beside, told = (
        Target("within", share, Duration(amount, unit)) for amount, share in zip(amounts, shares, strict=True)
    )

    def kept_with(target: Target) -> int:
        standards = [
            cx.ServiceStandard(id="here", target=target),
            cx.ServiceStandard(id="there", target=beside),
        ]
        promise = cx.Promise(id="soon", target=told, path=["here", "there"], clock=clock)
        graph = cx.Graph(
            cx.Blueprint(
                id="b", title="B", clock=clock, calendars=[OFFICE], standards=standards, promises=[promise]
            )
        )
        return badness(reckoned(graph, promise))

    if one.is_stricter_than(other):
        assert kept_with(one) <= kept_with(other)
    elif other.is_stricter_than(one):
        assert kept_with(one) >= kept_with(other)
