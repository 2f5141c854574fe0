from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import described_initiatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG004",
    "no-funding-decision",
    summary="something is undertaken, and nobody has decided where the means come from",
    claims=("2.4",),
)
def no_funding_decision(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives for which no means were found, new or taken from elsewhere."""
    for initiative in described_initiatives(graph):
        if initiative.funding in (None, "none"):
            stated = "is to do without means" if initiative.funding else "has no decision on its means"
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' {stated}",
                "decide where time and money come from: set `funding` to new, reallocated or reprioritised",
                at="funding" if initiative.funding else None,
                lacks=None if initiative.funding else "a decision on its means",
            )
