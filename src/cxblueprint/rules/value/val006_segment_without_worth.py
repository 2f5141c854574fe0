from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL006",
    "segment-without-worth",
    summary="customers differ, and nobody has said what they are worth to us",
    claims=("3.8", "4.7"),
    judges_the_whole=True,
)
def segment_without_worth(graph: Graph) -> Iterator[Flaw]:
    """Find segments without a worth where there are several; where none has any, say so once."""
    blueprint = graph.blueprint
    outside = [segment for segment in graph.segments.values() if not segment.internal]
    unstated = [segment for segment in outside if segment.worth is None]
    if len(outside) > 1 and unstated == outside:
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' says of none of its {len(outside)} segments what it is worth",
            "set `worth` of each to low, medium or high",
            at="segments",
            lacks="a worth of its segments",
        )
        return
    for segment in unstated if len(outside) > 1 else ():
        yield flaw(
            segment,
            f"segment '{segment.id}' has no worth, and others have",
            "set `worth` to low, medium or high",
        )
