"""Promise arithmetic, against every arrival and every way in which standards may fail."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxblueprint.model import Calendar, Duration
from cxblueprint.reckon import Clock, Leg, Path, Point, Promised, Reckoning, Tightening, reckon

from .slow import BEGIN, DAYS, SlowClock, calendars, limits

WALL = Clock()
OFFICE = Clock(
    Calendar.model_validate({"id": "o", "name": "O", "hours": ["mon-fri 08:00-18:00"], "time_zone": "UTC"})
)
DEPOT = Clock(
    Calendar.model_validate({"id": "d", "name": "D", "hours": ["mon-sat 06:00-18:00"], "cut_off": "16:00"})
)


def point(text: str) -> Point:
    """Return `90% within 4h`, or `4h` where no share is stated."""
    share, _, limit = text.rpartition("% within ")
    return Point(Duration.parse(limit), Fraction(share) / 100 if share else None)


def leg(name: str, *points: str, clock: Clock = WALL) -> Leg:
    return Leg(name, clock, tuple(map(point, points)))


def told(text: str, clock: Clock = WALL) -> Promised:
    return Promised(point(text).limit, clock, point(text).share)


def in_a_row(*legs: Leg) -> Path:
    return tuple((leg,) for leg in legs)


def test_times_add_up_and_so_do_failures() -> None:
    path = in_a_row(
        leg("tested", "97% within 2h"), leg("mended", "96% within 36h"), leg("told", "98% within 2h")
    )
    found = reckon(path, told("90% within 48h"))
    assert (found.verdict, str(found.total), found.failures, found.together) == (
        "kept",
        "40h",
        Fraction(9, 100),
        Fraction(97 * 96 * 98, 100**3),
    )


def test_of_what_runs_side_by_side_the_longest_counts() -> None:
    path = ((leg("line", "95% within 3d"), leg("box", "95% within 48h")), (leg("seen", "95% within 4h"),))
    found = reckon(path, told("85% within 76h"))
    assert (found.verdict, str(found.total), found.failures) == ("kept", "76h", Fraction(15, 100))


@pytest.mark.parametrize(
    ("promise", "verdict"),
    [
        ("80% within 4h", "kept"),
        ("81% within 4h", "kept if independent"),
        ("82% within 4h", "too few"),
        ("80% within 239min", "too slow"),
        ("82% within 239min", "too slow"),
        ("4h", "kept"),
    ],
)
def test_a_verdict_is_as_good_as_its_bound_and_no_better(promise: str, verdict: str) -> None:
    path = in_a_row(leg("one", "90% within 2h"), leg("other", "90% within 2h"))
    assert reckon(path, told(promise)).verdict == verdict


@pytest.mark.parametrize(
    ("unknown", "promise", "verdict"),
    [
        (leg("unknown"), "80% within 4h", "cannot say"),
        (leg("unknown"), "4h", "cannot say"),
        (leg("unknown"), "80% within 1h", "too slow"),
        (leg("unknown"), "95% within 4h", "too few"),
        (leg("unknown", "1h"), "80% within 4h", "cannot say"),
        (leg("unknown", "1h"), "80% within 2h", "too slow"),
    ],
)
def test_what_is_unknown_decides_nothing_and_is_named(unknown: Leg, promise: str, verdict: str) -> None:
    found = reckon(in_a_row(leg("one", "90% within 2h"), unknown), told(promise))
    assert (found.verdict, found.unknown) == (verdict, ("unknown",))


def test_a_standard_that_comes_twice_on_a_path_counts_twice() -> None:
    twice = leg("answered", "95% within 1h")
    found = reckon(in_a_row(twice, twice), told("91% within 2h"))
    assert (found.verdict, str(found.total), found.failures, found.tightening) == (
        "too few",
        "2h",
        Fraction(1, 10),
        None,
    )


def test_a_share_that_nobody_promised_is_not_asked_for() -> None:
    found = reckon(in_a_row(leg("one", "2h"), leg("other", "2h")), told("4h"))
    assert (found.verdict, found.unknown) == ("kept", ())


def test_the_best_choice_of_points_counts() -> None:
    path = in_a_row(leg("one", "80% within 1h", "99% within 3h"), leg("other", "99% within 1h"))
    assert [
        reckon(path, told(promise)).verdict for promise in ("98% within 4h", "79% within 2h", "98% within 3h")
    ] == ["kept", "kept", "too few"]


def test_two_business_days_do_not_fit_into_48_hours() -> None:
    found = reckon(in_a_row(leg("answered", "95% within 2bd", clock=OFFICE)), told("90% within 48h"))
    late = found.late
    assert late is not None
    assert (found.verdict, late.seconds, f"{OFFICE.local(late.arrival):%a %H:%M}", late.just_after) == (
        "too slow",
        (120 - 48) * 3600,
        "Thu 18:00",
        True,
    )


@pytest.mark.parametrize("other", [None, "2001-01-01", "2012-05-01", "2017-03-26", "2099-12-24"])
def test_no_holiday_hides_another_however_far_apart_they_are(other: str | None) -> None:
    easter = ["2027-03-26", "2027-03-29", "2027-03-30"]
    calendar = {"id": "e", "name": "E", "hours": ["mon-fri 08:00-18:00"], "time_zone": "UTC"}
    clock = Clock(Calendar.model_validate({**calendar, "holidays": [*easter, *([other] if other else [])]}))
    late = reckon(in_a_row(leg("answered", "2bd", clock=clock)), told("6d")).late
    assert late is not None
    assert (late.seconds, f"{clock.local(late.arrival):%d %H:%M}") == (2 * 24 * 3600, "23 18:00")


def test_business_days_of_one_calendar_add_up() -> None:
    path = in_a_row(*(leg(str(days), f"99% within {days}bd", clock=OFFICE) for days in (1, 8, 1)))
    assert [
        (found.verdict, str(found.total))
        for found in (reckon(path, told(f"90% within {days}bd", OFFICE)) for days in (10, 9))
    ] == [("kept", "10bd"), ("too slow", "10bd")]


def test_after_a_cut_off_the_next_leg_begins_a_day_later() -> None:
    path = in_a_row(*(leg(name, "99% within 1bd", clock=DEPOT) for name in ("one", "other")))
    assert [reckon(path, told(f"95% within {days}bd", DEPOT)).verdict for days in (2, 3)] == [
        "too slow",
        "kept",
    ]
    assert reckon(path, told("95% within 2bd", DEPOT)).total is None


@pytest.mark.parametrize(
    ("path", "promise", "tightening"),
    [
        (
            in_a_row(leg("one", "90% within 2h"), leg("other", "95% within 2d")),
            "80% within 48h",
            Tightening("other", limit=Duration.parse("46h")),
        ),
        (
            in_a_row(
                leg("one", "90% within 5bd", clock=OFFICE), leg("other", "90% within 15bd", clock=OFFICE)
            ),
            "80% within 8bd",
            Tightening("other", limit=Duration.parse("3bd")),
        ),
        (in_a_row(leg("one", "90% within 5h"), leg("other", "90% within 5h")), "80% within 1h", None),
        (
            in_a_row(leg("one", "80% within 1h"), leg("other", "90% within 1h")),
            "81% within 2h",
            Tightening("one", share=Fraction(9, 10)),
        ),
        (in_a_row(leg("one", "80% within 1h"), leg("other", "80% within 1h")), "81% within 2h", None),
        (in_a_row(leg("one", "0% within 1h"), leg("other", "80% within 1h")), "70% within 2h", None),
        (
            in_a_row(leg("one", "90% within 1h"), leg("other", "95% within 1h")),
            "85.5% within 2h",
            Tightening("one", share=Fraction(905, 1000)),
        ),
        (in_a_row(leg("one", "90% within 2h", "80% within 90min")), "95% within 1h", None),
        (in_a_row(leg("one", "2h")), "95% within 1h", Tightening("one", limit=Duration.parse("1h"))),
    ],
)
def test_the_smallest_tightening_of_one_leg_is_named(
    path: Path, promise: str, tightening: Tightening | None
) -> None:
    promised = told(promise, OFFICE if "bd" in promise else WALL)
    assert reckon(path, promised).tightening == tightening


def test_a_time_generations_away_cannot_be_reckoned() -> None:
    found = reckon(in_a_row(leg("one", "90% within 99999y")), told("90% within 1d"))
    assert found == Reckoning("cannot say", None, None, Fraction(1, 10), Fraction(9, 10))


PERCENT = st.integers(0, 10).map(lambda cases: Fraction(cases, 10))


def one_hour_each(shares: list[Fraction]) -> Path:
    hour = Duration.parse("1h")
    return in_a_row(*(Leg(str(place), WALL, (Point(hour, share),)) for place, share in enumerate(shares)))


@given(st.lists(PERCENT, min_size=1, max_size=3), PERCENT)
def test_a_promise_is_kept_when_no_way_of_failing_in_ten_cases_breaks_it(
    shares: list[Fraction], promised: Fraction
) -> None:
    found = reckon(one_hour_each(shares), Promised(Duration.parse("3h"), WALL, promised))
    # Which cases fail at a leg is anybody's guess; that they lie in a row, round the end, is no loss: any
    # number of cases that can fail in all does so with rows.
    failing = [int(10 * (1 - share)) for share in shares]
    most = max(
        len({(begin + n) % 10 for begin, count in zip(begins, failing, strict=True) for n in range(count)})
        for begins in itertools.product(range(10), repeat=len(shares))
    )
    if promised:  # a promise of 0 % is kept by any, but the bound does not know that failures overlap
        assert (found.verdict == "kept") == (Fraction(10 - most, 10) >= promised)


def chance_of(shares: list[Fraction], outcome: tuple[bool, ...]) -> Fraction:
    each = (share if works else 1 - share for share, works in zip(shares, outcome, strict=True))
    return math.prod(each, start=Fraction(1))


@given(st.lists(PERCENT, min_size=1, max_size=4), PERCENT)
def test_together_is_the_chance_that_nothing_fails(shares: list[Fraction], promised: Fraction) -> None:
    found = reckon(one_hour_each(shares), Promised(Duration.parse("4h"), WALL, promised))
    failing = sum(
        chance_of(shares, outcome)
        for outcome in itertools.product((True, False), repeat=len(shares))
        if not all(outcome)
    )
    chance = 1 - failing
    assert found.together == chance
    assert (found.verdict == "too few") == (chance < promised)


@st.composite
def paths(draw: st.DrawFn) -> tuple[list[list[tuple[Calendar, Duration]]], Calendar, Duration]:
    one = st.tuples(calendars(), limits(40))
    groups = draw(st.lists(st.lists(one, min_size=1, max_size=2), min_size=1, max_size=2))
    return groups, draw(calendars()), draw(limits(80))


@settings(max_examples=10)  # the slow clock is slow indeed
@given(paths(), st.lists(st.integers(0, DAYS * 24 * 60), max_size=8))
def test_the_worst_arrival_is_late_as_reckoned_and_no_other_is_later(
    drawn: tuple[list[list[tuple[Calendar, Duration]]], Calendar, Duration], arrivals: list[int]
) -> None:
    groups, calendar, limit = drawn
    path = tuple(
        tuple(Leg("leg", Clock(of_leg), (Point(its, None),)) for of_leg, its in group) for group in groups
    )

    def late(arrival: int) -> int:
        over = arrival
        for group in groups:
            over = max(SlowClock(of_leg).over(over, its) for of_leg, its in group)
        return (over - SlowClock(calendar).over(arrival, limit)) * 60

    found = reckon(path, Promised(limit, Clock(calendar))).late
    if found is None:  # the times add up, whatever the day
        assert all(late(arrival) <= 0 for arrival in arrivals)
        return
    assert all(late(arrival) <= Fraction(found.seconds) for arrival in arrivals)
    # What arrives just after is looked at a minute later, by which each end moves a minute at most.
    worst = (int(found.arrival) - int(BEGIN.timestamp())) // 60
    assert abs(late(worst + found.just_after) - Fraction(found.seconds)) <= 60 * found.just_after
