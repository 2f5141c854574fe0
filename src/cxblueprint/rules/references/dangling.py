"""References that name nothing, with the way out of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.errors import suggest
from cxblueprint.graph import field_path, references_in
from cxblueprint.model import (
    COLLECTION_OF_KIND,
    COLLECTIONS,
    Blueprint,
    Handoff,
    Journey,
    RecoveryPlan,
    Stage,
    Step,
    Subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import Element

_INSIDE = {
    Blueprint: frozenset(COLLECTIONS),
    Journey: frozenset({"stages"}),
    Stage: frozenset({"steps"}),
}
"""Fields whose contents are elements of their own, so that they are looked through on their own."""


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference to something that is not declared."""

    kind: str
    id: str
    at: str
    way_out: str
    wrong: str = "which is not declared"


def dangling_references(graph: Graph) -> Iterator[tuple[Subject, Dangling]]:
    """Yield every reference that names nothing, element by element."""
    ways_out: dict[Subject, str] = {}  # a guess is slow, and one missing thing may be named a thousand times
    for subject, element in graph.elements():
        for reference in references_in(element, leave_out=_INSIDE.get(type(element), frozenset())):
            wanted = Subject(reference.kind, reference.id)
            if wanted not in graph:
                if wanted not in ways_out:
                    ways_out[wanted] = _way_out(graph, wanted)
                yield subject, Dangling(reference.kind, reference.id, reference.at, ways_out[wanted])
        for dangling in _by_other_means(graph, subject, element):
            yield subject, dangling


def _dangling(graph: Graph, wanted: Subject, at: str) -> Dangling:
    return Dangling(wanted.kind, wanted.id, at, _way_out(graph, wanted))


def _way_out(graph: Graph, wanted: Subject) -> str:
    guess = suggest(wanted.id, graph.ids_of(wanted.kind))
    collection = COLLECTION_OF_KIND.get(wanted.kind)
    declare = f"declare it under `{collection}`" if collection else f"use the address of a {wanted.kind}"
    return f"did you mean '{guess}'? otherwise {declare}" if guess else declare


def _by_other_means(graph: Graph, subject: Subject, element: Element) -> Iterator[Dangling]:
    """Yield what dangles among the names that are no plain references."""
    match element:
        case Step():
            yield from _in_step(graph, graph.journeys[subject.id.partition("/")[0]], element)
        case Journey(outcome=str(outcome)):
            yield from _no_such_step(graph.journeys[element.id], outcome, "outcome")
        case Handoff():
            for place, address in enumerate(element.between or ()):
                kind = "step" if "/" in address else "touchpoint"
                if Subject(kind, address) not in graph:
                    yield _dangling(graph, Subject(kind, address), field_path(("between", place)))
        case RecoveryPlan():
            yield from _in_recovery_plan(element)


def _in_step(graph: Graph, journey: JourneyNode, step: Step) -> Iterator[Dangling]:
    for place, way in enumerate(step.next or ()):
        yield from _no_such_step(journey, way.to, field_path(("next", place, "to")))
    for place, fail_point in enumerate(step.fail_points):
        kind, colon, target = (fail_point.service_recovery or "").partition(":")
        is_address = colon and kind == "journey" and " " not in target
        if is_address and target not in graph.journeys:
            at = field_path(("fail_points", place, "service_recovery"))
            yield _dangling(graph, Subject("journey", target), at)


def _in_recovery_plan(plan: RecoveryPlan) -> Iterator[Dangling]:
    known = [action.id for action in plan.actions]
    for place, action in enumerate(plan.actions):
        for before, name in enumerate(action.after):
            if name not in known:
                guess = suggest(name, known)
                hint = f"did you mean '{guess}'?" if guess else "name the id of an action of this plan"
                yield Dangling("action", name, field_path(("actions", place, "after", before)), hint)


def _no_such_step(journey: JourneyNode, to: str, at: str) -> Iterator[Dangling]:
    found = journey.by_id.get(to, ())
    if len(found) > 1:
        places = " or ".join(f"'{step.stage.id}/{step.id}'" for step in found)
        yield Dangling(
            "step", to, at, f"write {places}", f"which {len(found)} steps of the journey are called"
        )
    elif not found:
        guess = suggest(to, journey.by_id)
        known = "name the id of a step of this journey"
        yield Dangling("step", to, at, f"did you mean '{guess}'? otherwise {known}" if guess else known)
