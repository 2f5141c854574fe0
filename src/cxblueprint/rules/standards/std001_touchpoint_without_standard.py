from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

from .owed import owes_a_standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "STD001",
    "touchpoint-without-standard",
    summary="customers are served at a touchpoint, and nobody has said what good means there",
    claims=("1.1",),
)
def touchpoint_without_standard(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find live, owned touchpoints where customers ask or are served, without a service standard."""
    for touchpoint in graph.touchpoints.values():
        if owes_a_standard(graph, touchpoint, profile):
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' has no service standard",
                "declare under `standards` what good means here, and name it in the touchpoint's `standards`",
                lacks="a service standard",
            )
