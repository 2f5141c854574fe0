"""What the portfolio shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Note

Square = Literal["target", "aimless", "none", "unknown", "alone"]
"""A step: its touchpoint has a standard with a target, or one without; it has none; it is not declared, or
what it names is not; or the customer acts alone."""
SQUARES: tuple[Square, ...] = ("target", "aimless", "none", "unknown", "alone")


@dataclass(frozen=True, slots=True)
class HandoffCounts:
    """How work passes between the teams of a journey."""

    agreed: int = 0
    """Hand-offs that are declared and agreed on, or need no agreement."""
    declared: int = 0
    undeclared: int = 0
    """Ways on which work passes although no hand-off says how."""


@dataclass(frozen=True, slots=True)
class Row:
    """A journey; `label` says all of it to those who do not see it."""

    key: str
    name: str
    label: str
    depth: int = 0
    """0, or how many journeys stand above it that are to be replaced one by the other."""
    under: str = ""
    """Who answers for it, and what state it is in."""
    squares: tuple[Square, ...] = ()
    feelings: tuple[int | None, ...] = ()
    owners: int = 0
    unowned: int = 0
    """Touchpoints that nobody owns, as far as is stated."""
    handoffs: HandoffCounts = HandoffCounts()
    kpis: int = 0
    touchpoint_kpis: int = 0
    """What is measured at its touchpoints alone."""
    found: tuple[int, int, int] = (0, 0, 0)
    """Errors, warnings and remarks."""
    owner: str | None = None
    """The key of the team that answers for it."""
    replaces: str | None = None
    """The key of the row above that it is to replace."""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class PortfolioScene:
    """Rows, in their order."""

    heading: Heading
    rows: tuple[Row, ...]
    owners: tuple[tuple[str, str], ...]
    """Keys and names of the teams that answer for journeys, in order."""
    notes: tuple[Note, ...]
    table: Table
    is_checked: bool
    """Whether findings were given; without them, nobody knows what is worst."""
