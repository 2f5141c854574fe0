"""When a limit is over, against a clock that looks at each quarter of an hour."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxblueprint.model import Calendar, Duration
from cxblueprint.reckon import Clock, worst_wait

from .slow import BEGIN, DAYS, QUARTER, SlowClock, calendars, limits

ORIGIN = int(BEGIN.timestamp())
MINUTES = st.integers(0, DAYS * 24 * 60)


def office(**changes: object) -> Calendar:
    given = {"id": "o", "name": "Office", "hours": ["mon-fri 08:00-18:00"], "time_zone": "Europe/Berlin"}
    return Calendar.model_validate({**given, **changes})


def over(calendar: Calendar | None, arrival: str, limit: str) -> str:
    """Return when it is over: day of the week and local time."""
    clock = Clock(calendar)
    moment = clock.over(clock.moment(dt.datetime.fromisoformat(arrival)), Duration.parse(limit))
    return f"{clock.local(moment):%a %d %H:%M}"


@pytest.mark.parametrize(
    ("arrival", "limit", "end"),
    [
        ("2027-03-12 17:00", "2h", "Mon 15 09:00"),
        ("2027-03-12 17:00", "1h", "Fri 12 18:00"),
        ("2027-03-12 18:00", "2bd", "Tue 16 18:00"),
        ("2027-03-12 18:01", "2bd", "Wed 17 18:00"),
        ("2027-03-13 11:00", "2bd", "Wed 17 18:00"),
        ("2027-03-12 09:00", "0bd", "Fri 12 18:00"),
        ("2027-03-12 16:00", "0.5bd", "Mon 15 11:00"),
        ("2027-03-12 09:00", "1.5bd", "Mon 15 18:00"),
        ("2027-03-12 16:00", "1.5bd", "Tue 16 11:00"),
        ("2027-03-12 09:00", "1d", "Tue 16 13:00"),
        ("2027-01-31 09:00", "1mo", "Mon 01 00:00"),
        ("2027-03-31 18:00", "1y", "Sat 01 00:00"),
        ("2027-03-12 18:30", "0h", "Fri 12 18:30"),
    ],
)
def test_limits_in_an_office_are_over(arrival: str, limit: str, end: str) -> None:
    assert over(office(), arrival, limit) == end


@pytest.mark.parametrize(
    ("arrival", "limit", "end"),
    [
        ("2027-03-12 16:00", "1bd", "Mon 15 18:00"),
        ("2027-03-12 16:01", "1bd", "Tue 16 18:00"),
        ("2027-03-12 16:00", "1h", "Fri 12 17:00"),
        ("2027-03-12 16:01", "1h", "Mon 15 09:00"),
    ],
)
def test_what_arrives_after_the_cut_off_counts_as_arriving_on_the_next_day(
    arrival: str, limit: str, end: str
) -> None:
    assert over(office(cut_off="16:00"), arrival, limit) == end


def test_a_holiday_is_no_business_day() -> None:
    assert over(office(holidays=["2027-03-26", "2027-03-29"]), "2027-03-25 12:00", "2bd") == "Wed 31 18:00"


def test_without_opening_hours_business_days_are_monday_to_friday() -> None:
    always = Calendar(id="a", name="A", holidays=(dt.date(2027, 3, 16),))
    assert [over(calendar, "2027-03-12 12:00", "2bd") for calendar in (None, always)] == [
        "Wed 17 00:00",
        "Thu 18 00:00",
    ]


def test_the_night_in_which_summer_time_begins_is_an_hour_shorter() -> None:
    night = office(hours=["sat-sun 00:00-24:00"])
    assert over(night, "2027-03-27 20:00", "8h") == "Sun 28 05:00"


@pytest.mark.parametrize(
    ("zone", "limit", "hours", "arrival"),
    [
        ("UTC", "2bd", 120, "Thu 18:00"),  # the weekend within; from Friday evening it is as long
        ("Europe/Berlin", "2bd", 121, "Wed 18:00"),  # on the weekend on which summer time ends
        ("UTC", "2h", 64, "Fri 16:00"),
        ("UTC", "0h", 0, "Thu 00:00"),
    ],
)
def test_the_worst_wait_has_its_arrival(zone: str, limit: str, hours: int, arrival: str) -> None:
    clock = Clock(office(time_zone=zone))
    found = worst_wait(clock, Duration.parse(limit))
    assert (found.seconds, f"{clock.local(found.arrival):%a %H:%M}") == (hours * 3600, arrival)
    assert found.just_after


def test_a_clock_that_never_stops_takes_as_long_as_the_limit_says() -> None:
    assert worst_wait(Clock(), Duration.parse("36h")).seconds == 36 * 3600


def test_what_ends_generations_from_now_is_refused() -> None:
    weekly = Clock(office(hours=["mon 08:00-08:01"]))
    with pytest.raises(OverflowError, match="no end within 60 years"):
        weekly.over(ORIGIN, Duration.parse("99999h"))
    with pytest.raises(OverflowError, match="is no date"):
        weekly.over(ORIGIN, Duration.parse("99999y"))


@given(calendars() | st.none(), MINUTES, limits())
def test_a_limit_is_over_when_looking_at_each_quarter_says_so(
    calendar: Calendar | None, minute: int, limit: Duration
) -> None:
    assume(calendar is None or not calendar.cut_off or calendar.hours)
    slow = SlowClock(calendar).over(minute, limit)
    assert Clock(calendar).over(ORIGIN + minute * 60, limit) == ORIGIN + slow * 60


@given(calendars(), MINUTES, MINUTES, limits() | st.decimals(0, 4, places=2).map(lambda d: Duration(d, "bd")))
def test_what_arrives_later_is_never_over_sooner(
    calendar: Calendar, one: int, other: int, limit: Duration
) -> None:
    clock = Clock(calendar)
    sooner, later = (ORIGIN + minute * 60 for minute in sorted((one, other)))
    assert sooner <= clock.over(sooner, limit) or limit.amount == 0
    assert clock.over(sooner, limit) <= clock.over(later, limit)


@given(calendars(), MINUTES, limits() | st.decimals(0, 4, places=2).map(lambda d: Duration(d, "bd")))
def test_just_after_is_what_arrivals_an_instant_later_come_to(
    calendar: Calendar, minute: int, limit: Duration
) -> None:
    clock, arrival = Clock(calendar), ORIGIN + minute * 60
    instant = Fraction(1, 10**9)
    later = clock.over(arrival + instant, limit)
    assert 0 <= later - clock.over(arrival, limit, just_after=True) <= instant * 100


@given(calendars(), limits(40))
def test_the_worst_wait_is_the_longest_of_all_arrivals(calendar: Calendar, limit: Duration) -> None:
    clock = Clock(calendar)
    found = worst_wait(clock, limit)
    arrivals = range(ORIGIN, ORIGIN + (DAYS - 1) * 24 * 3600, QUARTER // 3)
    waits = [clock.over(arrival, limit) - arrival for arrival in arrivals]
    assert max(waits) <= found.seconds
    assert found.seconds == clock.over(found.arrival, limit, just_after=found.just_after) - found.arrival
