"""Where and when customers are met, and with which software."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import AfterValidator, StringConstraints

from .base import Declared
from .durations import TextValue
from .refs import NONE_OF_THEM, UNSTATED, Many, OptionalRef

if TYPE_CHECKING:
    from .organisation import Team

Weekday: TypeAlias = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHOLE_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = re.compile(
    r"(?P<first>[a-z]{3,9})(?: ?[-–] ?(?P<last>[a-z]{3,9}))? "  # what word processors write
    r"(?P<opens>\d{2}:\d{2}) ?[-–] ?(?P<closes>\d{2}:\d{2})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class OpeningHours(TextValue):
    """From when to when somebody is there, on one day of the week or on several in a row."""

    first: Weekday
    last: Weekday
    opens: str
    """`00:00` to `23:59`."""
    closes: str
    """Later than `opens`, up to `24:00`."""
    example: ClassVar[str] = "mon-fri 08:00-18:00"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the hours that `text` spells, such as `mon-fri 08:00-18:00` or `sat 09:00-13:00`.

        Raises:
            ValueError: the text is no such hours, or they end before they start.
        """
        match = _HOURS.fullmatch(" ".join(text.split()).casefold())
        names = [match["first"], match["last"] or match["first"]] if match else []
        days: list[Weekday] = [
            day
            for name in names
            for day, whole in zip(WEEKDAYS, _WHOLE_NAMES, strict=True)
            if whole.startswith(name)
        ]
        if match is None or len(days) != len(names):
            msg = f"{text!r} is no opening hours: write them like 'mon-fri 08:00-18:00' or 'sat 09:00-13:00'"
            raise ValueError(msg)
        opens, closes = match["opens"], match["closes"]
        if not (opens < closes <= "24:00") or opens[3] > "5" or closes[3] > "5":
            msg = f"{text!r} is no opening hours: they run from 00:00 to 24:00 and end after they start"
            raise ValueError(msg)
        if WEEKDAYS.index(days[0]) > WEEKDAYS.index(days[1]):
            msg = f"{text!r} is no opening hours: the week runs from mon to sun"
            raise ValueError(msg)
        return cls(days[0], days[1], opens, closes)

    def __str__(self) -> str:
        days = self.first if self.first == self.last else f"{self.first}-{self.last}"
        return f"{days} {self.opens}-{self.closes}"


def _known_zone(name: str) -> str:
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        from cxblueprint.errors import did_you_mean

        msg = f"{name!r} is no time zone such as 'Europe/Berlin'{did_you_mean(name, _known_zones())}"
        raise ValueError(msg) from None
    return name


@cache
def _known_zones() -> tuple[str, ...]:
    """Return the time zones of this machine, for which some hundred files are opened."""
    import zoneinfo

    return tuple(sorted(zoneinfo.available_timezones()))


class Channel(Declared):
    """Where the customer and the organisation meet."""

    kind: Literal[
        "web", "app", "email", "sms", "chat", "messaging-app", "phone", "video", "on-site", "shop",
        "letter", "social", "kiosk", "other",
    ] | None = None  # fmt: skip
    """What sort of channel it is."""
    calendar: OptionalRef["Calendar"] = UNSTATED
    """When somebody is there."""


class Calendar(Declared):
    """When the clock of a standard or a promise runs."""

    hours: Many[OpeningHours] = NONE_OF_THEM
    """The opening hours, such as `mon-fri 08:00-18:00`; without any, the clock runs all day."""
    time_zone: Annotated[str, AfterValidator(_known_zone)] | None = None
    """The time zone in which its hours are told.

    Such as `Europe/Berlin`.
    """
    holidays: tuple[dt.date, ...] = ()
    """The days on which the clock stands still."""
    cut_off: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    """What arrives after this time of day counts as arriving on the next day, such as `16:00`."""


class System(Declared):
    """Software behind the experience."""

    kind: Literal[
        "crm", "case-management", "telephony", "billing", "ordering", "knowledge-base", "workforce",
        "feedback-platform", "website", "app", "data-platform", "other",
    ] | None = None  # fmt: skip
    """What sort of software it is."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that answers for it."""
    carries_case: bool = False
    """Whether a customer's case and its history travel in it from team to team."""
