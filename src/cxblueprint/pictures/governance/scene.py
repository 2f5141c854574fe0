"""What the picture of governance shows, free of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Note, Owner

Tone = Literal["plain", "bad"]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact about a team; what is bad about it says so in words too."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team with what it is there for and what it owns."""

    owner: Owner
    function: str
    label: str
    """All of it, for those who do not see it."""
    cx: str = ""
    """How it runs customer experience, where it does."""
    at_table: bool = False
    """Whether its head sits at the executive table."""
    lines: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Areas:
    """Where each team is shown, by its place among the cards."""

    tree: tuple[int, ...] = ()
    """Those in reporting lines that have a head, from the top: each one is followed by those below it."""
    loops: tuple[tuple[int, ...], ...] = ()
    """Those whose reporting line never ends: of each circle its first team, and all below it."""
    unstated: tuple[int, ...] = ()
    """Those of which nobody says to whom they report."""
    partners: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GovernanceScene:
    """Teams, who reports to whom, and what the rules found about that."""

    heading: Heading
    cards: tuple[TeamCard, ...]
    superiors: tuple[int | None, ...]
    """By card, the place of the team above it."""
    areas: Areas
    in_circle: frozenset[int]
    """The cards whose line leads to a team that reports, in the end, to them."""
    emphasised: frozenset[int]
    """The cards whose line a finding is about."""
    notes: tuple[Note, ...]
    table: Table
