"""What the picture of measures shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Note, Owner

CardKind = Literal["journey", "kpi", "standard", "touchpoint", "gap"]
"""A gap stands where something could be and is not stated."""
Sign = Literal["up", "down", "unknown", "target"]
"""Which way is better, for a KPI; that it is a standard."""
TieKind = Literal["journey", "rollup", "drives", "holds", "measured", "gap"]
"""A KPI of the journey, a part of another KPI, one that drives another, a standard that holds at a
touchpoint, a KPI that is measured there; or that nothing is stated."""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing with its target, in a column; `label` says all of it to those who do not see it."""

    key: str
    kind: CardKind
    column: int
    name: str
    label: str
    sign: Sign | None = None
    target: str = ""
    figures: tuple[str, ...] = ()
    """Where it stands today, and by when it is to reach its target."""
    lines: tuple[str, ...] = ()
    """What else is said in small."""
    decides: str = ""
    """What is decided on seeing a KPI."""
    promised: str = ""
    missing: tuple[str, ...] = ()
    """What is not stated."""
    owner: Owner | None = None
    notes: tuple[Note, ...] = ()
    href: str | None = None
    is_loose: bool = False
    """Whether nothing drives it, as far as is stated."""
    is_ghost: bool = False
    """Whether it is named and not declared, or a gap."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What joins two cards, by their keys, from the left one to the right one."""

    left: str
    right: str
    kind: TieKind
    to_the_right: bool = False
    """Whether what is driven is the right one, which happens in circles alone."""


@dataclass(frozen=True, slots=True)
class MeasuresScene:
    """Cards in columns, by what they are or how far they stand from the journey, and what joins them."""

    heading: Heading
    columns: tuple[str, ...]
    """What stands above each column."""
    cards: tuple[Card, ...]
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]
    table: Table
    stages: int
    """How many stages could be drawn alone."""
