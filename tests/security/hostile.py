"""A blueprint with a text of somebody else in every field that takes one, made from the model itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from cxblueprint.model.blueprint import COLLECTIONS, Blueprint
from cxblueprint.model.refs import kebab

from .vectors import Slots

# A text to the schema, which only the list of time zones can tell from one.
NOT_FREE = {"Calendar.time_zone": "Europe/Berlin"}
_STEP = "stage-1/step-1"
_OF_A_PATTERN = {
    "Calendar.cut_off": "16:00",
    "Journey.outcome": _STEP,
    "KPI.metric": "nps",
    "Next.to": _STEP,
    "RecoveryAction.after": "recovery-action-0",
}
Schema = Mapping[str, Any]


def is_free_text(schema: Schema) -> bool:
    """Tell whether a field takes any words."""
    is_bound = {"x-ref", "format", "examples", "enum", "const"} & schema.keys()
    return schema.get("type") == "string" and not is_bound and schema.get("pattern") in (None, r"\S")


class Maker:
    """Makes plain data that the model accepts, with everything stated that can be."""

    def __init__(self, slots: Slots, size: int) -> None:
        """Take what makes the texts, and how many there are to be of everything."""
        self.schema: Schema = Blueprint.model_json_schema()
        self._slots = slots
        self._size = size

    def blueprint(self) -> dict[str, Any]:
        """Return the whole: `size` things of every kind, and everything about the blueprint itself."""
        found: dict[str, Any] = self._model("Blueprint", self.schema, 0, 0)
        for name, model in COLLECTIONS.items():
            schema = self.schema["$defs"][model.__name__]
            found[name] = [self._model(model.__name__, schema, one, one) for one in range(self._size)]
        return found

    def _model(self, name: str, schema: Schema, one: int, item: int) -> dict[str, Any]:
        found = {}
        for field, about in schema["properties"].items():
            if name == "Blueprint" and field in COLLECTIONS:
                continue
            if field == "id":
                found[field] = f"{kebab(name)}-{item}"
            else:
                found[field] = self._value(f"{name}.{field}", about, one, item)
        return found

    def _value(self, field: str, schema: Schema, one: int, item: int) -> Any:  # noqa: ANN401, PLR0911  # JSON; one line for each sort
        if field in NOT_FREE:
            return NOT_FREE[field]
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._model(name, self.schema["$defs"][name], one, item)
        choices = [
            kind for kind in schema.get("anyOf", schema.get("oneOf", ())) if kind.get("type") != "null"
        ]
        if choices:
            return self._value(field, choices[item % len(choices)], one, item)
        if is_free_text(schema):
            return self._slots.text(field)
        if "prefixItems" in schema:
            return [f"touchpoint-{one}", f"touchpoint-{(one + 1) % self._size}"]
        if schema.get("type") == "array":
            return self._items(field, schema, one, item)
        if schema.get("type") == "object":
            return self._mapping(field, schema, one)
        return self._bound(field, schema, one, item)

    def _bound(self, field: str, schema: Schema, one: int, item: int) -> Any:  # noqa: ANN401, PLR0911  # one line for each sort
        match schema:
            case {"const": value}:
                return value
            case {"enum": words}:
                return words[item % len(words)]
            case {"examples": [example, *_]}:
                return example
            case {"x-ref": kinds}:
                return self._reference(field, kinds.split("|"), schema["pattern"], one)
            case {"format": "date"}:
                return f"2027-0{1 + one % 9}-0{1 + item % 9}"
            case {"format": "date-time"}:
                return f"2027-01-0{1 + item % 9}T10:00:00+01:00"
            case {"type": "boolean"}:
                return item % 2 == 0
            case {"type": "integer" | "number"}:
                least = schema.get("minimum", 0)
                return least + item % (schema.get("maximum", least + 3) - least + 1)
            case {"pattern": pattern} if field in _OF_A_PATTERN:
                assert re.fullmatch(pattern, _OF_A_PATTERN[field])
                return _OF_A_PATTERN[field]
        raise AssertionError(f"{field}: nobody knows what to say for {schema}")

    def _items(self, field: str, schema: Schema, one: int, inside: int) -> list[Any]:
        if field == "Promise.path":
            return ["service-standard-0", ["service-standard-0", "service-standard-1"]]
        if field == "RecoveryAction.after" and inside == 0:
            return []
        found = [self._value(field, schema["items"], one, item) for item in range(2)]
        return found if found[0] != found[1] else found[:1]

    def _mapping(self, field: str, schema: Schema, one: int) -> dict[str, Any]:
        if field == "Journey.value_to_customer":
            return {f"segment-{one}": self._slots.text(field)}
        assert field.endswith(".custom"), f"{field}: nobody knows what to say for {schema}"
        return {self._slots.text(f"{field}: key"): self._slots.text(f"{field}: value")}

    def _reference(self, field: str, kinds: list[str], pattern: str, one: int) -> str:
        kind = kinds[one % len(kinds)]
        if kind == "blueprint":
            return "blueprint:blueprint-0"
        # What refers to its own kind refers to the next one.
        is_own = kebab(field.partition(".")[0]) == kind or field == "Handoff.receiver"
        address = f"{kind}-{(one + is_own) % self._size}"
        if kind == "step":
            address = f"journey-{one}/{_STEP}"
        return f"{kind}:{address}" if ":" in pattern else address


def hostile(slots: Slots, size: int) -> dict[str, Any]:
    """Return a blueprint as plain data, with texts that `slots` makes."""
    return Maker(slots, size).blueprint()


def free_texts() -> Iterator[str]:
    """Yield every field that takes any words, as the models themselves have it and not their schema."""
    models: set[type[BaseModel]] = {Blueprint, *_parts_of(Blueprint)}
    for model in models:
        for name, field in model.model_fields.items():
            place = f"{model.__name__}.{name}"
            if place in NOT_FREE:
                continue
            if name == "custom":
                yield from (f"{place}: key", f"{place}: value")
            elif r"pattern='\\S'" in f"{field.annotation!r} {field.metadata!r}" or (
                field.annotation in (str, str | None) and not field.metadata
            ):
                yield place


def _parts_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return the models that a model holds, and those that they hold."""
    found: set[type[BaseModel]] = set()
    waiting = [field.annotation for field in model.model_fields.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in found:
                found.add(kind)
                waiting += (field.annotation for field in kind.model_fields.values())
        else:
            waiting += get_args(kind)
    return found
