"""Targets, figures and scales: what good means, in numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cxblueprint.errors import quoted

from .durations import HOW_TO_WRITE_A_DURATION, Duration, TextValue, plain

TargetKind: TypeAlias = Literal["within", "by due", "every", "at least", "at most"]

_NUMBER = r"-?\d{1,12}(?:\.\d{1,9})?"
_FIGURE = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<percent>%?)", re.ASCII)
_SCALE = re.compile(
    rf"(?P<low>{_NUMBER}) ?(?:-|–|to) ?(?P<high>{_NUMBER}) ?(?P<percent>%?)", re.ASCII
)  # the en dash is what word processors make of a hyphen between numbers
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:\.\d{1,6})?) ?% +(?P<rest>\S.*)", re.ASCII)
_BOUND = re.compile(r"(?P<bound>at least(?= )|at most(?= )|>=|<=|≥|≤) ?(?P<figure>\S.*)")
_BOUNDS: dict[str, TargetKind] = {
    "at least": "at least", ">=": "at least", "≥": "at least",
    "at most": "at most", "<=": "at most", "≤": "at most",
}  # fmt: skip
HOW_TO_WRITE_A_TARGET = (
    "write '90% within 4h', 'within 4h', '95% by due', 'every 1bd', 'at least 4.5' or 'at most 2%'"
)


@dataclass(frozen=True, slots=True)
class Figure(TextValue):
    """A number as people state it, with or without a percent sign."""

    number: Decimal
    is_percent: bool = False
    example: ClassVar[str] = "62%"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the figure that `text` spells, such as `4.9` or `62%`.

        Raises:
            ValueError: the text is no figure.
        """
        match = _FIGURE.fullmatch(text.strip())
        if match is None:
            msg = f"{text!r} is no figure: write a number such as 4.9, or a share such as 62%"
            raise ValueError(msg)
        return cls(Decimal(match["number"]).normalize() + 0, bool(match["percent"]))

    @classmethod
    def _read_other(cls, value: object) -> Self:
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            number = Decimal(str(value))
            if number.is_finite() and abs(number) < Decimal("1e12"):
                return cls.parse(plain(round(number, 9)))
        msg = f"{quoted(value)} is no figure: write a number such as 4.9, or a share such as 62%"
        raise ValueError(msg)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(cls.as_json)
        )

    def as_json(self) -> str | int | float:
        """Return the figure as a file shows it: a number, or text where a number would not do.

        That is so for percent signs, and for more digits than a floating-point number holds.
        """
        if self.is_percent:
            return str(self)
        if self.number == int(self.number):
            return int(self.number)
        number = float(self.number)
        return number if Decimal(repr(number)) == self.number else str(self)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["number", "string"], "examples": [4.9, "62%"]}

    def __str__(self) -> str:
        return f"{plain(self.number)}{'%' if self.is_percent else ''}"


@dataclass(frozen=True, slots=True)
class Scale(TextValue):
    """The lowest and the highest value that a measure can take."""

    low: Decimal
    high: Decimal
    is_percent: bool = False
    example: ClassVar[str] = "1-7"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the scale that `text` spells, such as `1-7`, `0-100%` or `-100 to 100`.

        Raises:
            ValueError: the text is no scale, or its end does not lie above its start.
        """
        match = _SCALE.fullmatch(text.strip())
        if match is None:
            msg = f"{text!r} is no scale: write its lowest and highest value, such as 1-7 or -100 to 100"
            raise ValueError(msg)
        low, high = Decimal(match["low"]).normalize() + 0, Decimal(match["high"]).normalize() + 0
        if not low < high:
            msg = f"{text!r} is no scale: {plain(high)} does not lie above {plain(low)}"
            raise ValueError(msg)
        return cls(low, high, bool(match["percent"]))

    def __str__(self) -> str:
        between = " to " if self.low < 0 else "-"
        return f"{plain(self.low)}{between}{plain(self.high)}{'%' if self.is_percent else ''}"


@dataclass(frozen=True, slots=True)
class Target(TextValue):
    """What is to be reached: a time, a case's own date, a rhythm, or a figure.

    A target without a `share` states none; it is never read as 100 %.
    """

    kind: TargetKind
    share: Decimal | None = None
    """The share of cases, from 0 to 1."""
    limit: Duration | None = None
    """The time, for `within` and `every`."""
    figure: Figure | None = None
    """The figure, for `at least` and `at most`."""
    example: ClassVar[str] = "90% within 4h"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the target that `text` spells.

        Raises:
            ValueError: the text is no target, or its share lies above 100 %.
        """
        spelled = " ".join(text.split()).casefold()
        bound = _BOUND.fullmatch(spelled)
        if bound:
            figure = _FIGURE.fullmatch(bound["figure"])
            if figure is None:
                msg = f"{text!r} is no target: {bound['figure']!r} is no figure such as 4.5 or 2%"
                raise ValueError(msg)
            return cls(_BOUNDS[bound["bound"]], figure=Figure.parse(bound["figure"]))
        share, rest = None, spelled
        shared = _SHARE.fullmatch(spelled)
        if shared:
            share, rest = Decimal(shared["share"]).normalize() / 100, shared["rest"]
            if share > 1:
                msg = f"{text!r} is no target: a share is at most 100%"
                raise ValueError(msg)
        if rest == "by due":
            return cls("by due", share)
        kind, _, limit = rest.partition(" ")
        if kind not in ("within", "every") or not limit:
            msg = f"{text!r} is no target: {HOW_TO_WRITE_A_TARGET}"
            raise ValueError(msg)
        try:
            duration = Duration.parse(limit)
        except ValueError:
            msg = f"{text!r} is no target: {limit!r} is no duration, {HOW_TO_WRITE_A_DURATION}"
            raise ValueError(msg) from None
        return cls("within" if kind == "within" else "every", share, duration)

    @classmethod
    def _read_other(cls, value: object) -> Self:
        msg = f"{quoted(value)} is no target: {HOW_TO_WRITE_A_TARGET}"
        raise ValueError(msg)

    @property
    def share_in_percent(self) -> str | None:
        """The share as text, such as `90%`."""
        return None if self.share is None else f"{plain(self.share * 100)}%"

    @property
    def in_words(self) -> str:
        """The target for reading aloud, such as `90% within 4 hours`."""
        share = f"{self.share_in_percent} " if self.share is not None else ""
        if self.limit is not None:
            return f"{share}{self.kind} {self.limit.in_words}"
        return f"{share}by the time due" if self.kind == "by due" else str(self)

    @property
    def in_signs(self) -> str:
        """The target as short as a picture wants it, such as `90% ≤ 4h` or `≥ 4.5`."""
        share = f"{self.share_in_percent} " if self.share is not None else ""
        match self.kind:
            case "within":
                return f"{share}≤ {self.limit}"
            case "at least":
                return f"≥ {self.figure}"
            case "at most":
                return f"≤ {self.figure}"
            case _:
                return str(self)

    @property
    def level(self) -> Figure | None:
        """The figure that is asked for, or the share of cases in percent; None where neither is stated."""
        return self.figure if self.share is None else Figure(self.share * 100, is_percent=True)

    def is_reached_by(self, figure: Figure) -> bool | None:
        """Tell whether what is attained is enough, or None where the two do not compare.

        Of a time, a date or a rhythm with a share, `figure` is the share of cases that keep it.
        """
        level = self.level
        if level is None or level.is_percent != figure.is_percent:
            return None
        return figure.number <= level.number if self.kind == "at most" else figure.number >= level.number

    def is_stricter_than(self, other: "Target") -> bool | None:
        """Tell whether this target asks for more than `other`, or None where they do not compare.

        Two targets compare when both are times (or rhythms) on one clock that state a share or
        neither does, or both are the same bound with the same sign.
        """
        if self.kind != other.kind or (self.share is None) != (other.share is None):
            return None
        more = [] if self.share is None or other.share is None else [(self.share, other.share)]
        if self.limit is not None and other.limit is not None:
            if self.limit.clock != other.limit.clock:
                return None
            more.append((Decimal(other.limit > self.limit), Decimal(other.limit < self.limit)))
        if self.figure is not None and other.figure is not None:
            if self.figure.is_percent != other.figure.is_percent:
                return None
            pair = (self.figure.number, other.figure.number)
            more.append(pair if self.kind == "at least" else pair[::-1])
        if any(ours > theirs for ours, theirs in more) and any(ours < theirs for ours, theirs in more):
            return None
        return any(ours > theirs for ours, theirs in more)

    def __str__(self) -> str:
        share = f"{self.share_in_percent} " if self.share is not None else ""
        match self.kind:
            case "by due":
                return f"{share}by due"
            case "within" | "every":
                return f"{share}{self.kind} {self.limit}"
            case _:
                return f"{self.kind} {self.figure}"
