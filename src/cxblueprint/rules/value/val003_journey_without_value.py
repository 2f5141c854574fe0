from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import live_journeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL003",
    "journey-without-value",
    summary="nobody has said what customers gain by a journey",
    claims=("1.2", "0.7"),
    judges_the_whole=True,
)
def journey_without_value(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys that say of one of their segments, or of all, nothing of what it gains."""
    blueprint = graph.blueprint
    journeys = [journey for journey in live_journeys(graph) if journey.journey.segments]
    if len(journeys) > 1 and all(journey.journey.value_to_customer is None for journey in journeys):
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' says of none of its {len(journeys)} journeys what customers gain",
            "say in each `value_to_customer` what they have at its end that they did not have before",
            at="journeys",
        )
        return
    for journey in journeys:
        value = journey.journey.value_to_customer
        stated = journey.journey.segments if isinstance(value, str) else value or ()
        missing = [f"'{segment}'" for segment in journey.journey.segments if segment not in stated]
        if missing:
            yield flaw(
                journey,
                f"journey '{journey.id}' does not say what {' and '.join(missing)}"
                f" gain{'' if len(missing) > 1 else 's'} by it",
                "say in `value_to_customer` what customers have at its end that they did not have before",
                at="value_to_customer" if value is not None else None,
            )
