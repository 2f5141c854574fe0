"""What the graph is made of: journeys, stages and steps with their addresses, and the edges between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxblueprint.model import Subject
from cxblueprint.notebook import html_table

if TYPE_CHECKING:
    from cxblueprint.model import Journey, Promise, Stage, Step, Touchpoint


@dataclass(slots=True, eq=False, repr=False)
class StepNode:
    """A step of a journey, resolved."""

    step: Step
    id: str
    number: int
    """Its place in the journey, from 1."""
    stage: StageNode
    touchpoint: Touchpoint | None
    """The touchpoint it names, or None where it names none or one that is not declared."""
    outgoing: tuple[Edge, ...] = ()
    incoming: tuple[Edge, ...] = ()
    leaves_request_open: bool = False
    """Whether something the customer asked for may still be open when the step is over."""

    @property
    def journey(self) -> JourneyNode:
        """The journey it belongs to."""
        return self.stage.journey

    @property
    def address(self) -> str:
        """Its address, such as `get-help/ask/hotline`."""
        return f"{self.stage.address}/{self.id}"

    @property
    def subject(self) -> Subject:
        """What findings call it."""
        return Subject("step", self.address)

    @property
    def has_wait(self) -> bool:
        """Whether the customer waits once it is over; a wait of nothing is none."""
        return self.step.wait is not None and self.step.wait.amount > 0

    @property
    def label(self) -> str:
        """What people call it: its name, else its touchpoint's."""
        if self.step.name:
            return self.step.name
        return self.touchpoint.label if self.touchpoint else (self.step.touchpoint or self.id)

    def __repr__(self) -> str:
        return f"<StepNode {self.address}>"


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A way from one step to another."""

    source: StepNode
    target: StepNode
    when: str | None = None
    share: float | None = None
    implied: bool = False
    """Whether it is there because the steps follow each other, not because `next` says so."""

    @property
    def goes_back(self) -> bool:
        """Whether it leads to an earlier step, or to the same."""
        return self.target.number <= self.source.number


@dataclass(slots=True, eq=False, repr=False)
class StageNode:
    """A stage of a journey, resolved."""

    stage: Stage
    id: str
    number: int
    """Its place in the journey, from 1."""
    journey: JourneyNode
    steps: tuple[StepNode, ...] = ()

    @property
    def address(self) -> str:
        """Its address, such as `get-help/ask`."""
        return f"{self.journey.id}/{self.id}"

    @property
    def subject(self) -> Subject:
        """What findings call it."""
        return Subject("stage", self.address)

    @property
    def label(self) -> str:
        """What people call it."""
        return self.stage.name

    def __repr__(self) -> str:
        return f"<StageNode {self.address}>"


@dataclass(slots=True, eq=False, repr=False)
class JourneyNode:
    """A journey, resolved: its steps in order and the ways between them."""

    journey: Journey
    stages: tuple[StageNode, ...] = ()
    steps: tuple[StepNode, ...] = ()
    edges: tuple[Edge, ...] = ()
    by_id: dict[str, tuple[StepNode, ...]] = field(default_factory=dict)
    """The steps by their id, and by `stage/step`."""

    @property
    def id(self) -> str:
        """The journey's id."""
        return self.journey.id

    @property
    def address(self) -> str:
        """Its address: the id."""
        return self.journey.id

    @property
    def subject(self) -> Subject:
        """What findings call it."""
        return Subject("journey", self.journey.id)

    @property
    def label(self) -> str:
        """What people call it."""
        return self.journey.label

    @property
    def is_live(self) -> bool:
        """Whether customers travel it today."""
        return self.journey.status == "live"

    def find(self, to: str) -> StepNode | None:
        """Return the step that `to` names (`step` or `stage/step`), or None if none or several do."""
        found = self.by_id.get(to, ())
        return found[0] if len(found) == 1 else None

    @property
    def outcome(self) -> StepNode | None:
        """The step at which the customer has reached the goal, or None where it is not stated."""
        return self.find(self.journey.outcome) if self.journey.outcome else None

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The touchpoints it uses, each once, in the order in which they are first met."""
        met = {step.touchpoint.id: step.touchpoint for step in self.steps if step.touchpoint}
        return tuple(met.values())

    @property
    def owners(self) -> tuple[str, ...]:
        """The ids of the teams that own its touchpoints, each once, in the order they are first met."""
        owners = (touchpoint.owner for touchpoint in self.touchpoints)
        return tuple(dict.fromkeys(owner for owner in owners if owner is not None))

    def __repr__(self) -> str:
        return f"<JourneyNode {self.id}>"

    def _repr_html_(self) -> str:
        """Return the journey as a table, for a notebook."""
        header = ("", "Step", "Stage", "The customer", "Touchpoint", "Owner", "Feeling", "Wait")
        rows = (
            (
                str(node.number),
                node.label,
                node.stage.label,
                node.step.customer or "",
                node.step.touchpoint or "",
                (node.touchpoint.owner or "") if node.touchpoint else "",
                "" if node.step.emotion is None else f"{node.step.emotion:+d}",
                node.step.wait.in_words if node.step.wait is not None else "",
            )
            for node in self.steps
        )
        return html_table(self.label, header, rows)


def standards_on(promise: Promise) -> frozenset[str]:
    """Return the ids of all standards on a promise's path."""
    legs = ((leg,) if isinstance(leg, str) else leg for leg in promise.path)
    return frozenset(standard for leg in legs for standard in leg)
