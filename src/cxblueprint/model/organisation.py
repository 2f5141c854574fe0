"""Who owns the experience: teams and the roles in them."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from .base import Declared, Part, Text
from .refs import NONE_OF_THEM, UNSTATED, OptionalRef, Refs

if TYPE_CHECKING:
    from .kpis import KPI

Function: TypeAlias = Literal[
    "cx", "employee-experience", "marketing", "sales", "customer-service", "operations", "product",
    "it", "finance", "hr", "legal", "partner", "executive", "other",
]  # fmt: skip
Grade: TypeAlias = Literal["good", "fair", "poor"]
Level: TypeAlias = Literal[
    "analyst", "team-lead", "manager", "senior-manager", "director", "vice-president", "executive", "ceo",
]  # fmt: skip
"""The levels of an organisation, lowest first."""
Skill: TypeAlias = Literal[
    "technical", "interaction", "influence", "front-end-efficiency", "back-end-efficiency", "urgency"
]


class Climate(Part):
    """How it is to work in a team."""

    teamwork: Grade | None = None
    """How people help each other."""
    people_management: Grade | None = None
    """How people are led."""
    communication: Grade | None = None
    """How people hear what they need to know."""


class Team(Declared):
    """A unit that owns something, inside the organisation or at a partner."""

    function: Function | None = None
    """What the team is there for."""
    also_functions: tuple[Function, ...] = ()
    """What else it was given to do."""
    reports_to: OptionalRef["Team"] = UNSTATED
    """The team above it."""
    executive_seat: bool | None = None
    """Whether its head sits at the table where the organisation is run."""
    climate: Climate | None = None
    """How it is to work there."""
    employee_kpis: Refs["KPI"] = NONE_OF_THEM
    """What is measured about the experience of the people in it."""


class Role(Declared):
    """A job, not a person."""

    team: OptionalRef[Team] = UNSTATED
    """The team it belongs to."""
    title: Text | None = None
    """The title on the business card, where it differs from the name."""
    level: Level | None = None
    """Its level in the organisation."""
    responsibilities: tuple[Text, ...] = ()
    """What its holder answers for."""
    judged_by: Refs["KPI"] = NONE_OF_THEM
    """The measures its holder is judged by."""
    customer_facing: bool | None = None
    """Whether its holder meets customers."""
    skills: tuple[Skill, ...] = ()
    """What its holder is chosen for."""
    previous_title: Text | None = None
    """What the role was called before it was renamed."""
    previous_responsibilities: tuple[Text, ...] = ()
    """What its holder answered for before it was renamed."""
    coaching: Text | None = None
    """How its holder is coached."""
