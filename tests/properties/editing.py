"""Blueprints as people change them: things renamed, added, moved and removed, names along with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import cxblueprint as cx
from cxblueprint.model import COLLECTION_OF_KIND, Declared, Subject, kind_of

from .naming import ACTION, Form, Way, names_in, things_in, way_to

Data: TypeAlias = dict[str, Any]


class Renamed(NamedTuple):
    """A blueprint in which something is called otherwise, everywhere."""

    blueprint: cx.Blueprint
    before: Mapping[Subject, Subject]
    """What everything in it was called before."""


def data_of(blueprint: cx.Blueprint) -> Data:
    """Return a blueprint as plain data that may be changed: lists and mappings, and values as they are."""
    found: Data = _changeable(blueprint.model_dump(exclude_unset=True))
    return found


def _changeable(value: object) -> Any:  # noqa: ANN401  # whatever a field may hold
    if isinstance(value, dict):
        return {key: _changeable(item) for key, item in value.items()}
    return [_changeable(item) for item in value] if isinstance(value, list | tuple) else value


def made_of(data: Data) -> cx.Blueprint:
    return cx.Blueprint.model_validate(data)


def at(data: Any, way: Sequence[str | int]) -> Any:  # noqa: ANN401  # whatever a field may hold
    """Return what stands at the end of a way."""
    for part in way:
        data = data[part]
    return data


def put(data: Data, way: Way, value: object) -> None:
    at(data, way[:-1])[way[-1]] = value


def take_out(data: Data, way: Way) -> None:
    del at(data, way[:-1])[way[-1]]


# Renaming


def renamed(blueprint: cx.Blueprint, names: Mapping[Subject, str]) -> Renamed:
    """Return a blueprint in which some things have other ids, and whatever names them names them so.

    Steps of one journey that share an id keep sharing it: what means one of several is not to change.
    """
    graph = cx.Graph(blueprint)
    data = data_of(blueprint)
    for thing, new in names.items():
        for way in _ids_of(graph, thing):
            put(data, way, new)
    for step in graph.steps:  # steps are called by their touchpoints
        new_touchpoint = names.get(Subject("touchpoint", step.step.touchpoint or ""))
        if new_touchpoint is not None:
            put(data, (*way_to(graph, step.subject), "touchpoint"), new_touchpoint)
    after = made_of(data)
    called = dict(zip(things_in(blueprint), things_in(after), strict=True))
    return Renamed(_named_so(graph, data, called), {now: before for before, now in called.items()})


def _ids_of(graph: cx.Graph, thing: Subject) -> Iterator[Way]:
    """Yield where the id of a thing stands, or is to stand where it was not stated."""
    if thing.kind == ACTION:
        plan_id, _, action_id = thing.id.partition("/")
        ways: Iterator[Way] = (
            ("recovery_plans", number, "actions", place, "id")
            for number, plan in enumerate(graph.blueprint.recovery_plans)
            for place, action in enumerate(plan.actions)
            if (plan.id, action.id) == (plan_id, action_id)
        )
        yield from ways
    elif thing.kind == "step":
        journey, _, inside = thing.id.partition("/")
        steps = graph.journeys[journey].by_id
        yield from ((*way_to(graph, step.subject), "id") for step in steps[steps[inside][0].id])
    else:
        yield (*way_to(graph, thing), "id")


def _named_so(graph: cx.Graph, data: Data, called: Mapping[Subject, Subject]) -> cx.Blueprint:
    """Return the blueprint of some data in which names are written as things are called now."""
    after = cx.Graph(made_of(data))
    keys: list[tuple[Way, str]] = []
    for way, meant, form in names_in(graph):
        now = called.get(meant, meant)
        if now == meant:
            continue
        if form == "key":
            keys.append((way, now.id))
        else:
            put(data, way, _written(after, now, form))
    for way, key in keys:
        _rename_key(data, way, key)
    return made_of(data)


def _written(graph: cx.Graph, thing: Subject, form: Form) -> str:
    match form:
        case "address":
            return str(thing)
        case "action" | "stage and step":
            return thing.id.partition("/")[2]
        case "step":
            journey, _, inside = thing.id.partition("/")
            alone = inside.partition("/")[2]
            return alone if graph.journeys[journey].find(alone) is not None else inside
        case _:
            return thing.id


def _rename_key(data: Data, way: Way, new: str) -> None:
    """Call a key otherwise and keep its place."""
    mapping: Data = at(data, way[:-1])
    items = [(new if key == way[-1] else key, value) for key, value in mapping.items()]
    mapping.clear()
    mapping.update(items)


# Adding, moving and removing


def with_one_more(blueprint: cx.Blueprint, element: Declared) -> cx.Blueprint:
    """Return a blueprint with a declared thing more, at the end of its kind."""
    name = COLLECTION_OF_KIND[kind_of(element)]
    return blueprint.replace(**{name: (*getattr(blueprint, name), element)})


def with_allowance(blueprint: cx.Blueprint, thing: Subject, allowance: cx.Allowance) -> cx.Blueprint:
    """Return a blueprint in which something accepts the findings of a rule, after what it accepts already."""
    data = data_of(blueprint)
    allow = at(data, way_to(cx.Graph(blueprint), thing)).setdefault("allow", [])
    allow.append(allowance.model_dump(exclude_unset=True))
    return made_of(data)


def moved(blueprint: cx.Blueprint, step: Subject, stage: Subject, place: int) -> cx.Blueprint:
    """Return a blueprint in which a step stands in another stage, or elsewhere in its own.

    Names stay as they were written: some of them dangle then, or mean another step.
    """
    graph = cx.Graph(blueprint)
    data = data_of(blueprint)
    way, goal = way_to(graph, step), way_to(graph, stage)
    what = at(data, way)
    take_out(data, way)
    steps = at(data, goal).setdefault("steps", [])
    if any(other.get("id") == what.get("id") is not None for other in steps):
        what = {**what, "id": None}
    steps.insert(place % (len(steps) + 1), what)
    return made_of(data)


def removed(blueprint: cx.Blueprint, thing: Subject, *, cleaned: bool = False) -> cx.Blueprint:
    """Return a blueprint without a declared thing, a stage or a step; what names it dangles.

    With `cleaned`, its names and those of what stands in it go too, and what is nothing without them.
    """
    graph = cx.Graph(blueprint)
    data = data_of(blueprint)
    gone = [way_to(graph, thing)]
    if cleaned:
        inside = (thing.id, f"{thing.id}/")
        lost = [
            name.way
            for name in names_in(graph)
            if name.meant == thing or (name.meant.id.startswith(inside[1]) and name.meant.kind in PARTS)
        ]
        gone += [_nothing_without(data, way) for way in lost]
    for way in sorted(set(gone), key=_last_first):
        if not any(way[: len(other)] == other for other in gone if other != way):
            take_out(data, way)
    return made_of(data)


PARTS = ("stage", "step", ACTION)


def _last_first(way: Way) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts later items of a list before earlier ones, so that taking one out moves none."""
    return tuple((0, -part, "") if isinstance(part, int) else (1, 0, part) for part in way)


def _nothing_without(data: Data, way: Way) -> Way:
    """Return what has to go where a name goes: the name itself, or what is malformed without it."""
    match way:
        case (*before, ("to" | "cause" | "giver" | "receiver")):
            return tuple(before)
        case (*before, "between", int()):
            return (*before, "between")
        case (*before, "touchpoint") if "steps" in before and "name" not in at(data, before):
            return tuple(before)
    return way
