from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC006",
    "risk-without-owner",
    summary="a risk is known, and nobody watches it",
    claims=("0.2",),
)
def risk_without_owner(graph: Graph) -> Iterator[Flaw]:
    """Find risks that no team watches."""
    for risk in graph.risks.values():
        if risk.owner is None:
            yield flaw(
                risk,
                f"risk '{risk.id}' has no owner",
                "set `owner` to the id of the team that watches its signal",
                lacks="an owner",
            )
