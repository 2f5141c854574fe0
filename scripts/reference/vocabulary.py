"""The vocabulary as tables: every root key, every thing, every field."""

from __future__ import annotations

import datetime as dt
import re
import typing
from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

import cxblueprint as cx
from cxblueprint.loading import Limits
from cxblueprint.loading.limits import in_bytes
from cxblueprint.model import COLLECTIONS, METRICS, Blueprint, Declared, Element
from cxblueprint.model.base import Part
from cxblueprint.model.durations import TextValue
from cxblueprint.model.glossary import _stated_in, choices, field_meanings, meaning
from cxblueprint.model.refs import SLUG, _AddressOfAny, _ReferenceTo, kebab

_SPELLED = {
    "Duration": "[duration](#durations)", "Cadence": "[cadence](#cadences)", "Target": "[target](#targets)",
    "Figure": "[figure](#figures)", "Scale": "[scale](#scales)", "OpeningHours": "[hours](#opening-hours)",
}  # fmt: skip
_BY_HAND = {
    (Blueprint, "format"): "`1`",
    ("Journey", "value_to_customer"): "text, or one text for each [segment](#segment)'s id",
    ("Journey", "outcome"): "[step](#step)'s id, or `stage/step`",
    ("Next", "to"): "[step](#step)'s id, or `stage/step`",
    (
        "Promise",
        "path",
    ): "list of [service standards](#service-standard)' ids; a list inside runs side by side",
    ("Handoff", "between"): "two [touchpoints](#touchpoint)' ids, or two [steps](#step)' addresses",
    ("RecoveryAction", "after"): "list of ids of actions of this plan",
    ("Calendar", "time_zone"): "time zone",
    ("Calendar", "cut_off"): "time of day, `00:00` to `23:59`",
    ("KPI", "metric"): "[metric](#metrics), or a word of your own",
    ("Element", "custom"): "names, each with a text, a number, true or false",
}
"""Types that are told better than they can be made."""
_NAMES: dict[object, str] = {
    str: "text", bool: "true or false", int: "whole number", float: "number", dt.date: "date",
    AwareDatetime: "date and time with its zone",
}  # fmt: skip
_PLURALS = {"text": "texts", "date": "dates"}


def root_keys() -> str:
    """Return the table of the keys at the root of a file."""
    rows = ["| key | type | meaning |", "|---|---|---|"]
    rows += [_row(Blueprint, name) for name in Blueprint.model_fields if name not in Element.model_fields]
    return _block(rows)


def every_element() -> str:
    """Return the table of the fields that every element may carry, and those of their parts."""
    return "\n\n".join([_table(Element), *_parts(Element, level=3, seen=set())])


def things() -> str:
    """Return a section for every thing that can be declared, with its parts."""
    seen: set[type[BaseModel]] = {*COLLECTIONS.values(), *_parts_of(Element)}
    sections: list[str] = []
    for key, model in COLLECTIONS.items():
        sections += [f"### {_heading(model)}", f"{meaning(model)} Declared under `{key}`.", _table(model)]
        sections += _parts(model, level=4, seen=seen)
    return "\n\n".join(sections)


def models() -> str:
    """Return the names of the models, each with where its fields are told."""
    public = [getattr(cx, name) for name in cx.__all__]
    found = [thing for thing in public if isinstance(thing, type) and issubclass(thing, Part)]
    return ", ".join(f"[`{model.__name__}`](file-format.md#{place(model)})" for model in found) + "."


def place(model: type[Part]) -> str:
    """Return the anchor of the section about a model on the page about the file format."""
    return "the-root" if model is Blueprint else kebab(model.__name__)


def words(model: type[Part]) -> str:
    """Return what a model is called in a sentence."""
    return _words(kebab(model.__name__))


def metrics() -> str:
    """Return the table of the known metrics."""
    rows = ["| metric | is | tells about | better | scale | is worked out as |", "|---|---|---|---|---|---|"]
    for word, metric in METRICS.items():
        found = f", such as {' or '.join(metric.usual)}" if metric.usual else ""
        polarity, scale = metric.polarity or "say it", metric.scale or f"say it{found}"
        rows.append(f"| `{word}` | {metric.name} | {metric.kind} | {polarity} | {scale} | {metric.formula} |")
    return "\n".join(rows)


def limits() -> str:
    """Return the table of the limits on what is read."""
    meanings = _stated_in(Limits)
    rows = ["| at most | what |", "|---|---|"]
    for field in fields(Limits):
        most: int = getattr(Limits(), field.name)
        told = in_bytes(most) if field.name == "file_bytes" else f"{most:,}"
        rows.append(f"| {told} | {meanings[field.name]} |")
    return "\n".join(rows)


def _table(model: type[BaseModel]) -> str:
    shared = set() if model is Element else set(Element.model_fields)
    rows = ["| field | type | meaning |", "|---|---|---|"]
    return _block(rows + [_row(model, name) for name in model.model_fields if name not in shared])


def _block(rows: list[str]) -> str:
    """Return a table that our style sheet knows, so that it is read row by row on a telephone."""
    return "\n".join(['<div class="fields" markdown="1">', "", *rows, "", "</div>"])


def _row(model: type[BaseModel], name: str) -> str:
    model.model_rebuild()
    info = model.model_fields[name]
    kind = _told(model, name) or _type(info.annotation, tuple(info.metadata))
    words = (f"`{word}`: {said}" for word, said in choices(model, name).items() if said)
    told = "<br>".join([field_meanings(model)[name], *words])
    return f"| `{name}` | {kind}{_whether_required(info)} | {told} |"


def _told(model: type[BaseModel], name: str) -> str | None:
    if issubclass(model, Declared) and name == "id":
        return "[id](#ids)"
    return next((_BY_HAND[key] for key in ((model, name), (model.__name__, name)) if key in _BY_HAND), None)


def _whether_required(info: FieldInfo) -> str:
    if info.is_required():
        return ", **required**"
    if isinstance(info.default, str):
        return f"; `{info.default}` unless said"
    return "; false unless said" if info.default is False else ""


def _parts(model: type[BaseModel], *, level: int, seen: set[type[BaseModel]]) -> Iterator[str]:
    """Yield the sections of a model's parts, and of theirs, each where it is first needed."""
    for part in _parts_of(model):
        if part in seen:
            continue
        seen.add(part)
        yield f"{'#' * level} {_heading(part)}"
        yield meaning(part)
        yield _table(part)
        yield from _parts(part, level=level, seen=seen)


def _parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    model.model_rebuild()
    shared = () if model is Element else Element.model_fields
    found = [_models_in(info.annotation) for name, info in model.model_fields.items() if name not in shared]
    return [part for parts in found for part in parts]


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [model for inner in typing.get_args(annotation) for model in _models_in(inner)]


def _type(annotation: object, metadata: tuple[object, ...] = ()) -> str:
    """Return what a field takes, in words."""
    marks = [one for mark in metadata for one in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    reference = next((mark for mark in marks if isinstance(mark, _ReferenceTo | _AddressOfAny)), None)
    if reference is not None:
        told = _reference(reference, are_many=origin is tuple)
    elif origin is Annotated:
        told = _type(inner[0], inner[1:])
    elif origin is Literal:
        told = _either([f"`{word}`" for word in inner])
    elif origin is tuple:
        told = _many(_type(inner[0]))
    elif inner:
        told = _type(next(choice for choice in inner if choice is not type(None)), metadata)
    else:
        told = _plain(annotation, marks)
    return told


def _reference(mark: _ReferenceTo | _AddressOfAny, *, are_many: bool) -> str:
    if isinstance(mark, _ReferenceTo):
        return f"{_link(mark.kind)}'s id"
    kinds = _either([f"`{kind}:...`" for kind in mark.kinds] + [f"`{word}`" for word in mark.words])
    return f"list of addresses: {kinds}" if are_many else f"address: {kinds}"


def _plain(annotation: object, marks: list[object]) -> str:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _link(kebab(annotation.__name__))
    if isinstance(annotation, type) and issubclass(annotation, TextValue):
        return _SPELLED[annotation.__name__]
    if any(getattr(mark, "pattern", None) == SLUG for mark in marks):
        return "[id](#ids)"
    low, high = (next((getattr(m, end) for m in marks if hasattr(m, end)), None) for end in ("ge", "le"))
    bounds = ("" if low is None else f" from {low}") + ("" if high is None else f" to {high}")
    return _NAMES[annotation] + bounds


def _either(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _many(one: str) -> str:
    """Return a list of something: the first word of a link stands in the plural, all else as it is."""
    if one.startswith("[") and one not in (_SPELLED["OpeningHours"], _link("next")):
        label, rest = one[1:].split("]", 1)
        plural = re.sub("(?<=[^aeou])ys$", "ies", f"{label}s")
        ids = rest.replace("'s id", "' ids")
        return f"list of [{plural}]{ids}"
    return f"list of {_PLURALS.get(one, one)}"


def _link(kind: str) -> str:
    return f"[{_words(kind)}](#{kind})"


def _words(kind: str) -> str:
    return "KPI" if kind == "kpi" else kind.replace("-", " ")


def _heading(model: type[BaseModel]) -> str:
    words = _words(kebab(model.__name__))
    return words[0].upper() + words[1:]
