"""How customers and employees are heard, and what they hear from us."""

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Declared, Named, Part, Text
from .durations import Cadence, Duration
from .organisation import Level
from .refs import (
    NONE_OF_THEM,
    UNSTATED,
    Addresses,
    Many,
    OptionalRef,
    OptionalWritten,
    Refs,
    address_of,
)

if TYPE_CHECKING:
    from .customers import Account, Segment
    from .organisation import Role, Team
    from .setting import Channel

ListeningKind: TypeAlias = Literal[
    "survey", "complaint", "social", "visit", "peer-exchange", "advisory-board", "meeting", "frontline",
    "behaviour", "mystery-shopping",
]  # fmt: skip


class ReportBack(Part):
    """What those who spoke are told in return."""

    what: tuple[Literal["issues", "plan", "dates", "outcome"], ...] = ()
    """What they are told."""
    within: OptionalWritten[Duration] = UNSTATED
    """How soon."""


class Loop(Part):
    """What happens with feedback: with the one customer (inner), or with the cause (outer)."""

    owner: OptionalRef["Team"] = UNSTATED
    """The team that acts."""
    within: OptionalWritten[Duration] = UNSTATED
    """How soon."""
    trigger: Text | None = None
    """What sets it off, such as a score of 6 or less."""
    success_measure: Text | None = None
    """How one knows that it worked."""


class Repeats(Part):
    """When the same feedback again and again goes to the leadership."""

    count: Annotated[int, Field(ge=2)]
    """How many similar ones."""
    within: OptionalWritten[Duration] = UNSTATED
    """Within how long a time."""
    taken_by: OptionalRef["Role"] = UNSTATED
    """Who takes it up."""
    in_person: bool | None = None
    """Whether it is talked over with the customer in person."""


class Silence(Part):
    """When we take the customer's own silence for a signal."""

    after: OptionalWritten[Duration] = UNSTATED
    """How long without a word."""
    reach_out_by: OptionalRef["Role"] = UNSTATED
    """Who then gets in touch."""


class ListeningPost(Declared):
    """A way in which we listen to customers or employees, such as a survey or a visit."""

    kind: ListeningKind | None = None
    """What sort of listening it is."""
    audience: Literal["customers", "employees"] = "customers"
    """Whom it listens to."""
    covers: Annotated[Addresses, address_of("journey", "touchpoint", "segment", "team")] = NONE_OF_THEM
    """What it listens about.

    Named as `journey:get-help`, for example.
    """
    segments: Refs["Segment"] = NONE_OF_THEM
    """The customers it listens to, where it is not to all."""
    accounts: Refs["Account"] = NONE_OF_THEM
    """The accounts it listens to, where it is not to all."""
    cadence: OptionalWritten[Cadence] = UNSTATED
    """How often."""
    trigger: Text | None = None
    """What sets it off, where it has no cadence."""
    analysed_by: OptionalRef["Team"] = UNSTATED
    """The team that makes sense of what is heard."""
    report_back: ReportBack | None = None
    """What those who spoke are told in return."""
    inner_loop: Loop | None = None
    """What happens with the one customer who spoke."""
    outer_loop: Loop | None = None
    """What happens with the cause behind it."""
    repeats: Repeats | None = None
    """When the same feedback again and again goes to the leadership."""
    silence: Silence | None = None
    """When the customer's own silence is a signal."""
    meets: Refs["Role"] = NONE_OF_THEM
    """Whom a visiting customer meets."""


class Contact(Part):
    """Who talks with whom at one level."""

    level: Level
    """The level in the organisation at which they talk."""
    ours: OptionalRef["Role"] = UNSTATED
    """Who talks on our side."""
    theirs: Text | None = None
    """Who talks on the customer's side."""
    cadence: OptionalWritten[Cadence] = UNSTATED
    """How often they talk."""
    documented: bool | None = None
    """Whether what was said is written down."""


class RelationshipPlan(Declared):
    """Who talks with a customer at each level."""

    account: OptionalRef["Account"] = UNSTATED
    """The customer whom the plan is for."""
    segment: OptionalRef["Segment"] = UNSTATED
    """The customers, where the plan is for all of a segment."""
    levels: Many[Contact] = NONE_OF_THEM
    """The levels, from the analyst to the chief executive."""


class ProactiveUpdate(Named):
    """What the customer hears from us without having to ask."""

    covers: Annotated[
        Addresses,
        address_of(
            "journey", "touchpoint", "step", "segment", "account", "relationship-plan",
            words=("any-open-request", "any-recovery"),
        ),
    ] = NONE_OF_THEM  # fmt: skip
    """What it is about: some things, any open request or any recovery.

    Named as `journey:get-help`, `any-open-request` or `any-recovery`, for example.
    """
    cadence: OptionalWritten[Cadence] = UNSTATED
    """How often."""
    trigger: Text | None = None
    """What sets it off, where it has no cadence."""
    channel: OptionalRef["Channel"] = UNSTATED
    """Where the customer hears it."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that sends it."""
