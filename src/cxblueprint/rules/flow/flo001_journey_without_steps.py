from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

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
    live = [journey for journey in graph.journeys.values() if journey.is_live]
    empty = [journey for journey in live if not journey.steps]
    hint = "tell under `stages` what the customer does, step by step, or set `status: draft`"
    if len(empty) == len(live) > 1:
        message = f"none of the {len(live)} live journeys of blueprint '{graph.blueprint.id}' has a step"
        yield flaw(Subject("blueprint", graph.blueprint.id), message, hint, at="journeys")
        return
    for journey in empty:
        yield flaw(journey, f"journey '{journey.id}' is live and has no step", hint)
