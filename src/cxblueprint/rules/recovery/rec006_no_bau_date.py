from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC006",
    "no-bau-date",
    summary="a recovery plan does not say when business is as usual again",
    claims=("0.5",),
)
def no_bau_date(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans without a date on which everything is back to normal."""
    for plan in plans_on_their_way(graph):
        if plan.bau_date is None:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' does not say when business is as usual again",
                "set `bau_date` to the day on which it is",
                lacks="a day on which business is as usual",
            )
