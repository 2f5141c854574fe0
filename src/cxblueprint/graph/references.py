"""Every reference in a blueprint, found from the models' own annotations."""

from __future__ import annotations

import functools
import types
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel

from cxblueprint.model.refs import _AddressOfAny, _ReferenceTo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing naming another."""

    kind: str
    """The kind of the thing named, such as `team`."""
    id: str
    """Its id or address."""
    path: tuple[str | int, ...]
    """Where in the naming element, such as `("frontstage", 0, "team")`."""
    form: Literal["id", "address", "key"] = "id"
    """How it is written: as the id alone, with the kind before it, or as a key whose value is another."""

    @property
    def at(self) -> str:
        """The field in words, such as `frontstage[0].team`."""
        return field_path(self.path)


def field_path(path: tuple[str | int, ...]) -> str:
    """Return a way through fields as people write it: `("frontstage", 0, "team")` is `frontstage[0].team`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@dataclass(frozen=True, slots=True)
class _Names:
    kind: str


@dataclass(frozen=True, slots=True)
class _NamesAnything:
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Holds:
    """A model, or a tuple or mapping of what may hold references."""

    items: _Plan | None = None
    keys: _Plan | None = None


_Plan = _Names | _NamesAnything | _Holds


def _plan_of(annotation: object, metadata: tuple[object, ...] = ()) -> _Plan | None:
    """Return what in a field of this type may be a reference, or None where nothing may."""
    for mark in metadata:
        if isinstance(mark, _ReferenceTo):
            return _Names(mark.kind)
        if isinstance(mark, _AddressOfAny):
            names = _NamesAnything(mark.words)
            return _Holds(items=names) if typing.get_origin(annotation) is tuple else names
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _plan_of(args[0], args[1:])
    if origin in (tuple, dict):
        inner = _plan_of(args[0])
        holds = _Holds(items=inner) if origin is tuple else _Holds(keys=inner)
        return holds if inner else None
    if origin in (typing.Union, types.UnionType):
        plans = [plan for plan in map(_plan_of, args) if plan]
        return next((plan for plan in plans if isinstance(plan, _Holds)), plans[0] if plans else None)
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return _Holds() if is_model else None


@functools.cache
def _plan(model: type[BaseModel]) -> Mapping[str, _Plan]:
    model.model_rebuild()
    plans = {
        name: _plan_of(field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items()
    }
    return {name: plan for name, plan in plans.items() if plan is not None}


def references_in(model: BaseModel, *, leave_out: frozenset[str] = frozenset()) -> Iterator[Reference]:
    """Yield every reference in an element, in the order of its fields; `leave_out` names fields to skip."""
    for name, plan in _plan(type(model)).items():
        if name not in leave_out:
            yield from _walk(getattr(model, name), plan, (name,))


def _walk(value: object, plan: object, path: tuple[str | int, ...]) -> Iterator[Reference]:
    inner = plan.items if isinstance(plan, _Holds) else plan
    match value:
        case BaseModel():
            for reference in references_in(value):
                yield Reference(reference.kind, reference.id, path + reference.path, reference.form)
        case tuple():
            for position, item in enumerate(value):
                yield from _walk(item, inner or plan, (*path, position))
        case dict():
            for key in value:
                for named in _walk(key, plan.keys if isinstance(plan, _Holds) else None, (*path, key)):
                    yield Reference(named.kind, named.id, named.path, "key")
        case str():
            yield from _named(value, inner, path)


def _named(value: str, names: object, path: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(names, _Names):
        yield Reference(names.kind, value, path)
    elif isinstance(names, _NamesAnything) and value not in names.words:
        kind, _, address = value.partition(":")
        yield Reference(kind, address, path, "address")
