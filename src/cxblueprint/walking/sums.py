"""Waits added up, each clock for itself: nobody can say how many hours two business days are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from cxblueprint.model import Duration

Clock: TypeAlias = Literal["time", "business days", "months"]
CLOCKS: tuple[Clock, ...] = ("time", "business days", "months")
_WEEK = 604_800
_NOTHING: Mapping[Clock, Fraction] = MappingProxyType(dict.fromkeys(CLOCKS, Fraction(0)))
_PARTS: Mapping[Clock, tuple[tuple[str, int], ...]] = MappingProxyType(
    {
        "time": (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)),
        "business days": (("bd", 1),),
        "months": (("y", 12), ("mo", 1)),
    }
)


@dataclass(frozen=True, slots=True)
class Total:
    """Lengths of time, added up clock by clock."""

    amounts: Mapping[Clock, Fraction]
    """Seconds, business days and months; every clock has its amount, 0 for none."""

    @classmethod
    def of(cls, *durations: Duration) -> Total:
        """Return the sum of some durations."""
        amounts = dict(_NOTHING)
        for duration in durations:
            size = 12 if duration.unit == "y" else 1
            amounts[duration.clock] += duration.seconds or Fraction(duration.amount) * size
        return cls(amounts)

    def __add__(self, other: Total) -> Total:
        return Total({clock: self.amounts[clock] + other.amounts[clock] for clock in CLOCKS})

    @classmethod
    def smallest(cls, totals: Iterable[Total]) -> Total:
        """Return the smallest amount of each clock; `totals` must not be empty."""
        found = tuple(totals)
        return cls({clock: min(one.amounts[clock] for one in found) for clock in CLOCKS})

    @classmethod
    def largest(cls, totals: Iterable[Total]) -> Total:
        """Return the largest amount of each clock; `totals` must not be empty."""
        found = tuple(totals)
        return cls({clock: max(one.amounts[clock] for one in found) for clock in CLOCKS})


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most that a customer comes to wait, depending on the way."""

    least: Total
    most: Total

    @property
    def in_words(self) -> tuple[str, ...]:
        """The range of each clock on which there is a wait, such as `4 hours` or `up to 1 business day`."""
        return tuple(
            _from_to(clock, self.least.amounts[clock], self.most.amounts[clock])
            for clock in CLOCKS
            if self.most.amounts[clock]
        )


def _from_to(clock: Clock, least: Fraction, most: Fraction) -> str:
    if least == most:
        return _in_words(clock, most)
    if not least:
        return f"up to {_in_words(clock, most)}"
    return f"between {_in_words(clock, least)} and {_in_words(clock, most)}"


def _in_words(clock: Clock, amount: Fraction) -> str:
    # Whole weeks alone: nobody says "2 weeks 1 day 4 hours".
    if clock == "time" and amount % _WEEK == 0:
        return Duration(Decimal(int(amount / _WEEK)), "w").in_words
    return " ".join(part.in_words for part in _parts(clock, amount))


def _parts(clock: Clock, amount: Fraction) -> Iterator[Duration]:
    """Yield an amount as durations of falling units; only the smallest unit is ever broken."""
    *units, (last, size) = _PARTS[clock]
    for unit, of_unit in units:
        whole = int(amount // of_unit)
        amount -= whole * of_unit
        if whole:
            yield Duration(Decimal(whole), unit)  # type: ignore[arg-type]  # one of `_PARTS`
    if amount:
        rest = amount / size
        yield Duration(Decimal(rest.numerator) / Decimal(rest.denominator), last)  # type: ignore[arg-type]  # one of `_PARTS`
