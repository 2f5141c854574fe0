from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .isolation import siloed_touchpoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "SIL001",
    "siloed-touchpoint",
    summary="nothing ties a touchpoint to the ones before and after it, which other teams own",
    severity="error",
    profile="essential",
    claims=("2.1",),
)
def siloed_touchpoint(graph: Graph) -> Iterator[Flaw]:
    """Find touchpoints that share nothing with any neighbour of another team, once for each."""
    said: set[str] = set()
    for _, journey in sorted(graph.journeys.items()):
        for touchpoint, edges in siloed_touchpoints(graph, journey):
            if touchpoint.id in said:
                continue
            said.add(touchpoint.id)
            ends = (step for edge in edges for step in (edge.source, edge.target))
            others = dict.fromkeys(
                f"'{step.touchpoint.id}' of '{step.touchpoint.owner}'"
                for step in ends
                if step.touchpoint is not None and step.touchpoint.id != touchpoint.id
            )
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' of '{touchpoint.owner}' stands alone in journey"
                f" '{journey.id}': nothing ties it to {' or '.join(others)}",
                "declare a hand-off between the two teams, a system with `carries_case: true` that both"
                " work in, a standard or promise that spans both, or KPIs that roll up to one",
                about=f"journey:{journey.id}",
            )
