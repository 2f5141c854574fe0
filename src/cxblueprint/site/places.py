"""Which things have a page of their own, which stand on a page with others, and in which part of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PARTS = ("journeys", "touchpoints", "teams", "findings", "glossary")
"""The parts of a site that may be left out, as settings name them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the things of a kind are told about."""

    part: str
    """The part of the site, one of `PARTS`; its folder has the page that lists them, `index.md`."""
    folder: str
    """Where the page of each is."""
    has_pages: bool = True
    """Whether each has a page of its own; otherwise it has a place on the page that lists them."""


PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "journey": Place("journeys", "journeys"),
        "touchpoint": Place("touchpoints", "touchpoints"),
        "team": Place("teams", "teams"),
    }
)
"""By kind; a kind that is not in here is named on pages, and no link leads to it."""
