"""What the values of a field may be, as the model itself describes them."""

from __future__ import annotations

import datetime as dt
import functools
import types
import typing
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from annotated_types import Ge, Le
from hypothesis import strategies as st
from pydantic import AwareDatetime, StringConstraints
from pydantic.fields import FieldInfo

from cxblueprint.model import (
    KPI,
    Action,
    Cadence,
    Declared,
    Duration,
    Figure,
    Journey,
    OpeningHours,
    Part,
    Promise,
    Scale,
    ServiceStandard,
    Stage,
    Step,
    Target,
    Team,
    Touchpoint,
    kind_of,
)
from cxblueprint.model.refs import SLUG, _AddressOfAny, _ReferenceTo

from .meanings import MEANINGS
from .sketches import FEW, Naming, Sketch, references, sketches
from .strings import slugs, slugs_like, texts
from .written import cadences, durations, figures, instants, opening_hours, scales, targets

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

# One of these facts has to be told, though none of them is required; named twice, it is told twice as often.
_ONE_OF: Mapping[type[Part], tuple[str, ...]] = {
    Action: ("text", "system"),
    Step: ("name", "touchpoint", "touchpoint"),
}
# What a journey is all about; how many of them at most.
_ALWAYS: Mapping[type[Part], tuple[str, int]] = {Journey: ("stages", 3), Stage: ("steps", 4)}
# What ties a blueprint together. If it were told as rarely as the rest, hardly any two steps in a row would
# have owners, and hardly any measure both a target and a baseline.
_USUAL: Mapping[type[Part], tuple[str, ...]] = {
    KPI: ("metric", "target"),
    Promise: ("target",),
    ServiceStandard: ("target",),
    Team: ("function", "reports_to"),
    Touchpoint: ("owner", "opens_request"),
}


@functools.cache
def sketches_of(model: type[Part], naming: Naming) -> SearchStrategy[Sketch]:
    """Sketches of a model. Shrinks to what it has to state."""
    values = {name: values_of(model, name, naming) for name in model.model_fields}
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    if model in _ALWAYS:
        required.append(_ALWAYS[model][0])
    ways = [[*required, one] for one in _ONE_OF[model]] if model in _ONE_OF else [required]
    usual = _USUAL.get(model, ())
    return st.one_of([sketches(model, values, vital=vital, usual=usual) for vital in ways])


def values_of(model: type[Part], name: str, naming: Naming) -> SearchStrategy[Any]:
    """What a field may hold: values, or sketches and references that are yet to be settled."""
    if name == "id" and issubclass(model, Declared):
        return slugs_like(kind_of(model))
    for declaring in model.__mro__:
        if (declaring, name) in MEANINGS:
            return MEANINGS[declaring, name](naming)
    most = dict([_ALWAYS[model]]).get(name, FEW) if model in _ALWAYS else FEW
    return _of_hint(typing.get_type_hints(model, include_extras=True)[name], naming, most)


def _of_hint(hint: object, naming: Naming, most: int = FEW) -> SearchStrategy[Any]:
    base, marks = _taken_apart(hint)
    for mark in marks:
        match mark:
            case _ReferenceTo(kind=kind):
                return references(naming, kind)
            case _AddressOfAny(kinds=kinds, words=words):
                one = references(naming, *kinds, words=words, form="{kind}:{id}")
                return st.lists(one, max_size=most) if typing.get_origin(base) is tuple else one
            case StringConstraints(pattern=pattern):
                return slugs() if pattern == SLUG else texts()
            case FieldInfo(metadata=limits):
                return _numbers(base, limits)
    return _of_type(base, naming, most)


def _of_type(base: object, naming: Naming, most: int) -> SearchStrategy[Any]:
    origin, args = typing.get_origin(base), typing.get_args(base)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(_of_hint(args[0], naming), max_size=most)
    if isinstance(base, type) and issubclass(base, Part):
        return sketches_of(base, naming)
    return _PLAIN[base]


def _taken_apart(hint: object) -> tuple[object, tuple[object, ...]]:
    """Return an annotation without its `None`, and the marks that pydantic reads."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        stated = [one for one in typing.get_args(hint) if one is not types.NoneType]
        return _taken_apart(stated[0]) if len(stated) == 1 else (hint, ())
    if typing.get_origin(hint) is Annotated:
        base, *marks = typing.get_args(hint)
        inner, more = _taken_apart(base)
        return inner, (*more, *marks)
    return hint, ()


def _numbers(base: object, limits: Sequence[object]) -> SearchStrategy[Any]:
    bounds: dict[str, Any] = {}
    for limit in limits:
        match limit:
            case Ge(ge=low):
                bounds["min_value"] = low
            case Le(le=high):
                bounds["max_value"] = high
    if base is float:
        return st.floats(**bounds, allow_nan=False, allow_infinity=False)
    return st.integers(**bounds)


_PLAIN: Mapping[object, SearchStrategy[Any]] = {
    bool: st.booleans(),
    str: st.just("") | texts(),
    dt.date: st.dates(),
    dt.datetime: instants(),
    AwareDatetime: instants(),
    Cadence: cadences(),
    Duration: durations(),
    Figure: figures(),
    OpeningHours: opening_hours(),
    Scale: scales(),
    Target: targets(),
}
