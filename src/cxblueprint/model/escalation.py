"""Bad news early: risks, causes, the way up, and the cases that took it."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AwareDatetime

from .base import Declared, Named, Part, Text
from .durations import Duration
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
    from .customers import Account
    from .journeys import Journey
    from .organisation import Role, Team
    from .recovery import RecoveryPlan
    from .standards import ServiceStandard


class Risk(Declared):
    """Something that may become bad news."""

    kind: Literal[
        "capacity", "attrition", "outage", "processing-error", "supplier", "demand", "compliance", "other"
    ] | None = None  # fmt: skip
    """What sort of risk it is."""
    threatens: Annotated[
        Addresses,
        address_of(
            "journey", "touchpoint", "service-standard", "promise", "segment", "account", "team", "system"
        ),
    ] = NONE_OF_THEM
    """What it would harm.

    Named as `promise:ten-days`, for example.
    """
    signal: Text | None = None
    """What shows it early."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that watches it."""
    response: Text | None = None
    """What is done when the signal shows."""


class Cause(Declared):
    """Why something goes wrong, named once and referred to everywhere."""

    attributed_to: Literal["us", "customer", "partner", "outside"] | None = None
    """Whose doing it is."""


class Rung(Part):
    """One level of the way up."""

    role: OptionalRef["Role"] = UNSTATED
    """Who is called in."""
    after: OptionalWritten[Duration] = UNSTATED
    """How long after the clock started."""
    kind: Literal["functional", "hierarchical"] | None = None
    """Whether somebody who knows more is called in, or somebody who may decide more."""


class EscalationPolicy(Declared):
    """The way up when something is about to go wrong."""

    levels: Many[Rung] = NONE_OF_THEM
    """Who is called in and when, first level first."""
    clock_start: Text | None = None
    """The event from which the times count."""
    customer_told_after: OptionalWritten[Duration] = UNSTATED
    """How long after the clock started the customer is told."""
    who_may_flag: Text | None = None
    """Who may raise the alarm without asking anyone."""
    protects: Refs["ServiceStandard"] = NONE_OF_THEM
    """The standards that it is there to keep."""


class Escalation(Named):
    """A case that took the way up."""

    raised_by: Literal["us", "customer"] | None = None
    """Who raised it first."""
    detected_at: AwareDatetime | None = None
    """When we first knew, with its time zone."""
    raised_at: AwareDatetime | None = None
    """When it was raised."""
    told_at: AwareDatetime | None = None
    """When the customer was told."""
    closed_at: AwareDatetime | None = None
    """When it was closed."""
    account: OptionalRef["Account"] = UNSTATED
    """The customer it concerns."""
    journey: OptionalRef["Journey"] = UNSTATED
    """The journey it concerns."""
    impact: Text | None = None
    """What it does to the customer."""
    impact_on_their_customers: Text | None = None
    """What it does to the customer's own customers."""
    causes: Refs[Cause] = NONE_OF_THEM
    """Why it happened."""
    policy: OptionalRef[EscalationPolicy] = UNSTATED
    """The way up that it took."""
    recovery: OptionalRef["RecoveryPlan"] = UNSTATED
    """How it is put right."""
