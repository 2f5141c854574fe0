from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import live_journeys, tells_feelings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL004",
    "journey-without-emotion",
    summary="nobody has said how customers feel on a journey",
    claims=("2.2",),
    judges_the_whole=True,
)
def journey_without_emotion(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys of known segments without any feeling; where none has any, say so once."""
    blueprint = graph.blueprint
    journeys = [one for one in live_journeys(graph) if one.steps and one.journey.segments]
    cold = [journey for journey in journeys if not tells_feelings(graph, journey)]
    if len(cold) > 1 and cold == journeys:
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' says of none of its {len(cold)} journeys how customers feel on them",
            "set `emotion` on the steps that matter, from -2 to 2, or the segments' `emotional_drivers`",
            at="journeys",
        )
        return
    for journey in cold:
        yield flaw(
            journey,
            f"journey '{journey.id}' does not say how customers feel on it",
            "set `emotion` on the steps that matter, from -2 to 2, or its segments' `emotional_drivers`",
        )
