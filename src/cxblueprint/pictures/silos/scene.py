"""What the picture of silos shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures.passing import Kind
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Column, Heading, Note, Owner, Stage


@dataclass(frozen=True, slots=True)
class Card:
    """What a team does at a step: in front of the customer, out of sight, or both."""

    column: int
    lane: int
    text: str
    label: str
    """All of it, and where it leads, for those who do not see it."""
    notes: tuple[Note, ...] = ()
    href: str | None = None
    is_ghost: bool = False
    """Whether it is of a touchpoint that nobody declares."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How work passes from one card to another, by their places among the cards."""

    source: int
    target: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class SilosScene:
    """Cards on a grid of steps and teams, and the ways between them."""

    heading: Heading
    columns: tuple[Column, ...]
    stages: tuple[Stage, ...]
    lanes: tuple[Owner, ...]
    cards: tuple[Card, ...]
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]
    table: Table
