"""Which element and which field of it a path through the data means, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from cxblueprint.model import Blueprint, Element, kind_of

from .wording import bare, shown

Path = tuple[str | int, ...]
_BLUEPRINT = "the blueprint"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the data: the way to it and what surrounds it."""

    path: Path
    """The way through the keys and items, as they are written."""
    value: object
    """What stands there: the value, or the key if that is meant."""
    is_key: bool
    """Whether the key is meant, not the value."""
    element: str
    """The element that it is in, such as `step 'hotline' of journey 'get-help'`."""
    inside: Path
    """The way from the element to the place."""
    keys: tuple[str, ...]
    """The keys that the thing around the place may have."""

    @property
    def field(self) -> str:
        """The place, such as `frontstage[0].team in touchpoint 'hotline'`."""
        if not self.inside:
            return self.element
        if self.is_key:
            return f"a key of {_dotted(self.inside[:-1])} in {self.element}"
        dotted = _dotted(self.inside)
        return dotted if self.element == _BLUEPRINT else f"{dotted} in {self.element}"

    @property
    def container(self) -> str:
        """What the key stands in, such as `frontstage[0] of touchpoint 'hotline'`."""
        outer = self.inside[:-1]
        return f"{_dotted(outer)} of {self.element}" if outer else self.element


def spot_of(loc: Sequence[str | int], data: object) -> Spot:
    """Return the spot that pydantic's path means; it holds names of union members, which are skipped."""
    is_key = bool(loc) and loc[-1] == "[key]"
    steps = loc[:-1] if is_key else loc
    annotation: object = Blueprint
    holder: type[BaseModel] | None = None
    path: list[str | int] = []
    names: list[str] = []
    start = 0
    value: object = data
    for number, step in enumerate(steps):
        is_written, below = _below(value, step)
        if not is_written and not (number == len(steps) - 1 and isinstance(value, dict)):
            continue
        holder = _model(annotation)
        annotation, value = _part(annotation, step), below
        path.append(step)
        model = _model(annotation)
        if model is not None and issubclass(model, Element):
            names.append(_name(model, value, path))
            start = len(path)
    keys = tuple(holder.model_fields) if holder is not None else ()
    value = path[-1] if is_key else value
    return Spot(tuple(path), value, is_key, _element(names), tuple(path[start:]), keys)


def _below(value: object, step: str | int) -> tuple[bool, object]:
    """Return whether there is something one step below a value, and what."""
    if isinstance(value, dict) and step in value:
        return True, value[step]
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return True, value[step]
    return False, None


def _element(names: list[str]) -> str:
    if not names:
        return _BLUEPRINT
    # A step that has a name is told by its journey alone; one without needs its stage to be found.
    told = names if names[-1].endswith("]") else [names[0], names[-1]][-len(names) :]
    return " of ".join(reversed(told))


def _name(model: type[Element], value: object, path: list[str | int]) -> str:
    kind = kind_of(model).replace("-", " ")
    if isinstance(value, dict):
        for key in ("id", "name", "touchpoint"):
            if isinstance(value.get(key), str):
                return f"{kind} {shown(value[key])}"
    return _dotted(tuple(path[-2:])) if len(path) > 1 else kind


def _dotted(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{bare(step)}" for step in path).lstrip(".")


def _part(annotation: object, step: str | int) -> object:
    """Return the type of what lies one step below a type."""
    for option in _options(annotation):
        origin, arguments = get_origin(option), get_args(option)
        if isinstance(option, type) and issubclass(option, BaseModel):
            field = option.model_fields.get(str(step))
            return field.annotation if field is not None else None
        if origin is tuple and isinstance(step, int):
            return arguments[0] if arguments[-1] is Ellipsis else arguments[min(step, len(arguments) - 1)]
        if origin is dict and arguments:
            return arguments[-1]
    return None


def _model(annotation: object) -> type[BaseModel] | None:
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
    return None


def _options(annotation: object) -> list[object]:
    """Return what a type may be, without markers: `Annotated[X, ...] | None` is X."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _options(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [option for member in get_args(annotation) for option in _options(member)]
    return [] if annotation in (None, type(None)) else [annotation]
