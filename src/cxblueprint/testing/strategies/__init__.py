"""Hypothesis strategies for valid blueprints and everything in them.

They are built constructively: first the ids, then elements that refer to the ids drawn, so that nothing is
filtered or thrown away. Whatever the vocabulary knows, they reach; what they draw may be unwise, odd or
hostile, but never malformed.

Example:
    >>> from hypothesis import given
    >>> from cxblueprint.testing.strategies import blueprints
    >>> @given(blueprints(min_journeys=1))
    ... def test_my_report_names_every_journey(blueprint): ...
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .elements import (
        accounts,
        assessments,
        calendars,
        causes,
        channels,
        escalation_policies,
        escalations,
        handoffs,
        initiatives,
        journeys,
        kpis,
        listening_posts,
        personas,
        policies,
        proactive_updates,
        promises,
        recovery_plans,
        relationship_plans,
        risks,
        roles,
        segments,
        standards,
        systems,
        teams,
        touchpoints,
    )
    from .strings import slugs, texts, time_zones, times_of_day
    from .whole import blueprints
    from .written import cadences, durations, figures, instants, opening_hours, scales, targets

__all__ = [
    "accounts", "assessments", "blueprints", "cadences", "calendars", "causes", "channels",
    "durations", "escalation_policies", "escalations", "figures", "handoffs", "initiatives",
    "instants", "journeys", "kpis", "listening_posts", "opening_hours", "personas", "policies",
    "proactive_updates", "promises", "recovery_plans", "relationship_plans", "risks", "roles", "scales",
    "segments", "slugs", "standards", "systems", "targets", "teams", "texts", "time_zones", "times_of_day",
    "touchpoints",
]  # fmt: skip

_HOMES = {
    name: home
    # None of them bears the name of a strategy: importing it would put the module in the strategy's place.
    for home, names in {
        "strings": "slugs texts time_zones times_of_day",
        "whole": "blueprints",
        "written": "cadences durations figures instants opening_hours scales targets",
    }.items()
    for name in names.split()
}


if not TYPE_CHECKING:  # type checkers read the imports above, so that a misspelt name is an error to them

    def __getattr__(name: str) -> object:
        if name not in __all__:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        import importlib

        try:
            importlib.import_module("hypothesis")
        except ModuleNotFoundError:
            from cxblueprint.errors import MissingExtraError

            what, extra = "strategies", "testing"
            raise MissingExtraError(what, extra) from None
        value: object = getattr(importlib.import_module(f"{__name__}.{_HOMES.get(name, 'elements')}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
