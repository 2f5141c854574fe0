from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .isolation import siloed_touchpoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.graph import Edge, Graph, JourneyNode
    from cxblueprint.model import Touchpoint


def _neighbours(touchpoint: Touchpoint, edges: Iterable[Edge]) -> list[Touchpoint]:
    """Return the touchpoints at the other ends of some edges, each once, in order."""
    ends = (step.touchpoint for edge in edges for step in (edge.source, edge.target))
    return list({one.id: one for one in ends if one is not None and one.id != touchpoint.id}.values())


def _crossing(one: Touchpoint, other: Touchpoint) -> str:
    return " and ".join(sorted((one.id, other.id)))


@rule(
    "SIL001",
    "siloed-touchpoint",
    summary="nothing ties a touchpoint to the ones before and after it, which other teams own",
    severity="error",
    profile="essential",
    claims=("2.1",),
)
def siloed_touchpoint(graph: Graph) -> Iterator[Flaw]:
    """Find live touchpoints that share nothing with any neighbour of another team, each once.

    The cause is a crossing that nothing ties, and who stands at most of them is named first.
    """
    first: dict[str, tuple[Touchpoint, JourneyNode, list[Touchpoint]]] = {}
    crossings: dict[str, dict[str, None]] = {}
    for _, journey in sorted(graph.journeys.items()):
        for touchpoint, edges in siloed_touchpoints(graph, journey) if journey.is_live else ():
            others = _neighbours(touchpoint, edges)
            first.setdefault(touchpoint.id, (touchpoint, journey, others))
            causes = dict.fromkeys(_crossing(touchpoint, other) for other in others)
            crossings.setdefault(touchpoint.id, {}).update(causes)
    for name in sorted(first, key=lambda name: (-len(crossings[name]), name)):
        touchpoint, journey, others = first[name]
        names = " or ".join(f"'{other.id}' of '{other.owner}'" for other in others)
        yield flaw(
            touchpoint,
            f"touchpoint '{touchpoint.id}' of '{touchpoint.owner}' stands alone in journey"
            f" '{journey.id}': nothing ties it to {names}",
            "declare a hand-off between the two teams, a system with `carries_case: true` that both"
            " work in, a standard or promise that spans both, or KPIs that roll up to one",
            about=f"journey:{journey.id}",
            once=tuple(crossings[name]),
        )
