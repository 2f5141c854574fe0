"""What the view `recovery` shows, free of the model: a way up, and a plan to get back to normal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.scene import Heading, Note, Owner

RungKind = Literal["functional", "hierarchical"]
ActionKind = Literal["containment", "corrective"]
MarkKind = Literal["started", "reviewed", "committed-on", "committed-to", "bau", "end", "milestone"]


# The way up


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the axis, which shows the order of times and not their lengths."""

    text: str
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Start:
    """What starts the clock, and who may raise the alarm."""

    event: str
    flag: str
    label: str
    is_ghost: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """When the customer is told; without a column nobody has said when."""

    column: int | None
    text: str
    detail: str
    label: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """What the customer hears unasked all the while."""

    text: str
    label: str
    icon: str
    owner: Owner | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """Where a standard has run out; it is not sure where nobody said what starts its clock."""

    column: int
    name: str
    target: str
    label: str
    is_sure: bool = True
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A level: who is called in, and after what."""

    name: str
    """What the level is called, such as `Level 2`."""
    kind_text: str
    column: int
    role: str
    label: str
    within: str
    """What calls it in, such as `not solved within 4 hours`; empty where no time is stated."""
    kind: RungKind | None = None
    rank: str = ""
    owner: Owner | None = None
    is_ghost: bool = False
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The way up of an escalation policy."""

    name: str
    ticks: tuple[Tick, ...]
    start: Start
    told: Told
    rungs: tuple[Rung, ...]
    updates: tuple[Update, ...] = ()
    ends: tuple[End, ...] = ()
    remarks: tuple[str, ...] = ()


# The plan


@dataclass(frozen=True, slots=True)
class CauseBar:
    """A cause and its share of the harm; None where nobody has said how much it is."""

    name: str
    share: float | None
    share_text: str
    details: str
    label: str
    is_main: bool = False
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action: what is done by whom, and when at the earliest."""

    number: int
    text: str
    kind: ActionKind | None
    kind_text: str
    takes: str
    dates: str
    slack: str
    label: str
    span: tuple[dt.date, dt.date] | None = None
    """From the first to the last day; None where it has no dates."""
    latest: dt.date | None = None
    """The day by which it has to be finished, where that is later."""
    waits_for: tuple[int, ...] = ()
    """The numbers of the actions that have to be finished first."""
    after: tuple[int, ...] = ()
    """Those of them from which an arrow comes: both have dates."""
    hangs_on: int | None = None
    """Which of these it hangs on, where it is on the critical path and not its first action."""
    addresses: str = ""
    """The causes that it removes."""
    waiting: str = ""
    """What it waits for in vain, where it can never begin."""
    owner: Owner | None = None
    has_length: bool = True
    is_critical: bool = False
    is_done: bool = False
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A date of the plan: a line through the calendar, or a diamond on it."""

    kind: MarkKind
    day: dt.date
    text: str
    label: str
    is_late: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class FactCard:
    """What else the plan states, under a title: lines, of which the first may be large."""

    title: str
    lines: tuple[str, ...]
    label: str
    large: str = ""
    icon: str | None = None
    owner: Owner | None = None
    is_ghost: bool = False
    notes: tuple[Note, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a calendar axis."""

    first: dt.date
    last: dt.date
    off: frozenset[dt.date] = frozenset()
    """The days on which nobody works, where there are not too many to be shown."""
    is_relative: bool = False
    """Whether they are working days counted from 0, because nobody has said when the plan starts."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The way back of a recovery plan."""

    causes: tuple[CauseBar, ...]
    actions: tuple[ActionRow, ...]
    marks: tuple[Mark, ...]
    cards: tuple[FactCard, ...]
    happened: tuple[FactCard, ...] = ()
    days: Days | None = None
    """None where nothing has a date."""
    circles: tuple[str, ...] = ()
    """The actions that wait for each other, named circle by circle."""


@dataclass(frozen=True, slots=True)
class RecoveryScene:
    """The whole picture: ways up, and below them the plan; a policy alone has no plan."""

    heading: Heading
    ladders: tuple[Ladder, ...]
    plan: Plan | None
    notes: tuple[Note, ...]
    remarks: tuple[str, ...] = ()
