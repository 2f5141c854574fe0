"""In which order times come that count on different clocks: four hours, two days, one business day.

Times are set in order by when they are over for what arrives on an ordinary Tuesday at ten in the morning.
Who works at weekends and who does not then plays no part, as a reader would have it: one business day comes
before one and a half, whatever calendars they count on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from cxblueprint.reckon import Clock

if TYPE_CHECKING:
    from cxblueprint.model import Calendar, Duration

_A_TUESDAY = dt.datetime(2027, 2, 9, 10)  # noqa: DTZ001  # the clock knows its time zone
_ROUGHLY = {"business days": 86_400 * 7 // 5, "months": 86_400 * 30}


@dataclass(frozen=True, slots=True)
class Time:
    """A time after the clock started. Equal ones on one clock are one, however they are written."""

    after: Duration
    clock: Calendar | None = None
    """The clock that it counts on; None for one that never stops."""

    @property
    def key(self) -> tuple[Duration, str]:
        """What tells it from others."""
        return self.after, self.clock.id if self.clock else ""


def in_order(times: Iterable[Time], clock: Calendar | None) -> list[Time]:
    """Return times in the order in which they are over, equal ones once.

    Args:
        times: the times.
        clock: the clock in whose time zone it is ten.
    """
    arrival = Clock(clock).moment(_A_TUESDAY)
    unique: dict[tuple[Duration, str], Time] = {}
    for time in times:
        unique.setdefault(time.key, time)
    return sorted(unique.values(), key=lambda time: _place(time, arrival))


def _place(time: Time, arrival: int) -> tuple[int, Fraction, str, str]:
    """Return by what a time is set in order: what nobody lives to see comes last, by its rough length."""
    rough = time.after.seconds
    if rough is None:
        rough = Fraction(time.after.amount) * _ROUGHLY[time.after.clock]
    told = (str(time.after), time.clock.id if time.clock else "")
    try:
        over = Clock(time.clock).over(arrival, time.after)
    except OverflowError:
        return 1, rough, *told
    return 0, Fraction(over), *told


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the axis: the start, the times in order, and times that nobody has stated."""

    times: tuple[Time | None, ...]
    """By column from the second one on; None where no time is stated."""
    of_time: Mapping[tuple[Duration, str], int]
    of_step: tuple[int, ...]
    """By step of the way: its column."""


def columns(times: Iterable[Time], steps: Sequence[Time | None], clock: Calendar | None) -> Columns:
    """Return the columns for times and for the steps of a way.

    A step without a time has a column of its own behind the one before it: so much of it is known.
    """
    known = in_order((*times, *(step for step in steps if step is not None)), clock)
    line: list[Time | int | None] = [None]
    line += [time for time in known if time.after.amount]
    at: list[Time | int | None] = []
    for number, step in enumerate(steps):
        if step is not None:
            at.append(next((time for time in line if isinstance(time, Time) and time.key == step.key), None))
            continue
        line.insert(line.index(at[-1] if at else None) + 1, number)
        at.append(number)
    of_time = {time.key: place for place, time in enumerate(line) if isinstance(time, Time)}
    return Columns(
        tuple(one if isinstance(one, Time) else None for one in line[1:]),
        {**{time.key: 0 for time in known if not time.after.amount}, **of_time},
        tuple(line.index(place) for place in at),
    )
