"""Several files to one blueprint: collections add up, everything else is said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import get_origin

from cxblueprint.errors import Complaint, Location, suggest
from cxblueprint.model import COLLECTIONS, Blueprint, kind_of

from .origin import FileOrigin, RootKey
from .positions import MOST_COMPLAINTS, ListMarks, MapMarks, Marks, SourceText, start_of
from .recognising import root_key_meant
from .wording import described, shown, unknown_key, wrong_type

_FORMAT = 1
_FEW = 3
_REQUIRED = {"id": "id: fibre-at-home", "title": "title: Fibre at home"}
_NESTED = {"journeys": ("stages", "stage"), "recovery_plans": ("actions", "action")}


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds, and where."""

    source: SourceText
    value: object
    marks: Marks


@dataclass(slots=True)
class Merged:
    """The plain data of a blueprint, where it is written, and what is wrong with how it is spread."""

    data: dict[str, object]
    origin: FileOrigin
    complaints: list[Complaint] = field(default_factory=list)
    more: int = 0
    """How many complaints there are beyond those listed."""
    broken: set[tuple[SourceText, int]] = field(default_factory=set)
    """Where values begin that have been complained about."""
    meant: set[str | None] = field(default_factory=set)
    """The root keys that misspelled ones probably are."""

    def complain(self, location: Location, message: str) -> None:
        """Note one thing wrong."""
        self.complaints.append(Complaint(message, location))

    def is_full(self) -> bool:
        """Tell whether enough is listed; what would have been next is counted then."""
        self.more += len(self.complaints) >= MOST_COMPLAINTS
        return len(self.complaints) >= MOST_COMPLAINTS


def merge(documents: Iterable[Document], *, is_complete: bool) -> Merged | None:
    """Return the documents as one blueprint; None when there is none.

    Without `is_complete` a file is known to be missing, and with it perhaps the id or the title.
    """
    documents = list(documents)
    if not documents:
        return None
    first = documents[0]
    merged = Merged({}, FileOrigin(first.source, start_of(first.marks)))
    for document in documents:
        keys = _root_keys(document, merged)
        is_complete = is_complete and keys is not None
        for key, value, offset, marks in keys or ():
            _add(RootKey(document.source, offset, marks), key, value, merged)
    _place_the_blueprint(merged)
    if is_complete:
        _complain_of_missing(merged, is_alone=len(documents) == 1)
    for name in COLLECTIONS:
        _complain_of_duplicates(name, merged)
    return merged


def _root_keys(document: Document, merged: Merged) -> list[tuple[str, object, int, Marks]] | None:
    """Return the keys of a file with their values and places; None, after complaining, if it is not ours."""
    here = start_of(document.marks)
    if not isinstance(document.value, dict) or not isinstance(document.marks, MapMarks):
        said = wrong_type("a blueprint", "keys and values", document.value)
        merged.complain(document.source.location(here), said)
        return None
    entries = document.marks.entries
    keys = [(key, value, *entries[key]) for key, value in document.value.items() if not key.startswith("x-")]
    words = [key for key, *_ in keys]
    if not words or any(map(root_key_meant, words[:MOST_COMPLAINTS])):
        return keys
    some = ", ".join(map(shown, words[:_FEW])) + (" ..." if words[_FEW:] else "")
    said = f"is no blueprint: it has {some}, and no key of a blueprint such as 'teams' or 'journeys'"
    merged.complain(document.source.location(here), said)
    return None


def _add(here: RootKey, key: str, value: object, merged: Merged) -> None:
    """Take up one key of one file."""
    before = merged.origin.roots.get(key)
    location = partial(here.source.location, here.offset)
    if key not in Blueprint.model_fields:
        if not merged.is_full():
            merged.complain(location(), unknown_key(key, "the blueprint", Blueprint.model_fields))
            merged.meant.add(suggest(key, Blueprint.model_fields))
    elif key == "format":
        _check_format(value, location(), merged)
    elif get_origin(Blueprint.model_fields[key].annotation) is tuple:
        _extend(here, key, value, merged)
    elif before is not None:
        first = before.source.location(before.offset)
        merged.complain(location(), f"{shown(key)} is said twice, first at {first}")
    else:
        merged.origin.roots[key] = here
        merged.data[key] = value


def _extend(here: RootKey, key: str, value: object, merged: Merged) -> None:
    """Add what a file says to a collection."""
    if isinstance(value, list) and isinstance(here.marks, ListMarks):
        root = merged.origin.roots.setdefault(key, here)
        root.items = root.items or []
        root.items.extend((here.source, item) for item in here.marks.items)
        _listed(merged.data.setdefault(key, [])).extend(value)
    elif value is not None:  # an empty value has been complained about
        location = here.source.location(start_of(here.marks))
        merged.complain(location, wrong_type(key, "a list", value, "; begin each item with '- '"))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _check_format(value: object, location: Location, merged: Merged) -> None:
    if value is not None and (type(value) is not int or value != _FORMAT):
        merged.complain(location, f"format is {described(value)}; this version reads the number {_FORMAT}")


def _place_the_blueprint(merged: Merged) -> None:
    """Let the blueprint itself be found in the file that says its id, or else its title."""
    for key in _REQUIRED:
        root = merged.origin.roots.get(key)
        if root is not None:
            merged.origin.source, merged.origin.start = root.source, root.offset
            return


def _complain_of_missing(merged: Merged, *, is_alone: bool) -> None:
    for key, example in _REQUIRED.items():
        if key not in merged.data and key not in merged.meant:
            said = f"no file says the {key!r} of the blueprint; exactly one has to"
            if is_alone:
                said = f"the blueprint has no {key!r}; write it, such as {example!r}"
            merged.complain(merged.origin.locate(()), said)


def _complain_of_duplicates(name: str, merged: Merged) -> None:
    """Complain of equal ids among what a root key lists, and among what its items list in turn."""
    kind = kind_of(COLLECTIONS[name]).replace("-", " ")
    items = _listed(merged.data.get(name))
    _refuse_twice(items, (name,), kind, "", merged)
    if name not in _NESTED:
        return
    inner, inner_kind = _NESTED[name]
    for index, item in enumerate(items):
        of = f" of {kind} {shown(str(_get(item, 'id')))}"
        parts = _listed(_get(item, inner))
        _refuse_twice(parts, (name, index, inner), inner_kind, of, merged)
        for number, part in enumerate(parts):
            steps = _listed(_get(part, "steps"))
            stage = f" of stage {shown(str(_get(part, 'name')))}{of}"
            _refuse_twice(steps, (name, index, inner, number, "steps"), "step", stage, merged)


def _get(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _refuse_twice(
    items: list[object], path: tuple[str | int, ...], kind: str, of: str, merged: Merged
) -> None:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        found = _get(item, "id")
        if not isinstance(found, str):
            continue
        if found not in first:
            first[found] = index
            continue
        place = merged.origin.trace((*path, index, "id"))
        merged.broken.add((place.source, place.value_offset))
        if merged.is_full():
            continue
        there = merged.origin.locate((*path, first[found]))
        here = merged.origin.locate((*path, index))
        merged.complain(here, f"{kind} {shown(found)}{of} is declared twice, first at {there}")
