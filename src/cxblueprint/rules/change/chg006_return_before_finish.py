from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG006",
    "return-before-finish",
    summary="the return is expected before the work can be finished",
    claims=("2.4",),
)
def return_before_finish(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives whose return is due before they end."""
    for initiative in graph.initiatives.values():
        due, ends = initiative.returns_by, initiative.ends
        if due is not None and ends is not None and due < ends:
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' is to pay off by {due} and ends on {ends}",
                "set `returns_by` to a day after `ends`, or deliver in parts that each pay off",
                at="returns_by",
            )
