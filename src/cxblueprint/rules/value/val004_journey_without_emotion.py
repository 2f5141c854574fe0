from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import tells_feelings, with_successors

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
    pairs = [pair for pair in with_successors(graph) if pair[0].steps and pair[0].journey.segments]
    cold = [pair[0] for pair in pairs if not any(tells_feelings(graph, one) for one in pair)]
    if len(cold) > 1 and len(cold) == len(pairs):
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' says of none of its {len(cold)} journeys how customers feel on them",
            "set `emotion` on the steps that matter, from -2 to 2, or the segments' `emotional_drivers`",
            at="journeys",
            lacks="a feeling on its journeys",
        )
        return
    for journey in cold:
        yield flaw(
            journey,
            f"journey '{journey.id}' does not say how customers feel on it",
            "set `emotion` on the steps that matter, from -2 to 2, or its segments' `emotional_drivers`",
            lacks="a feeling on it",
        )
