from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .ways import endless_loops, travelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "FLO004",
    "endless-loop",
    summary="customers go round in a circle that has no way out",
    claims=("4.8", "1.6"),
)
def endless_loop(graph: Graph) -> Iterator[Flaw]:
    """Find loops that customers get into and never out of, once for each."""
    for journey in travelled(graph):
        for loop in endless_loops(graph, journey):
            first, *more = loop
            round_trip = f" by {', '.join(repr(step.id) for step in more)}" if more else ""
            yield flaw(
                first,
                f"step '{first.address}' leads back to itself{round_trip}, and no way leads out",
                "lead out of the circle with a `next` and its `when`, or mark the step that settles the"
                " matter with `closes_request: true`",
            )
