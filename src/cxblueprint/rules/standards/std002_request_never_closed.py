from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import able_to_reach, opens_request, settles_at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "STD002",
    "request-never-closed",
    summary="customers ask for something, and nothing ever closes the request",
    claims=("1.6", "0.1"),
)
def request_never_closed(graph: Graph) -> Iterator[Flaw]:
    """Find requests that no step here or downstream closes, once for each touchpoint of a journey."""
    for journey in graph.journeys.values():
        if not journey.is_live:
            continue
        closed = able_to_reach(step for step in journey.steps if graph.closes_request(step))
        for step in journey.steps:
            if not opens_request(step) or step in closed or settles_at_once(step):
                continue
            touchpoint = step.step.touchpoint
            yield flaw(
                step,
                f"step '{step.address}' opens a request at '{touchpoint}', and nothing closes it"
                f" on the rest of journey '{journey.id}'",
                "set `closes_request: true` on the step that settles it, or give a touchpoint after it"
                " a standard of kind loop-closure",
                about=f"touchpoint:{touchpoint}",
                once=f"{touchpoint} on {journey.id}",
            )
