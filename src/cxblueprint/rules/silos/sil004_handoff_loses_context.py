from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import handoffs_on, share_a_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import Handoff, Touchpoint


def _spelled(texts: tuple[str, ...]) -> dict[str, str]:
    """Return texts by what they say, whatever their capitals and spaces."""
    return {" ".join(text.split()).casefold(): text for text in texts}


def _received(graph: Graph, journey: JourneyNode) -> Iterator[tuple[Handoff, Touchpoint]]:
    """Yield the hand-offs of a journey with where the work arrives and no common system carries it there."""
    for edge in journey.edges:
        one, other = edge.source.touchpoint, edge.target.touchpoint
        if one is None or other is None or share_a_case(graph, one, other):
            continue
        for handoff in handoffs_on(graph, edge):
            if (handoff.giver, handoff.receiver) == (one.owner, other.owner):
                yield handoff, other


@rule(
    "SIL004",
    "handoff-loses-context",
    summary="work is handed over without what the receiver needs, so the customer is asked again",
    claims=("2.1",),
)
def handoff_loses_context(graph: Graph) -> Iterator[Flaw]:
    """Find hand-offs that pass less than is needed where they arrive, once for each."""
    lost: dict[str, tuple[Touchpoint, dict[str, str]]] = {}
    for journey in graph.journeys.values():
        for handoff, place in _received(graph, journey) if journey.is_live else ():
            passed, needed = _spelled(handoff.passes), _spelled(place.needs)
            missing = {key: text for key, text in needed.items() if key not in passed}
            if passed and missing:
                lost.setdefault(handoff.id, (place, {}))[1].update(missing)
    for handoff_id, (place, missing) in lost.items():
        what = ", ".join(f"'{text}'" for text in missing.values())
        yield flaw(
            graph.handoffs[handoff_id],
            f"handoff '{handoff_id}' does not pass what touchpoint '{place.id}' needs: {what}",
            "add it to `passes`, or let both teams work in a system with `carries_case: true`",
            at="passes",
            about=f"touchpoint:{place.id}",
        )
