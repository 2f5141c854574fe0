"""Plain data to a blueprint, or what the model refuses of it; and nothing that merely follows from that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import ValidationError

from cxblueprint.errors import Complaint, suggest
from cxblueprint.model import Blueprint

from .merging import Merged
from .sentences import Mistake, sentence
from .subjects import Spot, spot_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_UNKNOWN = "extra_forbidden"
_MISSING = "missing"
_MOST = 1000
"""Past a thousand mistakes, which no person makes one by one, the rest is only counted."""
_TOO_MANY = 10_000


def validate(merged: Merged) -> tuple[Blueprint | None, list[Complaint], int]:
    """Return the blueprint that plain data make, else complaints and how many more there are.

    What has been complained about already is not told again.
    """
    try:
        return _blueprint(merged.data), [], 0
    except ValidationError as error:
        count = error.error_count()
        mistakes = _details(error) if count <= _TOO_MANY else None
    if mistakes is None:
        mistakes = _some_mistakes(merged.data)
    return None, _complaints(mistakes[:_MOST], merged), max(count - _MOST, 0)


def _blueprint(data: Mapping[str, object]) -> Blueprint:
    # Strict, so that "yes" is no boolean; JSON, so that a list may become a tuple all the same.
    return Blueprint.model_validate_json(json.dumps(data), strict=True)


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False, include_input=False)


def _some_mistakes(data: Mapping[str, object]) -> list[ErrorDetails]:
    """Return the mistakes in the beginning of every list: all of them would fill the memory."""
    some: list[ErrorDetails] = []
    for most in (10, 100, 1000, 10_000, 100_000, 1_000_000):
        try:
            _blueprint({key: _beginning(value, most) for key, value in data.items()})
        except ValidationError as error:
            if some and error.error_count() > _TOO_MANY:
                break
            some = _details(error)
    return some


def _beginning(value: object, most: int) -> object:
    """Return a value with the first `most` items of its lists; of its keys no known one is left out."""
    if isinstance(value, list):
        return [_beginning(item, most) for item in value[:most]]
    if isinstance(value, dict):
        return {key: _beginning(item, most) for key, item in islice(value.items(), _MOST)}
    return value


def _complaints(found_all: list[ErrorDetails], merged: Merged) -> list[Complaint]:
    mistakes = [(spot_of(found["loc"], merged.data), found) for found in found_all]
    meant = {
        (*spot.path[:-1], suggest(str(spot.path[-1]).partition(":")[0], spot.keys))
        for spot, found in mistakes
        if found["type"] == _UNKNOWN
    }
    complaints = []
    for spot, found in mistakes:
        # A key that is misspelled is missing too; what the blueprint itself lacks, merging tells.
        is_told = found["type"] == _MISSING and (spot.path in meant or len(spot.path) == 1)
        if not is_told and not _is_echo(spot, found["type"], merged):
            complaints.append(_complaint(spot, found, merged))
    return complaints


def _is_echo(spot: Spot, kind: str, merged: Merged) -> bool:
    """Tell whether the mistake follows from one that has been complained about.

    A value that was no value makes its field fail; and what a model says of several fields together
    is worth nothing once one of them is broken.
    """
    if not merged.broken:
        return False
    place = merged.origin.trace(spot.path)
    if place.is_whole and (place.source, place.value_offset) in merged.broken:
        return True
    below = merged.origin.offsets_below(spot.path)
    return kind == "value_error" and any(found in merged.broken for found in below)


def _complaint(spot: Spot, found: ErrorDetails, merged: Merged) -> Complaint:
    place = merged.origin.trace(spot.path)
    mistake = Mistake(
        kind=found["type"],
        spot=spot,
        context=found.get("ctx", {}),
        said=found["msg"],
        written=place.source.word_at(place.value_offset) if place.is_whole else "",
    )
    at_key = spot.is_key or found["type"] == _UNKNOWN
    return Complaint(sentence(mistake), place.location if at_key else place.value_location)
