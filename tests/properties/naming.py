"""What names what in a blueprint, read from the models' own description of their references.

Names that are no plain references are known one by one: ways on, outcomes, places of hand-offs, journeys that
put things right, and actions that wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import cxblueprint as cx
from cxblueprint.graph import JourneyNode, StepNode, references_in
from cxblueprint.model import Subject

Way: TypeAlias = tuple[str | int, ...]
"""A way through plain data, such as `("teams", 0, "id")`."""
Form: TypeAlias = Literal["id", "address", "key", "step", "stage and step", "action"]
"""How a name is written: as the id or address alone, with the kind before it, as the key of a text, or as
within a journey or a plan."""
ACTION = "action"
"""The kind of the actions of recovery plans, addressed `plan/action`: findings never call them so."""


class Name(NamedTuple):
    """A name of something that is there."""

    way: Way
    meant: Subject
    form: Form


def things_in(blueprint: cx.Blueprint) -> list[Subject]:
    """Return everything that has an id, in the order of the vocabulary, actions last."""
    plans = ((plan.id, action.id) for plan in blueprint.recovery_plans for action in plan.actions)
    inside = [Subject(ACTION, f"{plan}/{action}") for plan, action in plans]
    return [*(subject for subject, _ in cx.Graph(blueprint).elements()), *inside]


def way_to(graph: cx.Graph, thing: Subject) -> Way:
    way = graph.path_of(thing)
    assert way is not None, f"there is no {thing}"
    return way


def names_in(graph: cx.Graph) -> Iterator[Name]:
    """Yield each name of something that is there; what dangles is left out."""
    for reference in references_in(graph.blueprint):
        meant = Subject(reference.kind, reference.id)
        if meant in graph:
            yield Name(reference.path, meant, reference.form)
    for journey in graph.journeys.values():
        yield from _names_in_journey(graph, journey)
    yield from _places_of_handoffs(graph)
    yield from _actions_waited_for(graph)


def _names_in_journey(graph: cx.Graph, journey: JourneyNode) -> Iterator[Name]:
    if journey.outcome is not None:
        way = (*way_to(graph, journey.subject), "outcome")
        yield Name(way, journey.outcome.subject, _form(journey.journey.outcome))
    for step in journey.steps:
        way = way_to(graph, step.subject)
        yield from _ways_on(step, way)
        for place, fail_point in enumerate(step.step.fail_points):
            kind, _, name = (fail_point.service_recovery or "").partition(":")
            if kind == "journey" and name in graph.journeys:
                recovery = (*way, "fail_points", place, "service_recovery")
                yield Name(recovery, Subject("journey", name), "address")


def _ways_on(step: StepNode, way: Way) -> Iterator[Name]:
    for place, further in enumerate(step.step.next or ()):
        target = step.journey.find(further.to)
        if target is not None:
            yield Name((*way, "next", place, "to"), target.subject, _form(further.to))


def _form(name: str | None) -> Form:
    return "stage and step" if "/" in (name or "") else "step"


def _places_of_handoffs(graph: cx.Graph) -> Iterator[Name]:
    for number, handoff in enumerate(graph.blueprint.handoffs):
        for place, address in enumerate(handoff.between or ()):
            meant = Subject("step" if "/" in address else "touchpoint", address)
            if meant in graph:
                yield Name(("handoffs", number, "between", place), meant, "id")


def _actions_waited_for(graph: cx.Graph) -> Iterator[Name]:
    for number, plan in enumerate(graph.blueprint.recovery_plans):
        known = {action.id for action in plan.actions}
        for place, action in enumerate(plan.actions):
            for before, name in enumerate(action.after):
                if name in known:
                    way = ("recovery_plans", number, "actions", place, "after", before)
                    yield Name(way, Subject(ACTION, f"{plan.id}/{name}"), "action")
