from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC005",
    "risk-without-signal",
    summary="a risk is known, and nobody could tell that it is coming",
    claims=("0.2",),
)
def risk_without_signal(graph: Graph) -> Iterator[Flaw]:
    """Find risks without an early sign."""
    for risk in graph.risks.values():
        if risk.signal is None:
            yield flaw(
                risk,
                f"risk '{risk.id}' has no early signal",
                "say in `signal` what shows it while there is still time, and who would see it",
                lacks="an early signal",
            )
