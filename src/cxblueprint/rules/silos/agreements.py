"""What teams have agreed to deliver to each other, and where they have not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import across_departments, handoffs_on, has_promise, span_a_standard, waits_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Handoff


def agreed_pairs(graph: Graph) -> set[tuple[str | None, str | None]]:
    """Return which team has agreed on something with which: provider and consumer of each standard."""
    return {(standard.provider, standard.consumer) for standard in graph.standards.values()}


def no_agreement_between(one: str, other: str) -> str:
    """Return what it is called that two teams, whichever serves the other, have agreed on nothing."""
    return " and ".join(sorted((one, other))) + " without an agreement"


def handoffs_without_agreement(graph: Graph) -> Iterator[Handoff]:
    """Yield the hand-offs across departments that nobody has agreed on, by their ids."""
    matters, agreements = _handoffs_that_matter(graph), agreed_pairs(graph)
    for _, handoff in sorted(graph.handoffs.items()):
        giver, receiver = graph.team(handoff.giver), graph.team(handoff.receiver)
        if giver is None or receiver is None or handoff.id not in matters:
            continue
        agreed = handoff.agreement is not None or (receiver.id, giver.id) in agreements
        if across_departments(graph, giver, receiver) and not agreed:
            yield handoff


def _handoffs_that_matter(graph: Graph) -> set[str]:
    """Return the ids of the hand-offs where a customer waits or was promised something today."""
    found: set[str] = set()
    for journey in graph.journeys.values():
        promised = has_promise(graph, journey)
        for edge in journey.edges if journey.is_live else ():
            one, other = edge.source.touchpoint, edge.target.touchpoint
            if one is None or other is None or not (promised or waits_on(edge)):
                continue
            if not span_a_standard(one, other):
                found.update(handoff.id for handoff in handoffs_on(graph, edge))
    return found
