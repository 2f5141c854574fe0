"""A blueprint to text that people like to read, and that reads back as the same blueprint."""

from __future__ import annotations

import datetime as dt
import json
import math
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from cxblueprint.errors import UsageError
from cxblueprint.files import write_whole
from cxblueprint.model import Blueprint, Element, Figure

from .scalars import LONGEST_NUMBER
from .sources import SUFFIXES, Format, StrPath
from .yaml_emitter import emit, spelled_date


def dumps(blueprint: Blueprint, format: Format = "yaml") -> str:  # noqa: A002  # the published name
    """Return a blueprint as the text of a file: what it states, in the order of the model.

    Raises:
        UsageError: the format is neither `yaml` nor `json`, or a number of the user's own is one
            that no file can hold (infinite, or of more than 400 digits).
    """
    if format not in ("yaml", "json"):
        msg = f"format {format!r} is not known; use 'yaml' or 'json'"
        raise UsageError(msg)
    data = {"format": blueprint.format, **_stated(blueprint, {}, "")}
    if format == "yaml":
        return emit(data)
    return json.dumps(data, ensure_ascii=False, indent=2, default=spelled_date) + "\n"


def dump(blueprint: Blueprint, path: StrPath) -> None:
    """Write a blueprint to a file, whole or not at all; what the file held before is replaced.

    The name says the format: it ends in `.yaml`, `.yml` or `.json`.

    Raises:
        UsageError: the name ends otherwise.
        CxBlueprintError: the file cannot be written.
    """
    target = Path(path)
    suffix = SUFFIXES.get(target.suffix.lower())
    if suffix is None:
        msg = f"{str(target)!r} does not say its format; let it end in {', '.join(SUFFIXES)}"
        raise UsageError(msg)
    write_whole(target, dumps(blueprint, suffix))


_Defaults: TypeAlias = dict[type[BaseModel], list[tuple[str, object]]]


def _stated(model: BaseModel, defaults: _Defaults, where: str) -> dict[str, object]:
    """Return what a model states beyond its defaults: its own fields first, then those of every element."""
    fields = defaults.get(type(model))
    if fields is None:
        fields = defaults[type(model)] = _fields(type(model))
    stated = {}
    for name, default in fields:
        value = getattr(model, name)
        if value != default:
            stated[name] = _plain(value, defaults, f"{where}.{name}" if name == "custom" else where)
    return stated


def _fields(model: type[BaseModel]) -> list[tuple[str, object]]:
    names = sorted(model.model_fields, key=Element.model_fields.__contains__)
    return [(name, model.model_fields[name].get_default(call_default_factory=True)) for name in names]


def _plain(value: object, defaults: _Defaults, where: str) -> object:
    """Return a value in terms of mappings, lists, texts, numbers and dates."""
    plain: object
    match value:
        case bool() | str() | dt.date():
            plain = value
        case BaseModel():
            plain = _stated(value, defaults, where)
        case tuple():
            plain = [_plain(item, defaults, where) for item in value]
        case dict():
            plain = {key: _plain(item, defaults, f"{where}.{key}") for key, item in value.items()}
        case int() | float():
            plain = _number(value, where)
        case Figure():
            plain = _figure(value)
        case _:
            plain = str(value)
    return plain


def _number(value: float, where: str) -> float:
    if isinstance(value, int):
        is_too_long = value.bit_length() > (LONGEST_NUMBER - 1) * math.log2(10)
        fault = f"a number of about {LONGEST_NUMBER} digits or more" if is_too_long else None
    else:
        fault = None if math.isfinite(value) else str(value)
    if fault is None:
        return value
    msg = f"{where.lstrip('.')} is {fault}, which no file can hold"
    raise UsageError(msg)


def _figure(figure: Figure) -> float | str:
    """Return a figure as a number where a reader gets the same one from it, else as its text."""
    text = str(figure)
    if figure.is_percent:
        return text
    if figure.number == int(figure.number):
        return int(text)
    number = float(text)
    return number if Decimal(repr(number)) == figure.number else text
