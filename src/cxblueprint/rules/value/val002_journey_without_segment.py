from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .of_journeys import with_successors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL002",
    "journey-without-segment",
    summary="nobody has said whose journey it is",
    claims=("0.7", "4.7"),
    judges_the_whole=True,
)
def journey_without_segment(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys of no segment; where none of them has any, say so once."""
    blueprint = graph.blueprint
    pairs = sorted(with_successors(graph), key=lambda pair: pair[0].id)
    unclaimed = [pair[0] for pair in pairs if not any(one.journey.segments for one in pair)]
    if unclaimed and not graph.segments:
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' has no segments, so nobody can tell whose journeys these are",
            "declare under `segments` customers who are alike, and name them in the journeys' `segments`",
            at="journeys",
            lacks="segments",
        )
        return
    for journey in unclaimed:
        yield flaw(
            journey,
            f"journey '{journey.id}' is nobody's: it names no segment",
            "name in `segments` the customers who travel it",
            lacks="segments",
            once="no journey has a segment" if len(unclaimed) == len(pairs) else (),
        )
