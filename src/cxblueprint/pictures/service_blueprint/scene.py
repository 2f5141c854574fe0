"""What a service blueprint shows, free of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.icons import Marker
from cxblueprint.pictures.scene import Channel, Column, Heading, Note, Owner, Stage, Standard, Way
from cxblueprint.pictures.words import Words

Lane = Literal["evidence", "customer", "frontstage", "backstage", "support"]
LANES: tuple[Lane, ...] = ("evidence", "customer", "frontstage", "backstage", "support")


def lane_names(words: Words) -> Mapping[Lane, str]:
    """Return what each lane is called."""
    return {
        "evidence": words("Physical evidence"),
        "customer": words("Customer actions"),
        "frontstage": words("Frontstage"),
        "backstage": words("Backstage"),
        "support": words("Support processes and systems"),
    }


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a card: what is done, by which team if that is not the card's owner, with what.

    An item stands back where it only repeats a name because nothing was stated.
    """

    text: str
    team: Owner | None = None
    system: str = ""
    stands_back: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A small line at the foot of a card, behind an icon or a marker."""

    text: str
    icon: str | None = None
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What happens in one lane at one step; `label` says all of it to those who do not see it."""

    column: int
    lane: Lane
    items: tuple[Item, ...]
    label: str
    icon: str | None = None
    owner: Owner | None = None
    standards: tuple[Standard, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[Note, ...] = ()
    href: str | None = None
    is_ghost: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """A declared hand-off: work passing from the team behind one column to the team behind another."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class BlueprintScene:
    """The whole picture: cards on a grid of steps and lanes, and what joins them."""

    heading: Heading
    columns: tuple[Column, ...]
    stages: tuple[Stage, ...]
    cards: tuple[Card, ...]
    ways: tuple[Way, ...]
    passings: tuple[Passing, ...]
    notes: tuple[Note, ...]
    channels: tuple[Channel, ...] = ()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes in which something happens, from the top."""
        used = {card.lane for card in self.cards}
        return tuple(lane for lane in LANES if lane in used)
