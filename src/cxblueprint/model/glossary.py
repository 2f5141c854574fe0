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

from pydantic import BaseModel


@functools.cache
def field_meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of a model means, by name, those of its parents included."""
    meanings: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        if issubclass(parent, BaseModel) and parent is not BaseModel:
            meanings |= _stated_in(parent)
    return {name: meanings[name] for name in model.model_fields if name in meanings}


def meaning(model: type[BaseModel]) -> str:
    """Return what a model means: the first sentence of its docstring."""
    return inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0]


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
