"""References that name nothing, with the way out of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.checks import Rename, Replace
from cxblueprint.errors import clear_guess, suggest
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

    from cxblueprint.checks import Repair
    from cxblueprint.graph import Graph, Reference
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
    repair: Repair | None = None
    """What is certainly meant, where the name can only be a slip."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """What may be done about a name that is not known."""

    way_out: str
    clear: str | None
    """The name that it can only be a slip of."""


def dangling_references(graph: Graph) -> Iterator[tuple[Subject, Dangling]]:
    """Yield every reference that names nothing, element by element."""
    guesses: dict[Subject, _Guess] = {}  # one missing thing may be named a thousand times
    for subject, element in graph.elements():
        for reference in references_in(element, leave_out=_INSIDE.get(type(element), frozenset())):
            wanted = Subject(reference.kind, reference.id)
            if wanted not in graph:
                if wanted not in guesses:
                    guesses[wanted] = _guess(graph, wanted)
                guess = guesses[wanted]
                repair = _repair(reference, guess.clear, subject)
                yield subject, Dangling(*wanted, reference.at, guess.way_out, repair=repair)
        for dangling in _by_other_means(graph, subject, element):
            yield subject, dangling


def _repair(reference: Reference, clear: str | None, namer: Subject) -> Repair | None:
    """Return how a reference becomes the one that is clearly meant; nothing means itself."""
    if clear is None or Subject(reference.kind, clear) == namer:
        return None
    if reference.form == "key":
        return Rename(reference.at, clear)
    return Replace(reference.at, f"{reference.kind}:{clear}" if reference.form == "address" else clear)


def _dangling(graph: Graph, wanted: Subject, at: str, before: str = "") -> Dangling:
    """Return a name that is written as an id, with or without something before it."""
    guess = _guess(graph, wanted)
    repair = Replace(at, before + guess.clear) if guess.clear else None
    return Dangling(wanted.kind, wanted.id, at, guess.way_out, repair=repair)


def _guess(graph: Graph, wanted: Subject) -> _Guess:
    known = graph.ids_of(wanted.kind)
    clear = clear_guess(wanted.id, known)
    nearest = clear or suggest(wanted.id, known)
    if wanted.kind == "step" and clear is not None and not _keeps_its_id(graph, Subject("step", clear)):
        clear = None
    collection = COLLECTION_OF_KIND.get(wanted.kind)
    declare = f"declare it under `{collection}`" if collection else f"use the address of a {wanted.kind}"
    return _Guess(f"did you mean '{nearest}'? otherwise {declare}" if nearest else declare, clear)


def _keeps_its_id(graph: Graph, subject: Subject) -> bool:
    """Tell whether a step is not called by a touchpoint whose name may be a slip too."""
    step = graph.element(subject)
    touchpoint = step.touchpoint if isinstance(step, Step) and step.id is None else None
    return touchpoint is None or touchpoint in graph.touchpoints


def _by_other_means(graph: Graph, subject: Subject, element: Element) -> Iterator[Dangling]:
    """Yield what dangles among the names that are no plain references."""
    match element:
        case Step():
            yield from _in_step(graph, subject, element)
        case Journey(outcome=str(outcome)):
            yield from _no_such_step(graph, subject, outcome, "outcome")
        case Handoff():
            for place, address in enumerate(element.between or ()):
                kind = "step" if "/" in address else "touchpoint"
                if Subject(kind, address) not in graph:
                    yield _dangling(graph, Subject(kind, address), field_path(("between", place)))
        case RecoveryPlan():
            yield from _in_recovery_plan(element)


def _in_step(graph: Graph, subject: Subject, step: Step) -> Iterator[Dangling]:
    for place, way in enumerate(step.next or ()):
        yield from _no_such_step(graph, subject, way.to, field_path(("next", place, "to")))
    for place, fail_point in enumerate(step.fail_points):
        kind, colon, target = (fail_point.service_recovery or "").partition(":")
        is_address = colon and kind == "journey" and " " not in target
        if is_address and target not in graph.journeys:
            at = field_path(("fail_points", place, "service_recovery"))
            yield _dangling(graph, Subject("journey", target), at, "journey:")


def _in_recovery_plan(plan: RecoveryPlan) -> Iterator[Dangling]:
    known = [action.id for action in plan.actions]
    for place, action in enumerate(plan.actions):
        for before, name in enumerate(action.after):
            if name not in known:
                clear = clear_guess(name, known)
                guess = clear or suggest(name, known)
                hint = f"did you mean '{guess}'?" if guess else "name the id of an action of this plan"
                at = field_path(("actions", place, "after", before))
                repair = Replace(at, clear) if clear and clear != action.id else None
                yield Dangling("action", name, at, hint, repair=repair)


def _no_such_step(graph: Graph, namer: Subject, to: str, at: str) -> Iterator[Dangling]:
    journey = graph.journeys[namer.id.partition("/")[0]]
    found = journey.by_id.get(to, ())
    if len(found) > 1:
        places = " or ".join(f"'{step.stage.id}/{step.id}'" for step in found)
        yield Dangling(
            "step", to, at, f"write {places}", f"which {len(found)} steps of the journey are called"
        )
    elif not found:
        clear = clear_guess(to, journey.by_id)
        guess = clear or suggest(to, journey.by_id)
        known = "name the id of a step of this journey"
        hint = f"did you mean '{guess}'? otherwise {known}" if guess else known
        meant = journey.find(clear) if clear else None
        is_certain = meant is not None and meant.subject != namer and _keeps_its_id(graph, meant.subject)
        yield Dangling("step", to, at, hint, repair=Replace(at, clear) if clear and is_certain else None)
