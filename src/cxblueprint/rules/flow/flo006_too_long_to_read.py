from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "FLO006",
    "too-long-to-read",
    summary="a journey has more steps than anybody takes in",
    severity="info",
    profile="exemplary",
    claims=("1.2", "4.8"),
)
def too_long_to_read(graph: Graph, *, most_steps: int = 25) -> Iterator[Flaw]:
    """Find journeys, drafts too, with more steps than a reader takes in at a sitting."""
    for journey in graph.journeys.values():
        if len(journey.steps) > most_steps:
            yield flaw(
                journey,
                f"journey '{journey.id}' has {len(journey.steps)} steps, more than the {most_steps} that are"
                " read at a sitting",
                "part it into journeys with a goal each, or draw steps together that customers take as one",
            )
