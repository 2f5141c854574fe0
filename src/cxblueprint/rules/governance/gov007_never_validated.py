from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "GOV007",
    "never-validated",
    summary="customers travel a journey that rests on assumptions alone",
    claims=("1.2",),
)
def never_validated(graph: Graph) -> Iterator[Flaw]:
    """Find journeys that customers travel today and that nobody has held against what customers say."""
    for journey in graph.journeys.values():
        told = journey.journey
        if journey.is_live and told.basis == "assumed" and told.state != "to-be":
            yield flaw(
                journey,
                f"journey '{journey.id}' is live and rests on assumptions",
                "walk it with a few customers and those who serve them, then set `basis` to researched or"
                " validated and `reviewed` to that day",
                at="basis",
            )
