from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC007",
    "risk-without-response",
    summary="a risk is watched, and nobody has said what to do when it comes",
    claims=("0.2",),
)
def risk_without_response(graph: Graph) -> Iterator[Flaw]:
    """Find risks without a response."""
    for risk in graph.risks.values():
        if risk.response is None:
            yield flaw(
                risk,
                f"risk '{risk.id}' has no response",
                "say in `response` what is done on the day the signal shows",
                lacks="a response",
            )
