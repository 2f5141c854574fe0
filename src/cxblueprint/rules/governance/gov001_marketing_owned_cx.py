from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reporting import as_a_chain, marketing_owned_cx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "GOV001",
    "marketing-owned-cx",
    summary="customer experience reports to marketing, directly or through others",
    severity="error",
    profile="essential",
    claims=("1.3",),
)
def marketing_owned(graph: Graph) -> Iterator[Flaw]:
    """Find the topmost CX teams whose reporting line meets marketing before an executive."""
    for team, chain in marketing_owned_cx(graph):
        through = f" ({as_a_chain((team, *chain))})" if len(chain) > 1 else ""
        yield flaw(
            team,
            f"team '{team.id}' runs customer experience and reports to marketing '{chain[-1].id}'{through}",
            "let it report to an executive or within operations: set `reports_to` to such a team",
            at="reports_to",
            about=f"team:{chain[-1].id}",
        )
