"""What the picture of ownership shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures.passing import Kind
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Mark, Note, Owner


@dataclass(frozen=True, slots=True)
class Group:
    """A team, or what nobody owns."""

    owner: Owner
    label: str
    """Its name and how much it has a part in, for those who do not see it."""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What a team does at a step: in front of the customer, out of sight, or both."""

    group: int
    title: str
    text: str
    label: str
    """All of it, and where it leads, for those who do not see it."""
    marks: tuple[Mark, ...] = ()
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
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnershipScene:
    """Cards in the groups of their teams, in the order of the journey, and the ways between them."""

    heading: Heading
    groups: tuple[Group, ...]
    cards: tuple[Card, ...]
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]
    table: Table
