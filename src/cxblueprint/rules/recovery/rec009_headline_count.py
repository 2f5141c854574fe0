from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC009",
    "headline-count",
    summary="no measure shows whether a recovery works, or too many do",
    claims=("0.6",),
)
def headline_count(graph: Graph, *, most: int = 2) -> Iterator[Flaw]:
    """Find recovery plans with no headline measure, or with more than `most`."""
    for plan in plans_on_their_way(graph):
        count = len(set(plan.headline))
        if 0 < count <= most:
            continue
        yield flaw(
            plan,
            f"recovery-plan '{plan.id}' has {count or 'no'} headline measure{'' if count == 1 else 's'}",
            f"name in `headline` the KPI that moves when customers feel it, {most} at most",
            at="headline" if count else None,
            lacks=None if count else "a headline measure",
        )
