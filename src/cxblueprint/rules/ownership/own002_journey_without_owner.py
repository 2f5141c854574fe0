from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "OWN002",
    "journey-without-owner",
    summary="nobody answers for the whole of a journey",
    claims=("1.2", "2.1"),
)
def journey_without_owner(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys that no team owns; where none of them is owned, say so once."""
    live = [journey for _, journey in sorted(graph.journeys.items()) if journey.is_live]
    ownerless = [journey for journey in live if journey.journey.owner is None]
    for journey in ownerless:
        yield flaw(
            journey,
            f"journey '{journey.id}' has no owner",
            "set `owner` to the id of the declared team that answers for the whole of it",
            lacks="an owner",
            once="no journey has an owner" if len(ownerless) == len(live) else (),
        )
