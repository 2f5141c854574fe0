from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "OWN001",
    "touchpoint-without-owner",
    summary="nobody answers for a touchpoint",
    claims=("1.2", "2.1"),
)
def touchpoint_without_owner(graph: Graph) -> Iterator[Flaw]:
    """Find touchpoints that no team owns, those of drafts alone spared; where none has any, say so once."""
    live = [touchpoint for _, touchpoint in sorted(graph.touchpoints.items()) if graph.is_live(touchpoint)]
    ownerless = [touchpoint for touchpoint in live if touchpoint.owner is None]
    for touchpoint in ownerless:
        yield flaw(
            touchpoint,
            f"touchpoint '{touchpoint.id}' has no owner",
            "set `owner` to the id of a declared team",
            lacks="an owner",
            once="no touchpoint has an owner" if len(ownerless) == len(live) else (),
        )
