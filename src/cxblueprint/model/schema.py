"""The JSON Schema of blueprint files, for editors and for other tools."""

from typing import Any

from pydantic import BaseModel

from .base import Part
from .blueprint import Blueprint
from .glossary import choices_in_words, field_meanings, meaning


def json_schema(*, whole: bool = False) -> dict[str, Any]:
    """Return the schema of one file of a blueprint, or of a whole one."""
    schema = Blueprint.model_json_schema()
    definitions = schema.get("$defs", {})
    models = {model.__name__: model for model in _all_models(Part)}
    for name, definition in ((Blueprint.__name__, schema), *definitions.items()):
        if name in models:
            _describe(definition, models[name])
    if not whole:
        schema.pop("required", None)
        schema["patternProperties"] = {"^x-": {}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _all_models(model: type[BaseModel]) -> list[type[BaseModel]]:
    found = [model]
    for child in model.__subclasses__():
        found += _all_models(child)
    return found


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    definition["description"] = meaning(model)
    meanings = field_meanings(model)
    for name, field in definition.get("properties", {}).items():
        field.pop("title", None)
        field.pop("default", None)
        if name in meanings:
            told = choices_in_words(model, name)
            field["description"] = f"{meanings[name]} {told}.".removesuffix(" .")
        alternatives = [kind for kind in field.get("anyOf", ()) if kind != {"type": "null"}]
        if len(alternatives) == 1:  # a file leaves a fact out, it never says null
            del field["anyOf"]
            field.update(alternatives[0])
