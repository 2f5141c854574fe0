"""Durations, targets and the other values that have a spelling of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cxblueprint.model.durations import UNITS, Cadence, Duration, Unit
from cxblueprint.model.setting import WEEKDAYS, OpeningHours
from cxblueprint.model.targets import Figure, Scale, Target

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

MINUTES_OF_A_DAY = 24 * 60


def durations(*, units: Sequence[Unit] = UNITS, zero: bool = True) -> SearchStrategy[Duration]:
    """Durations of nothing up to millions of years, whole and broken.

    Shrinks to none of the first unit, or to one of it where there is no `zero`.
    """
    least = 0 if zero else 1
    whole = st.integers(least, 60) | st.integers(least, 999_999_999)
    broken = st.integers(least, 10**15 - 1).map(lambda millionths: Decimal(millionths).scaleb(-6))
    of_whole = st.builds(Duration, whole.map(Decimal), st.sampled_from(units))
    breakable = [unit for unit in units if unit not in ("mo", "y")]
    return of_whole | st.builds(Duration, broken, st.sampled_from(breakable)) if breakable else of_whole


def cadences() -> SearchStrategy[Cadence]:
    """Cadences: every so often, or continuous. Shrinks to `continuous`."""
    return _CADENCES


def figures() -> SearchStrategy[Figure]:
    """Figures, with and without a percent sign, below and above zero. Shrinks to `0`."""
    return _FIGURES


def scales() -> SearchStrategy[Scale]:
    """Scales, the low end always below the high one. Shrinks to `0-1`."""
    return _SCALES


def targets() -> SearchStrategy[Target]:
    """Targets of every kind, times and rhythms with and without a share. Shrinks to `by due`."""
    return _TARGETS


def opening_hours() -> SearchStrategy[OpeningHours]:
    """Opening hours on one day of the week or on several in a row. Shrinks to `mon 00:00-00:01`."""
    return _OPENING_HOURS


def instants() -> SearchStrategy[dt.datetime]:
    """Points in time, each with its offset from UTC. Shrinks to 2000-01-01T00:00:00+00:00."""
    return _INSTANTS


def _scale(low: Decimal, more: Decimal, percent: bool) -> Scale:  # noqa: FBT001  # drawn, not written
    return Scale(low, low + more, percent)


def _hours(days: tuple[int, int], minutes: tuple[int, int]) -> OpeningHours:
    (first, days_more), (opens, minutes_more) = days, minutes
    last = min(first + days_more, len(WEEKDAYS) - 1)
    closes = min(opens + 1 + minutes_more, MINUTES_OF_A_DAY)
    spelled = [f"{minute // 60:02}:{minute % 60:02}" for minute in (opens, closes)]
    return OpeningHours(WEEKDAYS[first], WEEKDAYS[last], spelled[0], spelled[1])


def _instant(at: dt.datetime, offset: int) -> dt.datetime:
    return at.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=offset)))


_ENDS_OF_SCALES = st.sampled_from((0, 1, 5, 7, 10, 100))
_NUMBERS = (_ENDS_OF_SCALES | st.integers(-100, 100) | st.integers(-(10**12) + 1, 10**12 - 1)).map(
    Decimal
) | st.integers(-(10**21) + 1, 10**21 - 1).map(lambda billionths: Decimal(billionths).scaleb(-9))
_MORE = (st.integers(1, 10) | st.integers(1, 10**6)).map(Decimal)
_LOWS = (st.integers(0, 10) | st.integers(-(10**6), 10**6)).map(Decimal) | st.integers(-(10**6), 10**6).map(
    lambda hundredths: Decimal(hundredths).scaleb(-2)
)
_SHARES = st.none() | (
    st.integers(0, 100).map(lambda percent: Decimal(percent) / 100)
    | st.integers(0, 10**8).map(lambda share: Decimal(share).scaleb(-8))
)
_FIGURES = st.builds(Figure, _NUMBERS, st.booleans())
_SCALES = st.builds(_scale, _LOWS, _MORE, st.booleans())
_CADENCES = st.just(Cadence(None)) | st.builds(Cadence, durations(zero=False))
_TARGETS = (
    st.builds(Target, st.just("by due"), _SHARES)
    | st.builds(Target, st.sampled_from(("within", "every")), _SHARES, durations())
    | st.builds(Target, st.sampled_from(("at least", "at most")), figure=_FIGURES)
)
_OPENING_HOURS = st.builds(
    _hours,
    st.tuples(st.integers(0, 6), st.integers(0, 6)),
    st.tuples(st.integers(0, MINUTES_OF_A_DAY - 1), st.integers(0, MINUTES_OF_A_DAY - 1)),
)
_INSTANTS = st.builds(_instant, st.datetimes(), st.integers(0, 14 * 60) | st.integers(-12 * 60, 14 * 60))
