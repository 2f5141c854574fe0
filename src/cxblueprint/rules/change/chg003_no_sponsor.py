from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG003",
    "no-sponsor",
    summary="something is undertaken, and nobody stands behind it",
    claims=("2.4",),
)
def no_sponsor(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives without a sponsor."""
    for initiative in graph.initiatives.values():
        if initiative.sponsor is None:
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' has no sponsor",
                "set `sponsor` to the role that stands behind it when it gets difficult",
                lacks="a sponsor",
            )
