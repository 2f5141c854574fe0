"""The vocabulary's own words: what each thing and each of its fields means.

The texts are the docstrings of the models. They are read from the source when asked for, because
collecting them at import would make every import slower.
"""

import ast
import functools
import inspect
import itertools
import sys
import textwrap
import typing
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .base import Part
from .choices import CHOICES
from .refs import _AddressOfAny, _ReferenceTo, kebab


@functools.cache
def field_meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of a model means, by name, those of its parents included; each on one line."""
    return {name: " ".join(stated.split()) for name, stated in _meanings(model).items()}


def field_in_short(model: type[BaseModel], field: str) -> str:
    """Return what a field means to somebody who does not write it: the first paragraph of its docstring."""
    return " ".join(_meanings(model)[field].partition("\n\n")[0].split())


def meaning(model: type[BaseModel]) -> str:
    """Return what a model means: the first paragraph of its docstring."""
    return " ".join(inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0].split())


def choices(model: type[BaseModel], field: str) -> Mapping[str, str]:
    """Return the words that a field chooses from, each with what it says; empty where nothing is chosen.

    What a word says is empty where it speaks for itself.
    """
    told = CHOICES.get((model.__name__, field))
    return told if told is not None else dict.fromkeys(chosen(model, field), "")


def chosen(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """Return the words that a field chooses from, in the order of the model."""
    model.model_rebuild()
    found = _inside(model.model_fields[field].annotation)
    literals = (typing.get_args(one) for one in found if typing.get_origin(one) is Literal)
    return tuple(word for words in literals for word in words if isinstance(word, str))


def choices_in_words(model: type[BaseModel], field: str) -> str:
    """Return what each word that a field chooses from says, as a clause; empty where they need no words."""
    return "; ".join(f"`{word}`: {said}" for word, said in choices(model, field).items() if said)


def kinds_in(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """Return the kinds of things and parts that a field names or holds, in the order of the model."""
    model.model_rebuild()
    info = model.model_fields[field]
    found: list[str] = []
    for mark in (*info.metadata, *_inside(info.annotation)):
        if isinstance(mark, _ReferenceTo):
            found.append(mark.kind)
        elif isinstance(mark, _AddressOfAny):
            found += mark.kinds
    found += (kebab(part.__name__) for part in parts_in(model, field))
    return tuple(dict.fromkeys(found))


def parts_in(model: type[BaseModel], field: str) -> tuple[type[Part], ...]:
    """Return the models of which a field holds things."""
    model.model_rebuild()
    inside = _inside(model.model_fields[field].annotation)
    return tuple(found for found in inside if isinstance(found, type) and issubclass(found, Part))


def _inside(annotation: object) -> Iterator[object]:
    """Yield everything of which a type is made: types, and the marks that stand beside them."""
    yield annotation
    if isinstance(annotation, FieldInfo):
        yield from annotation.metadata
    elif typing.get_origin(annotation) is not Literal:
        marks = getattr(annotation, "__metadata__", ())
        for inner in (*typing.get_args(annotation), *marks):
            yield from _inside(inner)


@functools.cache
def _meanings(model: type[BaseModel]) -> dict[str, str]:
    meanings: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        if issubclass(parent, BaseModel) and parent is not BaseModel:
            meanings |= _stated_in(parent)
    return {name: meanings[name] for name in model.model_fields if name in meanings}


@functools.cache
def _stated_in(model: type[BaseModel]) -> dict[str, str]:
    if model.__module__ not in sys.modules:
        return {}
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    found: dict[str, str] = {}
    for statement, after in itertools.pairwise(body):
        if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            text = after.value.value
            if isinstance(text, str):
                found[statement.target.id] = inspect.cleandoc(text)
    return found
