from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import with_successors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode


def _untold(journey: JourneyNode, *successors: JourneyNode) -> list[str]:
    """Return the segments of a journey of which neither it nor what is to replace it says what they gain."""
    values = [one.journey.value_to_customer or {} for one in (journey, *successors)]
    if any(isinstance(value, str) for value in values):
        return []
    return [segment for segment in journey.journey.segments if not any(segment in value for value in values)]


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
    pairs = [pair for pair in with_successors(graph) if pair[0].journey.segments]
    if len(pairs) > 1 and not any(one.journey.value_to_customer for pair in pairs for one in pair):
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' says of none of its {len(pairs)} journeys what customers gain",
            "say in each `value_to_customer` what they have at its end that they did not have before",
            at="journeys",
            lacks="a value to customers on its journeys",
        )
        return
    for pair in pairs:
        journey, missing = pair[0], [f"'{segment}'" for segment in _untold(*pair)]
        if missing:
            yield flaw(
                journey,
                f"journey '{journey.id}' does not say what {' and '.join(missing)}"
                f" gain{'' if len(missing) > 1 else 's'} by it",
                "say in `value_to_customer` what customers have at its end that they did not have before",
                at="value_to_customer" if journey.journey.value_to_customer is not None else None,
                lacks=None if journey.journey.value_to_customer is not None else "a value to its customers",
            )
