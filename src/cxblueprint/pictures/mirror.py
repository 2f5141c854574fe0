"""Pictures that read from right to left: where an element lies when the picture is seen in a mirror.

Places are mirrored, and so are the shapes of paths; letters are not. Text that began at a place ends there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

Value = str | float | None
Attributes = dict[str, Value]

_TRANSLATION = re.compile(r"translate\((?P<x>-?[\d.]+) (?P<y>-?[\d.]+)\)")
_OTHER_END: Mapping[Value, str | None] = MappingProxyType(
    {None: "end", "start": "end", "end": None, "middle": "middle"}
)


def mirrored(tag: str, attributes: Attributes, axis: float) -> Attributes:
    """Return the attributes of an element mirrored within a width of `axis`."""
    change = _CHANGES.get(tag)
    return attributes | change(attributes, axis) if change else attributes


def moved_group(transform: str, axis: float) -> str:
    """Return the transformation of a group whose content is mirrored around its own origin.

    Raises:
        ValueError: the group is not merely moved.
    """
    match = _TRANSLATION.fullmatch(transform)
    if match is None:
        msg = f"a group in a mirrored picture can be moved, not {transform!r}"
        raise ValueError(msg)
    return f"translate({_number(axis - float(match['x']))} {match['y']})"


def _coordinate(attributes: Attributes, name: str) -> float:
    value = attributes[name]
    if not isinstance(value, int | float):
        msg = f"a coordinate is {value!r}"
        raise TypeError(msg)
    return value


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _rect(attributes: Attributes, axis: float) -> Attributes:
    return {"x": axis - _coordinate(attributes, "x") - _coordinate(attributes, "width")}


def _circle(attributes: Attributes, axis: float) -> Attributes:
    return {"cx": axis - _coordinate(attributes, "cx")}


def _line(attributes: Attributes, axis: float) -> Attributes:
    return {name: axis - _coordinate(attributes, name) for name in ("x1", "x2")}


def _text(attributes: Attributes, axis: float) -> Attributes:
    x = axis - _coordinate(attributes, "x")
    return {"x": x, "text_anchor": _OTHER_END[attributes.get("text_anchor")]}


def _path(attributes: Attributes, axis: float) -> Attributes:
    before = attributes.get("transform")
    turned = "scale(-1 1)" if axis == 0 else f"translate({_number(axis)} 0) scale(-1 1)"
    return {"transform": f"{turned} {before}" if before else turned}


_CHANGES: Mapping[str, Callable[[Attributes, float], Attributes]] = MappingProxyType(
    {"rect": _rect, "circle": _circle, "line": _line, "text": _text, "path": _path}
)
