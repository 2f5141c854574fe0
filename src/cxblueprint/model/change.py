"""Change: initiatives, policies and assessments."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from .base import Declared, Named, Part, Text
from .durations import Duration
from .refs import (
    NONE_OF_THEM,
    UNSTATED,
    Addresses,
    OptionalAddress,
    OptionalRef,
    OptionalWritten,
    Refs,
    address_of,
)

if TYPE_CHECKING:
    from .kpis import KPI
    from .organisation import Role, Team
    from .setting import System
    from .touchpoints import Touchpoint

Component: TypeAlias = Literal["people", "policy", "process", "product"]
Maturity: TypeAlias = Annotated[int, Field(ge=1, le=5)]


class Integration(Part):
    """What else a change touches."""

    systems: Refs["System"] = NONE_OF_THEM
    """The software it touches."""
    touchpoints: Refs["Touchpoint"] = NONE_OF_THEM
    """The touchpoints it touches."""
    change_management: Text | None = None
    """How people are brought along."""


class Initiative(Declared):
    """Something undertaken to make the experience better."""

    objective: Text | None = None
    """What it is to achieve for the customer."""
    kinds: tuple[
        Literal[
            "training", "coaching", "process", "technology", "policy", "organisation", "product",
            "communication", "culture",
        ],
        ...,
    ] = ()  # fmt: skip
    """By what means."""
    components: tuple[Component, ...] = ()
    """Which parts of the experience it changes."""
    improves: Refs["KPI"] = NONE_OF_THEM
    """The measures that are to move."""
    addresses: Annotated[Addresses, address_of("cause", "team", "assessment", "journey", "touchpoint")] = (
        NONE_OF_THEM
    )
    """What it answers: a cause, the climate in a team, an assessment, a journey or a touchpoint."""
    sponsor: OptionalRef["Role"] = UNSTATED
    """Who stands behind it."""
    funding: Literal["new", "reallocated", "reprioritised", "none"] | None = None
    """Where the money and the time for it come from."""
    starts: dt.date | None = None
    """When it starts."""
    ends: dt.date | None = None
    """When it is finished."""
    returns_by: dt.date | None = None
    """When its return is expected."""
    integration: Integration | None = None
    """What else it touches."""
    sustained_by: OptionalRef["Team"] = UNSTATED
    """The team that keeps the gain once it is finished."""
    remeasure_on: dt.date | None = None
    """When the gain is measured again."""


class Policy(Declared):
    """A rule that customers or employees are held to."""

    kind: Literal["rule", "code-of-practice"] | None = None
    """What sort of policy it is."""
    incidents: Annotated[int, Field(ge=0)] | None = None
    """How many incidents it rests on."""
    sides_heard: tuple[Literal["customer", "employee", "partner"], ...] = ()
    """Whose side of the story was heard."""
    mandate: Literal["legal", "safety"] | None = None
    """What demands it, where we may not choose."""
    review: OptionalWritten[Duration] = UNSTATED
    """How often it is questioned."""


class Assessment(Named):
    """Where we stand with one component, and where we want to stand."""

    of: Annotated[OptionalAddress, address_of("journey", "blueprint")] = UNSTATED
    """The journey that is assessed, or the whole blueprint.

    A journey is named as `journey:get-help`.
    """
    component: Component | None = None
    """Which part of it is assessed."""
    current: Maturity | None = None
    """Where it stands, from 1 to 5."""
    desired: Maturity | None = None
    """Where it is to stand, from 1 to 5."""
