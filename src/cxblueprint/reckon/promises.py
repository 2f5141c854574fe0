"""Promise arithmetic: whether the standards along a path can keep what a customer was told.

Times of steps one after another add up; of steps side by side the longest counts. Every clock is taken at
the worst arrival. Shares are told from what each standard leaves over, 1 - p:

- all of them added up cannot be exceeded, however the failures fall together (Boole's inequality): a
  promise that
  bears this sum is **kept** in the worst case;
- if the standards fail independently of each other, the product of their shares is what is kept.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from cxblueprint.model import Duration

from .clocks import Clock
from .timelines import Worst, arrivals, latest, then, worst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cxblueprint.model.durations import Unit

    from .timelines import Timeline

Verdict: TypeAlias = Literal["kept", "kept if independent", "too few", "too slow", "cannot say"]
"""From best to worst, but for `cannot say`: a leg states no time or no share, and the others decide
nothing."""


@dataclass(frozen=True, slots=True)
class Point:
    """What a standard sets: a share of cases within a limit. A share of None is not stated."""

    limit: Duration
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One standard on a path, and the points that are known of it; without any its time is unknown."""

    name: str
    clock: Clock
    points: tuple[Point, ...] = ()


Path: TypeAlias = tuple[tuple[Leg, ...], ...]
"""Legs one after another; those in one tuple run side by side."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What the customer was told. A share of None is not stated, and then times alone are reckoned."""

    limit: Duration
    clock: Clock
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Tightening:
    """The smallest change to one leg that supports the promise: a shorter limit, or a larger share."""

    leg: str
    limit: Duration | None = None
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the arithmetic says of one promise."""

    verdict: Verdict
    late: Worst | None = None
    """By how much the times run over at the worst arrival, 0 or less where they fit.

    None where they fit on any day, as times that simply add up do, or lie generations ahead.
    """
    total: Duration | None = None
    """What the times come to, where they add up without looking at a calendar."""
    failures: Fraction = Fraction(0)
    """The shares left over, added up."""
    together: Fraction = Fraction(1)
    """The share that is kept if the standards are independent."""
    unknown: tuple[str, ...] = ()
    """The legs of which a time, or a share that matters, is not stated."""
    clock: Clock = field(default_factory=Clock)
    """The first clock of the promise and its legs that has a time zone, to tell the worst arrival in."""
    tightening: Tightening | None = None
    """Of a promise that is not supported; None where no single leg can mend it, or one has several points."""


_Choice: TypeAlias = "Mapping[Leg, Point]"
_RANK: tuple[Verdict, ...] = ("kept", "kept if independent", "cannot say", "too few", "too slow")


def reckon(path: Path, promised: Promised) -> Reckoning:
    """Return whether some choice of the standards' points keeps a promise, and what the best comes to.

    What is unknown is taken as nothing: no time, no failure. A promise that fails even so fails for certain.
    """
    best = min((_judge(path, choice, promised) for choice in _choices(path)), key=_rank)
    best = replace(best, clock=_zoned(path, promised))
    if best.verdict in ("too slow", "too few", "kept if independent"):
        return replace(best, tightening=_tightening(path, promised, best))
    return best


def _zoned(path: Path, promised: Promised) -> Clock:
    clocks = (promised.clock, *(leg.clock for group in path for leg in group))
    return next((one for one in clocks if one.calendar and one.calendar.time_zone), promised.clock)


def _rank(reckoning: Reckoning) -> int:
    return _RANK.index(reckoning.verdict)


def _choices(path: Path) -> Iterator[_Choice]:
    """Yield every way to pick one point of each leg that has any."""
    legs = [leg for group in path for leg in group if leg.points]
    for points in itertools.product(*(leg.points for leg in legs)):
        yield dict(zip(legs, points, strict=True))


def _judge(path: Path, choice: _Choice, promised: Promised) -> Reckoning:
    legs = [leg for group in path for leg in group]
    shares = [choice[leg].share if leg in choice else None for leg in legs]
    known = [share for share in shares if share is not None]
    unknown = tuple(
        leg.name
        for leg, share in zip(legs, shares, strict=True)
        if leg not in choice or (share is None and promised.share is not None)
    )
    failures = sum((1 - share for share in known), Fraction(0))
    together = math.prod(known, start=Fraction(1))
    total = _total(path, choice, promised)
    fits_any_day = total is not None and total <= promised.limit
    late = None if fits_any_day else _late(path, choice, promised)
    verdict: Verdict
    if late is not None and late.seconds > 0:
        verdict = "too slow"
    elif promised.share is not None and together < promised.share:
        verdict = "too few"
    elif unknown or (late is None and not fits_any_day):
        verdict = "cannot say"
    elif promised.share is None or failures <= 1 - promised.share:
        verdict = "kept"
    else:
        verdict = "kept if independent"
    return Reckoning(verdict, late, total, failures, together, unknown)


def _late(path: Path, choice: _Choice, promised: Promised) -> Worst | None:
    """Return by how much the times run over; None where a limit lies generations away."""
    clocks = [promised.clock, *(leg.clock for leg in choice)]
    try:
        return worst(
            (_through(path, choice, now), then(now, promised.clock, promised.limit))
            for now in arrivals(clocks)
        )
    except OverflowError:
        return None


def _through(path: Path, choice: _Choice, timeline: Timeline) -> Timeline:
    for group in path:
        over = [then(timeline, leg.clock, choice[leg].limit) for leg in group if leg in choice]
        timeline = latest(over) if over else timeline
    return timeline


_SECONDS: Mapping[Unit, int] = {"s": 1, "min": 60, "h": 3600, "d": 86_400, "w": 604_800}


def _total(path: Path, choice: _Choice, promised: Promised) -> Duration | None:
    """Return what the times on one clock add up to, in the smallest unit that any has; else None."""
    limits = [point.limit for point in choice.values()]
    clocks = {leg.clock for leg in choice} | {promised.clock}
    kinds = {limit.clock for limit in (*limits, promised.limit)}
    if len(clocks) > 1 or len(kinds) > 1 or not limits or not all(map(_adds_up, choice, limits)):
        return None
    unit = min((limit.unit for limit in limits), key=_size)
    amount = sum((max(_amount(choice[leg].limit) for leg in group if leg in choice)
                  for group in path if any(leg in choice for leg in group)), Fraction(0))  # fmt: skip
    amount /= _size(unit)
    return Duration(Decimal(amount.numerator) / amount.denominator, unit)


def _adds_up(leg: Leg, limit: Duration) -> bool:
    """Tell whether what begins where the limit ends begins at once, whatever the day."""
    cut_off = leg.clock.calendar.cut_off if leg.clock.calendar else None
    return limit.clock == "months" or not (cut_off or (limit.unit == "bd" and limit.amount % 1))


def _size(unit: Unit) -> int:
    return _SECONDS.get(unit) or (12 if unit == "y" else 1)


def _amount(limit: Duration) -> Fraction:
    return Fraction(limit.amount) * _size(limit.unit)


def _tightening(path: Path, promised: Promised, reckoning: Reckoning) -> Tightening | None:
    """Return the smallest change to one leg that supports the promise, where each leg has one point."""
    choice = next(_choices(path))
    if any(len(leg.points) > 1 for leg in choice):
        return None
    if reckoning.verdict == "too slow":
        return _shorter(path, promised, choice)
    legs = [leg for group in path for leg in group]
    shares = {
        leg: point.share
        for leg, point in choice.items()
        if point.share is not None and legs.count(leg) == 1  # what happens twice is not mended by one change
    }
    if promised.share is None or not shares:
        return None
    leg = min(shares, key=lambda leg: shares[leg])
    if reckoning.verdict == "too few":
        wanted = shares[leg] * promised.share / reckoning.together if reckoning.together else Fraction(2)
    else:
        wanted = shares[leg] + reckoning.failures - (1 - promised.share)
    return Tightening(leg.name, share=wanted) if wanted <= 1 else None


def _shorter(path: Path, promised: Promised, choice: _Choice) -> Tightening | None:
    """Return the leg whose limit has to give up the smallest part of itself, in whole units.

    Limits in hours, days or weeks are cut in the smallest such unit that anybody uses on the path.
    """
    units = [limit.unit for limit in (promised.limit, *(point.limit for point in choice.values()))]
    smallest = min((unit for unit in units if unit in _SECONDS), key=_size, default=units[0])
    found: list[tuple[Fraction, Leg, Duration]] = []
    for leg, point in choice.items():
        unit: Unit = smallest if point.limit.unit in _SECONDS else point.limit.unit

        def fits(amount: int, leg: Leg = leg, unit: Unit = unit) -> bool:
            late = _late(path, {**choice, leg: Point(Duration(Decimal(amount), unit))}, promised)
            return late is not None and late.seconds <= 0

        amount = _largest(fits, math.ceil(_amount(point.limit) / _size(unit)) - 1)
        if amount:
            given_up = 1 - amount * _size(unit) / _amount(point.limit)
            found.append((given_up, leg, Duration(Decimal(amount), unit)))
    if not found:
        return None
    _, leg, limit = min(found, key=lambda one: one[0])
    return Tightening(leg.name, limit=limit)


def _largest(fits: Callable[[int], bool], most: int) -> int:
    """Return the largest number that fits, up to `most`, given that all smaller ones do; 0 if none."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least
