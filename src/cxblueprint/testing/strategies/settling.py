"""From sketches to elements: ids told apart, references settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from cxblueprint.graph import Graph
from cxblueprint.model import COLLECTIONS, Blueprint, Journey, Part, RecoveryPlan, Stage, Step, kind_of
from cxblueprint.model.refs import PLACE

from .sketches import OWN_ACTION, OWN_STEP, Pairs, Reference, Sketch, TwoPlaces

Known: TypeAlias = Mapping[str, Sequence[str]]
"""What references may name, by kind."""

_NOTHING = object()
"""What cannot be said, because nothing is there to be named."""
_REFERABLE = re.compile(PLACE)


def settled_blueprint(sketch: Sketch) -> Blueprint:
    """Return the blueprint of a sketch; what would have to name something and cannot is left out of it."""
    declared = {name: _told_apart(sketch.facts[name]) for name in COLLECTIONS}
    known: dict[str, Sequence[str]] = {
        kind_of(model): [one.facts["id"] for one in declared[name]] for name, model in COLLECTIONS.items()
    }
    known["blueprint"] = [sketch.facts["id"]]
    declared["journeys"] = [_with_possible_steps(journey, known) for journey in declared["journeys"]]
    graph = _outline(declared["journeys"])
    # A long id with a number behind it may be too long to be written in a reference.
    known["step"] = [address for address in graph.ids_of("step") if _REFERABLE.match(address)]
    found = {name: [settled(one, known) for one in sketches] for name, sketches in declared.items()}
    elements = {name: [one for one in several if one is not None] for name, several in found.items()}
    return Blueprint(**_facts(replace(sketch, facts={**sketch.facts, **elements}), known))


def settled(sketch: Sketch, known: Known) -> Part | None:
    """Return the element of a sketch, or None where it has to name something and nothing is there."""
    if sketch.model is RecoveryPlan:
        actions = _told_apart(sketch.facts.get("actions", ()))
        known = {**known, OWN_ACTION: [action.facts["id"] for action in actions]}
        sketch = _with(sketch, actions=actions)
    if sketch.model is Journey:
        sketch = _with_possible_steps(sketch, known)
        (outline,) = _outline([sketch]).journeys.values()
        names = [to for to, steps in outline.by_id.items() if len(steps) == 1 and _REFERABLE.match(to)]
        known = {**known, OWN_STEP: names}
    facts = _facts(sketch, known)
    return sketch.model(**facts) if facts.keys() >= set(sketch.vital) else None


def _facts(sketch: Sketch, known: Known) -> dict[str, Any]:
    facts = {name: _settle(value, known) for name, value in sketch.facts.items()}
    return {name: value for name, value in facts.items() if value is not _NOTHING}


def _settle(value: object, known: Known) -> Any:  # noqa: ANN401  # whatever a field may hold
    match value:
        case Sketch():
            part = settled(value, known)
            return _NOTHING if part is None else part
        case list():
            return [one for one in (_settle(item, known) for item in value) if one is not _NOTHING]
        case Pairs():
            keys = [(_settle(key, known), text) for key, text in value.items]
            return {key: text for key, text in keys if key is not _NOTHING}
        case Reference():
            names = [*value.words]
            names += [
                value.form.format(kind=kind, id=one) for kind in value.kinds for one in known.get(kind, ())
            ]
            return names[value.position % len(names)] if names else _NOTHING
        case TwoPlaces():
            return _two_places(value, known)
    return value


def _two_places(places: TwoPlaces, known: Known) -> object:
    touchpoints, steps = known.get("touchpoint", ()), known.get("step", ())
    all_places = [*touchpoints, *steps]
    if not all_places:
        return _NOTHING
    first = all_places[places.first % len(all_places)]
    journey, slash, _ = first.partition("/")
    others = [step for step in steps if step.startswith(f"{journey}/")] if slash else touchpoints
    return first, others[places.second % len(others)]


def _told_apart(sketches: Iterable[Sketch]) -> list[Sketch]:
    """Return the sketches with a number behind each id that one before them has.

    Telling equal ids apart is what makes it needless to throw any away.
    """
    taken = set[str]()
    return [_with(one, id=_free(one.facts["id"], taken)) if "id" in one.facts else one for one in sketches]


def _free(wanted: str, taken: set[str]) -> str:
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted[:60]}-{number}"
    taken.add(free)
    return free


def _with(sketch: Sketch, **facts: object) -> Sketch:
    return replace(sketch, facts={**sketch.facts, **facts})


def _with_possible_steps(journey: Sketch, known: Known) -> Sketch:
    """Return a journey with its stages and steps told apart, without the steps at a touchpoint of nowhere."""
    stages = []
    for stage in _told_apart(journey.facts.get("stages", ())):
        steps = [_with_its_touchpoint(step, known) for step in stage.facts.get("steps", ())]
        possible = [step for step in steps if step.facts["touchpoint"] or "name" in step.facts]
        stages.append(_with(stage, steps=_told_apart(possible)))
    return _with(journey, stages=stages)


def _with_its_touchpoint(step: Sketch, known: Known) -> Sketch:
    touchpoint = _settle(step.facts.get("touchpoint"), known)
    return _with(step, touchpoint=None if touchpoint is _NOTHING else touchpoint)


def _outline(journeys: Iterable[Sketch]) -> Graph:
    """Return the graph of some journeys with nothing in them but what addresses are made of."""
    outlines = [
        Journey(
            id=journey.facts["id"],
            name="outline",
            stages=[
                Stage(
                    id=stage.facts.get("id"),
                    name=stage.facts["name"],
                    steps=[
                        Step(**{name: step.facts.get(name) for name in ("id", "name", "touchpoint")})
                        for step in stage.facts["steps"]
                    ],
                )
                for stage in journey.facts["stages"]
            ],
        )
        for journey in journeys
    ]
    return Graph(Blueprint(id="outlines", title="Outlines", journeys=outlines))
