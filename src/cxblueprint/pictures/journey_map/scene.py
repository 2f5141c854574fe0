"""What a journey map shows, free of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.scene import Channel, Column, Heading, Note, Stage, Standard, Way
from cxblueprint.pictures.words import Words

Row = Literal[
    "ways", "doing", "channel", "feeling", "thinking", "pains", "opportunities", "standards", "findings"
]
ROWS: tuple[Row, ...] = (
    "ways", "doing", "channel", "feeling", "thinking", "pains", "opportunities", "standards", "findings",
)  # fmt: skip


def row_names(words: Words) -> Mapping[Row, str]:
    """Return what each row is called."""
    return {
        "ways": words("Ways"),
        "doing": words("Doing"),
        "channel": words("Channel"),
        "feeling": words("Feeling"),
        "thinking": words("Thinking"),
        "pains": words("Pain points"),
        "opportunities": words("Opportunities"),
        "standards": words("Standard"),
        "findings": words("Findings"),
    }


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of the map; `label` says all of it to those who do not see it.

    What is done stands back where it only repeats the step's name because nothing was stated.
    """

    doing: str
    label: str
    stands_back: bool = False
    channel: Channel | None = None
    feeling: int | None = None
    thinking: str = ""
    wait: str = ""
    pains: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    standards: tuple[Standard, ...] = ()
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class MapScene:
    """The whole picture: a moment for each column. `ways` is empty where step simply follows step."""

    heading: Heading
    columns: tuple[Column, ...]
    stages: tuple[Stage, ...]
    moments: tuple[Moment, ...]
    ways: tuple[Way, ...]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in which something stands, from the top."""
        has: dict[Row, bool] = {
            "ways": bool(self.ways),
            "doing": bool(self.moments),
            "channel": any(moment.channel for moment in self.moments),
            "feeling": any(moment.feeling is not None for moment in self.moments),
            "thinking": any(moment.thinking for moment in self.moments),
            "pains": any(moment.pains for moment in self.moments),
            "opportunities": any(moment.opportunities for moment in self.moments),
            "standards": any(moment.standards for moment in self.moments),
            "findings": any(moment.notes for moment in self.moments),
        }
        return tuple(row for row in ROWS if has[row])
