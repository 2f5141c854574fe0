"""Which things have a page of their own, which stand on a page with others, and in which part of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PARTS = (
    "journeys", "walks", "touchpoints", "teams", "handoffs", "promises", "standards", "measures", "customers",
    "listening", "recovery", "systems", "change", "findings", "glossary",
)  # fmt: skip
"""The parts of a site that may be left out, as settings name them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the things of a kind are told about."""

    part: str
    """The part of the site, one of `PARTS`; its folder has the page that lists them, `index.md`."""
    folder: str
    """Where the page of each is."""
    has_pages: bool = True
    """Whether each has a page of its own; otherwise it has a place on the page that lists them.

    A role has its place on the page of its team, or on the page that lists the teams where it is in none.
    """


PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "journey": Place("journeys", "journeys"),
        "touchpoint": Place("touchpoints", "touchpoints"),
        "team": Place("teams", "teams"),
        "promise": Place("promises", "promises"),
        "service-standard": Place("standards", "standards"),
        "kpi": Place("measures", "measures"),
        "role": Place("teams", "teams", has_pages=False),
        "handoff": Place("handoffs", "handoffs", has_pages=False),
        "segment": Place("customers", "segments"),
        "persona": Place("customers", "personas"),
        "account": Place("customers", "accounts"),
        "listening-post": Place("listening", "listening"),
        "relationship-plan": Place("listening", "listening", has_pages=False),
        "proactive-update": Place("listening", "listening", has_pages=False),
        "recovery-plan": Place("recovery", "recovery"),
        "escalation-policy": Place("recovery", "escalation"),
        "escalation": Place("recovery", "recovery", has_pages=False),
        "risk": Place("recovery", "recovery", has_pages=False),
        "cause": Place("recovery", "recovery", has_pages=False),
        "system": Place("systems", "systems", has_pages=False),
        "channel": Place("systems", "systems", has_pages=False),
        "calendar": Place("systems", "systems", has_pages=False),
        "initiative": Place("change", "change"),
        "policy": Place("change", "change", has_pages=False),
        "assessment": Place("change", "change", has_pages=False),
    }
)
"""By kind; a kind that is not in here is named on pages, and no link leads to it."""
