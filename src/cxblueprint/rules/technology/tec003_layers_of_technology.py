from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reaching import is_a_message, rows_of_layers, with_a_way_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "TEC003",
    "layers-of-technology",
    summary="machine after machine stands between customers and anyone of ours",
    claims=("3.3",),
)
def layers_of_technology(graph: Graph, *, layers: int = 3) -> Iterator[Flaw]:
    """Find rows of automated steps with no way to a person on any of them, once where each begins."""
    messages = {one.id for one in graph.touchpoints.values() if is_a_message(graph, one)}
    spared = with_a_way_out(graph) | messages
    for journey in graph.journeys.values():
        for first, last, length in rows_of_layers(journey, spared) if journey.is_live else ():
            if length < layers:
                continue
            yield flaw(
                first,
                f"step '{first.address}' is the first of {length} machines in a row, up to"
                f" '{last.address}', with no person on the way",
                f"set `way_to_human` at one in {layers} of them, or let a person serve there",
                about=f"step:{last.address}",
                once=f"machines from {first.address} on",
            )
