"""Who walks a journey, and what of it holds for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.graph import Graph, JourneyNode, StepNode
    from cxblueprint.model import Persona, Promise, ServiceStandard


def personas_for(graph: Graph, journey: JourneyNode) -> tuple[Persona, ...]:
    """Return the personas who may walk a journey, in order of declaration.

    They are of one of its segments, or take one of its steps. A journey that names no segment is
    anybody's.
    """
    segments = journey.journey.segments
    acting = {step.step.actor for step in journey.steps}
    return tuple(
        persona
        for persona in graph.personas.values()
        if not segments or persona.segment in segments or persona.id in acting
    )


@dataclass(frozen=True)
class Walker:
    """A persona on a journey, or nobody in particular."""

    graph: Graph
    journey: JourneyNode
    persona: Persona | None

    @cached_property
    def segment(self) -> str | None:
        """The id of the persona's segment, where that is known."""
        return self.persona.segment if self.persona is not None else None

    def actor_at(self, step: StepNode) -> Persona | None:
        """Return who takes a step on the customer's side, where that is somebody else."""
        actor = self.graph.personas.get(step.step.actor or "")
        return None if actor is self.persona else actor

    def is_another_customer(self, actor: Persona) -> bool:
        """Tell whether somebody walks the journey for themselves, and not at the walker's side."""
        return (
            self.segment is not None
            and actor.segment != self.segment
            and {self.segment, actor.segment} <= set(self.journey.journey.segments)
        )

    def passes_by(self, step: StepNode) -> bool:
        """Tell whether a step is for customers of this journey who are of another segment."""
        touchpoint = step.touchpoint
        if self.persona is None or self.segment is None or touchpoint is None or not touchpoint.segments:
            return False
        walking = self.journey.journey.segments or (self.segment, *touchpoint.segments)
        return (
            step.step.actor != self.persona.id
            and self.segment in walking
            and self.segment not in touchpoint.segments
            and not set(walking).isdisjoint(touchpoint.segments)
        )

    def holds(self, thing: Promise | ServiceStandard, step: StepNode) -> bool:
        """Tell whether a promise or a standard holds for whoever takes a step: the walker, or who helps."""
        concerned = self._concerned(step)
        if not concerned:
            return True
        if thing.accounts and not thing.segments:
            accounts = (self.graph.accounts.get(account) for account in thing.accounts)
            return _meet([account.segment for account in accounts if account is not None], concerned)
        return not thing.segments or _meet(thing.segments, concerned)

    def _concerned(self, step: StepNode) -> tuple[str, ...]:
        """Return the segments of whoever takes a step; none where nobody knows."""
        if self.segment is None:
            return ()
        actor = self.actor_at(step)
        if actor is None or actor.segment is None or self.is_another_customer(actor):
            return (self.segment,)
        return self.segment, actor.segment

    @cached_property
    def values(self) -> tuple[tuple[str | None, str], ...]:
        """What the walker gains, each after the segment that gains it."""
        stated = self.journey.journey.value_to_customer
        if stated is None:
            return ()
        if isinstance(stated, str):
            return ((None, stated),)
        if self.segment is None or self.segment not in self.journey.journey.segments:
            return tuple(stated.items())
        return ((None, stated[self.segment]),) if self.segment in stated else ()

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The segments that the walker may be of."""
        return (self.segment,) if self.segment is not None else self.journey.journey.segments


def _meet(some: Collection[str | None], others: Collection[str]) -> bool:
    return not set(others).isdisjoint(some)
