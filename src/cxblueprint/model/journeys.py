"""Journeys: a customer's way to a goal, in stages and steps."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator

from cxblueprint.notebook import html_table

from .base import Declared, Element, Part, Slug, Text
from .durations import Duration
from .refs import (
    NONE_OF_THEM,
    SLUG,
    UNSTATED,
    Many,
    OptionalMany,
    OptionalRef,
    OptionalWritten,
    Ref,
    Refs,
)

if TYPE_CHECKING:
    from .customers import Persona, Segment
    from .kpis import KPI
    from .organisation import Team
    from .touchpoints import Touchpoint

Phase: TypeAlias = Literal["aware", "choose", "buy", "start", "use", "get-help", "renew", "leave"]
StepId: TypeAlias = Annotated[str, StringConstraints(pattern=rf"{SLUG[:-1]}(/{SLUG[1:-1]})?$")]
"""A step's id, or `stage/step` where the id is not unique in the journey."""


def _of_type(mapping: str, other: str) -> Callable[[Any], str]:
    return lambda value: mapping if isinstance(value, dict) else other


if TYPE_CHECKING:
    ValueToCustomer = str | dict[str, str]
else:
    ValueToCustomer = Annotated[
        Annotated[Text, Tag("text")] | Annotated[dict[Ref["Segment"], Text], Tag("per segment")],
        Discriminator(_of_type("per segment", "text")),
    ]


class FailPoint(Part):
    """Something that may go wrong for the customer."""

    text: Text
    """What may go wrong."""
    service_recovery: Text | None = None
    """How it is put right: in words, or by the journey that does so.

    A journey is named as `journey:make-good`.
    """


class Next(Part):
    """A way on from a step."""

    to: StepId
    """The step that follows.

    Its id, or `stage/step` where the id is not unique in the journey.
    """
    when: Text | None = None
    """When the customer takes this way."""
    share: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None
    """The share of customers who take it, from 0 to 1."""


class Step(Element):
    """One thing that happens on a journey: at a touchpoint, or something the customer does alone."""

    id: Slug | None = None
    """What `next` and findings call it; its touchpoint's id unless stated."""
    touchpoint: OptionalRef["Touchpoint"] = UNSTATED
    """The touchpoint where it happens; none for something the customer does alone."""
    name: Text | None = None
    """What the step is called; its touchpoint's name unless stated."""
    actor: OptionalRef["Persona"] = UNSTATED
    """Who acts on the customer's side."""
    customer: Text | None = None
    """What the customer does."""
    thinking: Text | None = None
    """What the customer thinks."""
    emotion: Annotated[int, Field(ge=-2, le=2)] | None = None
    """How the customer feels, from -2 to 2."""
    pains: tuple[Text, ...] = ()
    """What makes it hard."""
    opportunities: tuple[Text, ...] = ()
    """What would make it better."""
    wait: OptionalWritten[Duration] = UNSTATED
    """How long the customer waits after this step."""
    moment_of_truth: bool = False
    """Whether the customer judges us by this step."""
    fail_points: Many[FailPoint] = NONE_OF_THEM
    """What may go wrong here."""
    closes_request: bool = False
    """Whether what the customer asked for is settled here."""
    next: OptionalMany[Next] = UNSTATED
    """Where the customer goes from here, where that is not the following step alone.

    An empty list ends the journey.
    """
    parallel: bool = False
    """Whether all ways on are taken at the same time, in place of one of them."""

    @model_validator(mode="after")
    def _is_called_something(self) -> Self:
        if self.touchpoint is None and self.name is None:
            msg = "a step names its 'touchpoint', or has a 'name' where the customer acts alone"
            raise ValueError(msg)
        return self


class Stage(Element):
    """A part of a journey, as the customer would divide it."""

    id: Slug | None = None
    """What addresses call it; made from its name unless stated."""
    name: Text
    """What the stage is called."""
    phase: Phase | None = None
    """Which part of the customer's life with us it belongs to."""
    steps: Many[Step] = NONE_OF_THEM
    """What happens, in order."""


class Journey(Declared):
    """A customer's way to a goal, told in stages and steps."""

    segments: Refs["Segment"] = NONE_OF_THEM
    """Whose journey it is."""
    owner: OptionalRef["Team"] = UNSTATED
    """The one team that answers for the whole of it."""
    value_to_customer: ValueToCustomer | None = None
    """What the customer gains: one text, or one for each segment."""
    kpis: Refs["KPI"] = NONE_OF_THEM
    """What is measured about the whole of it."""
    outcome: StepId | None = None
    """The step at which the customer has reached the goal."""
    state: Literal["as-is", "to-be"] | None = None
    """Whether it is told as it is or as it is to be."""
    replaces: OptionalRef["Journey"] = UNSTATED
    """The journey that it is to replace."""
    basis: Literal["assumed", "researched", "validated"] | None = None
    """What it rests on."""
    reviewed: dt.date | None = None
    """When it was last held against reality."""
    review_every: OptionalWritten[Duration] = UNSTATED
    """How often it is to be held against reality."""
    status: Literal["draft", "live"] = "live"
    """Whether customers travel it today."""
    stages: Many[Stage] = NONE_OF_THEM
    """Its stages, in order."""

    def _repr_html_(self) -> str:
        """Return the journey as it is declared, as a table for a notebook."""
        header = ("", "Step", "Stage", "The customer", "Touchpoint", "Feeling", "Wait")
        steps = ((stage, step) for stage in self.stages for step in stage.steps)
        rows = (
            (
                str(number),
                step.name or step.touchpoint or "",
                stage.name,
                step.customer or "",
                step.touchpoint or "",
                "" if step.emotion is None else f"{step.emotion:+d}",
                step.wait.in_words if step.wait is not None else "",
            )
            for number, (stage, step) in enumerate(steps, 1)
        )
        return html_table(self.name, header, rows)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        _refuse_twice("stage", (stage.id for stage in self.stages), f"journey {self.id!r}")
        for stage in self.stages:
            _refuse_twice("step", (step.id for step in stage.steps), f"stage {stage.name!r}")
        return self


def _refuse_twice(kind: str, ids: Any, where: str) -> None:
    seen = set[str]()
    for found in ids:
        if found is not None and found in seen:
            msg = f"{where} has two {kind}s with the id {found!r}"
            raise ValueError(msg)
        seen.add(found)
