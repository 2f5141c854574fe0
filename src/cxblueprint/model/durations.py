"""Durations and cadences, as customers and contracts spell them."""

import abc
import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cxblueprint.errors import quoted

Unit: TypeAlias = Literal["s", "min", "h", "d", "bd", "w", "mo", "y"]

UNITS: tuple[Unit, ...] = ("s", "min", "h", "d", "bd", "w", "mo", "y")
_SECONDS: dict[str, int] = {"s": 1, "min": 60, "h": 3600, "d": 86_400, "w": 604_800}
_MONTHS: dict[str, int] = {"mo": 1, "y": 12}
_WORDS: dict[str, Unit] = {
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "min": "min", "mins": "min", "minute": "min", "minutes": "min",
    "h": "h", "hr": "h", "hrs": "h", "hour": "h", "hours": "h",
    "d": "d", "day": "d", "days": "d",
    "bd": "bd", "business day": "bd", "business days": "bd", "working day": "bd", "working days": "bd",
    "w": "w", "week": "w", "weeks": "w",
    "mo": "mo", "month": "mo", "months": "mo",
    "y": "y", "yr": "y", "yrs": "y", "year": "y", "years": "y",
}  # fmt: skip
_NAMES: dict[str, str] = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "bd": "business day",
    "w": "week", "mo": "month", "y": "year",
}  # fmt: skip
_SPELLING = re.compile(r"(?P<amount>\d{1,9}(?:\.\d{1,6})?) ?(?P<unit>[a-z]+(?: [a-z]+)?)", re.ASCII)
HOW_TO_WRITE_A_DURATION = "write a number and a unit: 30s, 5min, 4h, 2d, 3bd (business days), 2w, 3mo or 1y"


def plain(number: Decimal) -> str:
    """Return a number without exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class TextValue(abc.ABC):
    """A value with one canonical spelling, which pydantic reads from and writes as text."""

    __slots__ = ()
    example: ClassVar[str]

    @classmethod
    @abc.abstractmethod
    def parse(cls, text: str) -> Self:
        """Return the value that `text` spells.

        Raises:
            ValueError: the text is no such value; the message quotes it and says how to write one.
        """

    @classmethod
    def _read(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        return cls._read_other(value)

    @classmethod
    def _read_other(cls, value: object) -> Self:
        msg = f"{quoted(value)} is not text: write it like {cls.example!r}"
        raise ValueError(msg)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "examples": [cls.example]}


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Duration(TextValue):
    """A length of time in one unit, which is kept as it was written.

    `60s` stays `60s` and equals `1min`. Seconds, minutes, hours, days (24 hours) and weeks compare
    with each other, months with years, and business days only with business days: how long two
    business days are depends on a calendar.
    """

    amount: Decimal
    unit: Unit
    example: ClassVar[str] = "4h"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the duration that `text` spells, such as `4h` or `2 business days`.

        Raises:
            ValueError: the text is no duration.
        """
        match = _SPELLING.fullmatch(text.strip().casefold())
        unit = _WORDS.get(match["unit"]) if match else None
        if match is None or unit is None:
            msg = f"{text!r} is no duration: {HOW_TO_WRITE_A_DURATION}"
            raise ValueError(msg)
        amount = Decimal(match["amount"])
        if unit in _MONTHS and amount != int(amount):
            msg = f"{text!r} is no duration: months and years are whole numbers"
            raise ValueError(msg)
        return cls(amount, unit)

    @classmethod
    def _read_other(cls, value: object) -> Self:
        is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        lacks = f"{value} has no unit" if is_number else f"{quoted(value)} is no duration"
        msg = f"{lacks}: {HOW_TO_WRITE_A_DURATION}"
        raise ValueError(msg)

    @property
    def clock(self) -> Literal["time", "business days", "months"]:
        """What the duration counts; only durations of one clock compare."""
        if self.unit in _SECONDS:
            return "time"
        return "business days" if self.unit == "bd" else "months"

    @property
    def seconds(self) -> Fraction | None:
        """The exact length in seconds, or None where it depends on a calendar."""
        return Fraction(self.amount) * _SECONDS[self.unit] if self.unit in _SECONDS else None

    @property
    def is_a_working_day_or_more(self) -> bool:
        """Whether somebody who waits this long waits for at least one working day."""
        seconds = self.seconds
        return self.amount >= 1 if seconds is None else seconds >= _SECONDS["d"]

    @property
    def in_words(self) -> str:
        """The duration for reading aloud, such as `4 hours`."""
        return f"{plain(self.amount)} {_NAMES[self.unit]}{'' if self.amount == 1 else 's'}"

    def _measure(self) -> tuple[str, Fraction]:
        size = _SECONDS.get(self.unit) or _MONTHS.get(self.unit, 1)
        return self.clock, Fraction(self.amount) * size

    def __str__(self) -> str:
        return f"{plain(self.amount)}{self.unit}"

    def __eq__(self, other: object) -> bool:
        return self._measure() == other._measure() if isinstance(other, Duration) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._measure())

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        if self.clock != other.clock:
            msg = f"{self} counts {self.clock} and {other} counts {other.clock}: no order without a calendar"
            raise TypeError(msg)
        return self._measure() < other._measure()


@dataclass(frozen=True, slots=True)
class Cadence(TextValue):
    """How often something happens: every so often, or continuously (`every` is None)."""

    every: Duration | None
    example: ClassVar[str] = "1mo"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the cadence that `text` spells: a duration such as `1mo`, or `continuous`.

        Raises:
            ValueError: the text is neither.
        """
        if text.strip().casefold() == "continuous":
            return cls(None)
        try:
            every = Duration.parse(text)
        except ValueError:
            msg = f"{text!r} is no cadence: write how often, such as 1w, 1mo or 1y, or continuous"
            raise ValueError(msg) from None
        if every.amount == 0:
            msg = f"{text!r} is no cadence: write continuous for something that never stops"
            raise ValueError(msg)
        return cls(every)

    @property
    def is_continuous(self) -> bool:
        """Whether it never stops."""
        return self.every is None

    @property
    def in_words(self) -> str:
        """The cadence for reading aloud, such as `every 2 weeks`."""
        if self.every is None:
            return "continuous"
        words = self.every.in_words
        return f"every {words.removeprefix('1 ')}" if self.every.amount == 1 else f"every {words}"

    def __str__(self) -> str:
        return "continuous" if self.every is None else str(self.every)
