"""What the network of silos shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures.passing import Kind
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Note, Owner


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team, in how much it has a part, and how often work comes to it and leaves it."""

    owner: Owner
    lines: tuple[str, str]
    """Small lines below the name."""
    label: str
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The ways between two teams, by their places among the cards."""

    one: int
    other: int
    there: int
    """How many lead from the one to the other."""
    back: int
    kind: Kind
    """The least settled of them."""

    @property
    def count(self) -> str:
        """Both numbers; one alone where all lead the same way."""
        numbers = [str(number) for number in (self.there, self.back) if number]
        return " + ".join(numbers)


@dataclass(frozen=True, slots=True)
class NetworkScene:
    """Teams and the ways between them."""

    heading: Heading
    cards: tuple[TeamCard, ...]
    links: tuple[Link, ...]
    notes: tuple[Note, ...]
    table: Table
