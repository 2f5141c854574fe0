from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "FLO001",
    "journey-without-steps",
    summary="a journey is live, and nobody has said what the customer does on it",
    claims=("1.2", "4.8"),
    judges_the_whole=True,
)
def journey_without_steps(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys that have no step; where none of several has one, say so once."""
    live = [journey for _, journey in sorted(graph.journeys.items()) if journey.is_live]
    empty = [journey for journey in live if not journey.steps]
    for journey in empty:
        yield flaw(
            journey,
            f"journey '{journey.id}' is live and has no step",
            "tell under `stages` what the customer does, step by step, or set `status: draft`",
            lacks="a step",
            once="no journey has a step" if empty == live else (),
        )
