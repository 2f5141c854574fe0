"""What tests of blueprints, of rules and of whatever reads blueprints are written with.

Everything is here, so that one import is enough:

- `assert_clean` and `findings` tell what the rules find;
- `blueprint_of`, `journey_through` and `fragment` make small blueprints;
- `blueprints`, `journeys`, `touchpoints` and the other plural nouns are strategies of Hypothesis, which need
  the extra `testing`;
- `page_cases`, `assert_example_holds` and `assert_page_is_complete` test rules by their pages.

Importing this package needs nothing but cxblueprint and costs next to nothing: each name is loaded when it is
first touched.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .asserting import assert_clean, findings
    from .making import blueprint_of, fragment, journey_through
    from .pages import PageCase, assert_example_holds, assert_page_is_complete, page_cases, report_on
    from .strategies import (
        accounts,
        assessments,
        blueprints,
        cadences,
        calendars,
        causes,
        channels,
        durations,
        escalation_policies,
        escalations,
        figures,
        handoffs,
        initiatives,
        instants,
        journeys,
        kpis,
        listening_posts,
        opening_hours,
        personas,
        policies,
        proactive_updates,
        promises,
        recovery_plans,
        relationship_plans,
        risks,
        roles,
        scales,
        segments,
        slugs,
        standards,
        systems,
        targets,
        teams,
        texts,
        time_zones,
        times_of_day,
        touchpoints,
    )

__all__ = [
    "PageCase", "accounts", "assert_clean", "assert_example_holds", "assert_page_is_complete", "assessments",
    "blueprint_of", "blueprints", "cadences", "calendars", "causes", "channels", "durations",
    "escalation_policies", "escalations", "figures", "findings", "fragment", "handoffs", "initiatives",
    "instants", "journey_through", "journeys", "kpis", "listening_posts", "opening_hours", "page_cases",
    "personas", "policies", "proactive_updates", "promises", "recovery_plans", "relationship_plans",
    "report_on", "risks", "roles", "scales", "segments", "slugs", "standards", "systems", "targets", "teams",
    "texts", "time_zones", "times_of_day", "touchpoints",
]  # fmt: skip

_HOMES = {
    name: home
    for home, names in {
        "asserting": "assert_clean findings",
        "making": "blueprint_of fragment journey_through",
        "pages": "PageCase assert_example_holds assert_page_is_complete page_cases report_on",
    }.items()
    for name in names.split()
}


if not TYPE_CHECKING:  # type checkers read the imports above, so that a misspelt name is an error to them

    def __getattr__(name: str) -> object:
        if name not in __all__:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        import importlib

        home = importlib.import_module(f"{__name__}.{_HOMES.get(name, 'strategies')}")
        value: object = getattr(home, name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
