from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import (
    across_departments,
    handoffs_on,
    has_promise,
    span_a_standard,
    waits_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Handoff


def _is_agreed(graph: Graph, handoff: Handoff) -> bool:
    """Tell whether the receiver has agreed on something with the giver, in the hand-off or beside it."""
    return handoff.agreement is not None or any(
        standard.provider == handoff.receiver and standard.consumer == handoff.giver
        for standard in graph.standards.values()
    )


def _handoffs_that_matter(graph: Graph) -> set[str]:
    """Return the ids of the hand-offs where a customer waits or was promised something."""
    found: set[str] = set()
    for journey in graph.journeys.values():
        promised = has_promise(graph, journey)
        for edge in journey.edges:
            one, other = edge.source.touchpoint, edge.target.touchpoint
            if one is None or other is None or not (promised or waits_on(edge)):
                continue
            if not span_a_standard(one, other):
                found.update(handoff.id for handoff in handoffs_on(graph, edge))
    return found


@rule(
    "SIL003",
    "handoff-without-agreement",
    summary="work passes to another department, and nobody has agreed how fast and how well",
    claims=("2.1", "4.10"),
)
def handoff_without_agreement(graph: Graph) -> Iterator[Flaw]:
    """Find hand-offs across departments without an agreement, once for each pair of teams."""
    matters = _handoffs_that_matter(graph)
    said: set[frozenset[str]] = set()
    for handoff in graph.handoffs.values():
        giver, receiver = graph.team(handoff.giver), graph.team(handoff.receiver)
        pair = frozenset((handoff.giver, handoff.receiver))
        if giver is None or receiver is None or handoff.id not in matters or pair in said:
            continue
        if across_departments(graph, giver, receiver) and not _is_agreed(graph, handoff):
            said.add(pair)
            yield flaw(
                handoff,
                f"handoff '{handoff.id}' passes work from team '{giver.id}' to team '{receiver.id}'"
                " without an agreement",
                f"declare a standard with `provider: {receiver.id}` and `consumer: {giver.id}`,"
                " and name it in `agreement`",
                about=f"team:{receiver.id}",
            )
