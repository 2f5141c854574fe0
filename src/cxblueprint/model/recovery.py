"""Getting back to normal after something went wrong."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from .base import Declared, Part, Slug, Text
from .durations import Cadence, Duration
from .refs import (
    NONE_OF_THEM,
    UNSTATED,
    Many,
    OptionalRef,
    OptionalWritten,
    Ref,
    Refs,
)

if TYPE_CHECKING:
    from .escalation import Cause
    from .kpis import KPI
    from .organisation import Team


class CauseShare(Part):
    """A cause, and how much of the harm it explains."""

    cause: Ref["Cause"]
    """The cause that is meant."""
    share: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None
    """Its share of the harm, from 0 to 1. The largest one is the main cause."""


class RecoveryAction(Part):
    """Something done to get back to normal."""

    id: Slug
    """What other actions refer to it by."""
    text: Text | None = None
    """What is done."""
    kind: Literal["containment", "corrective"] | None = None
    """Whether it stops the harm at once, or removes a cause."""
    lead_time: OptionalWritten[Duration] = UNSTATED
    """How long it takes once it can start."""
    after: tuple[Slug, ...] = ()
    """The actions of this plan that must be finished first."""
    addresses: Refs["Cause"] = NONE_OF_THEM
    """The causes that it removes."""
    owner: OptionalRef["Team"] = UNSTATED
    """The team that does it."""
    done: bool = False
    """Whether it is finished."""


class Milestone(Part):
    """A day by which something is to be seen."""

    name: Text
    """What is to be seen."""
    date: dt.date
    """The day by which it is to be seen."""


class Closure(Part):
    """The customer's word that it is over."""

    by: Text
    """Who on the customer's side said so."""
    on: dt.date | None = None
    """When it was confirmed."""


class RecoveryPlan(Declared):
    """The way back to normal."""

    causes: Many[CauseShare] = NONE_OF_THEM
    """Why it happened."""
    started: dt.date | None = None
    """When the recovery began."""
    actions: Many[RecoveryAction] = NONE_OF_THEM
    """What is done."""
    milestones: Many[Milestone] = NONE_OF_THEM
    """What is to be seen by when."""
    reviewed_on: dt.date | None = None
    """When the plan was reviewed."""
    committed_on: dt.date | None = None
    """When the customer was given a date."""
    committed_to: dt.date | None = None
    """The date the customer was given."""
    bau_date: dt.date | None = None
    """When business is as usual again."""
    headline: Refs["KPI"] = NONE_OF_THEM
    """The one or two measures that show whether the needle moves."""
    review_cadence: OptionalWritten[Cadence] = UNSTATED
    """How often it is gone through with the customer."""
    feedback_asked: tuple[Literal["root-cause", "plan", "progress", "support"], ...] = ()
    """What the customer is asked about."""
    trust_regained: Text | None = None
    """How one knows that trust is back."""
    closure_confirmed: Closure | None = None
    """Who on the customer's side confirmed that it is over."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        seen = set[str]()
        for action in self.actions:
            if action.id in seen:
                msg = f"recovery plan {self.id!r} has two actions with the id {action.id!r}"
                raise ValueError(msg)
            seen.add(action.id)
        return self
