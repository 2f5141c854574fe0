"""Clocks run forward, in any time zone, and what they time is over while they run."""

from __future__ import annotations

import datetime as dt
import functools
import math
import operator
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.model import Calendar, Duration
from cxblueprint.model.setting import WEEKDAYS, OpeningHours
from cxblueprint.reckon import Clock
from cxblueprint.testing import strategies

ZONES = (
    "UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Havana",
    "America/Nuuk", "America/Sao_Paulo", "Africa/Cairo", "Africa/Casablanca", "Antarctica/Troll",
    "Asia/Beirut", "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia",
    "Pacific/Chatham",
)  # fmt: skip
"""Whole, half and quarter hours; summers of half an hour, one and two; midnights that never were."""
BEGIN, END = dt.datetime(2010, 1, 1), dt.datetime(2040, 1, 1)  # noqa: DTZ001  # told in the clock's zone
ARRIVALS = st.datetimes(BEGIN, END)
UNTIL_A_FEW_YEARS = st.one_of(
    st.builds(Duration, st.integers(0, 60).map(Decimal), st.sampled_from(("min", "h"))),
    st.builds(Duration, st.decimals(0, 9, places=2), st.sampled_from(("d", "bd"))),
    st.builds(Duration, st.integers(0, 30).map(Decimal), st.sampled_from(("bd", "mo"))),
    st.builds(Duration, st.integers(0, 3).map(Decimal), st.sampled_from(("w", "y"))),
)
PAIRS = st.sampled_from((("min", "h", "d"), ("bd",), ("mo", "y"))).flatmap(
    lambda units: st.tuples(
        *[st.builds(Duration, st.integers(0, 25).map(Decimal), st.sampled_from(units))] * 2
    )
)
"""Two limits that compare."""


@st.composite
def hours(draw: st.DrawFn) -> OpeningHours:
    """Return an hour and more, on one day of the week or on several."""
    first, last = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    opens = draw(st.integers(0, 23 * 60))
    closes = draw(st.integers(opens + 60, 24 * 60))
    opened, closed = (f"{minute // 60:02}:{minute % 60:02}" for minute in (opens, closes))
    return OpeningHours(WEEKDAYS[first], WEEKDAYS[last], opened, closed)


@functools.cache
def changes_in(zone: str) -> tuple[dt.datetime, ...]:
    """Return the days on which clocks are put forward or back."""
    days = [BEGIN + dt.timedelta(days=number) for number in range((END - BEGIN).days)]
    ahead = [day.replace(tzinfo=ZoneInfo(zone)).utcoffset() for day in days]
    return tuple(days[place] for place in range(1, len(days)) if ahead[place - 1] != ahead[place])


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Calendar, dt.datetime]:
    """Return a calendar, and an arrival near its holidays, which often comes soon before clocks change."""
    zone = draw(st.sampled_from(ZONES))
    changes = changes_in(zone)
    soon = st.builds(operator.sub, st.sampled_from(changes), st.timedeltas(dt.timedelta(), dt.timedelta(3)))
    arrival = draw(ARRIVALS | soon if changes else ARRIVALS).replace(microsecond=0)
    days = st.integers(-1, 9).map(lambda days: arrival.date() + dt.timedelta(days=days))
    calendar = Calendar(
        id="c",
        name="C",
        hours=draw(st.lists(hours(), max_size=3)),
        time_zone=zone,
        holidays=tuple(draw(st.lists(days, max_size=4))),
        cut_off=draw(st.none() | strategies.times_of_day()),
    )
    return calendar, arrival


@given(case=calendars(), minutes=st.integers(0, 20_000), limit=UNTIL_A_FEW_YEARS)
def test_what_arrives_later_is_over_no_sooner(
    case: tuple[Calendar, dt.datetime], minutes: int, limit: Duration
) -> None:
    clock = Clock(case[0])
    arrival = clock.moment(case[1])

    assert clock.over(arrival, limit) <= clock.over(arrival + 60 * minutes, limit)


@given(case=calendars(), limits=PAIRS)
def test_a_longer_limit_is_over_no_sooner(
    case: tuple[Calendar, dt.datetime], limits: tuple[Duration, Duration]
) -> None:
    shorter, longer = sorted(limits)
    clock = Clock(case[0])
    arrival = clock.moment(case[1])

    assert arrival <= clock.over(arrival, shorter) <= clock.over(arrival, longer) or not shorter.amount


def is_open(calendar: Calendar, when: dt.datetime) -> bool:
    """Tell whether a calendar is open in the second after a local time."""
    if when.date() in calendar.holidays:
        return False
    time = f"{when:%H:%M}"
    return not calendar.hours or any(
        WEEKDAYS.index(hours.first) <= when.weekday() <= WEEKDAYS.index(hours.last)
        and hours.opens <= time < hours.closes
        for hours in calendar.hours
    )


@given(case=calendars(), limit=st.builds(Duration, st.integers(1, 60).map(Decimal), st.just("h")))
def test_what_counts_hours_is_over_while_somebody_is_there(
    case: tuple[Calendar, dt.datetime], limit: Duration
) -> None:
    calendar, arrival = case
    clock = Clock(calendar)

    over = math.ceil(clock.over(clock.moment(arrival), limit))

    # Where clocks are put forward over the time of closing, it is the time that it would have been.
    put_forward = ahead_of_utc(clock.local(over)) - ahead_of_utc(clock.local(over - 3 * 3600))
    last = clock.local(over - 1)
    assert is_open(calendar, last) or is_open(calendar, last - put_forward)


def ahead_of_utc(when: dt.datetime) -> dt.timedelta:
    return when.utcoffset() or dt.timedelta()


@given(case=calendars(), days=st.integers(0, 15))
def test_business_days_end_with_the_last_hour_of_a_business_day(
    case: tuple[Calendar, dt.datetime], days: int
) -> None:
    calendar, arrival = case
    clock = Clock(calendar)
    weekdays = {day for day in range(7) if not calendar.hours and day < 5} | {
        day
        for hours in calendar.hours
        for day in range(WEEKDAYS.index(hours.first), WEEKDAYS.index(hours.last) + 1)
    }

    ends = [
        clock.local(clock.over(clock.moment(arrival), Duration(Decimal(count), "bd")) - 1).date()
        for count in (0, days)
    ]

    between = (ends[0] + dt.timedelta(days=number) for number in range((ends[1] - ends[0]).days + 1))
    worked = [day for day in between if day.weekday() in weekdays and day not in calendar.holidays]
    assert (worked[0], worked[-1], len(worked)) == (*ends, days + 1)
