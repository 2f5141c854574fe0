from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reviews import review_due

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "GOV008",
    "review-overdue",
    summary="a journey has not been held against reality for longer than was agreed",
    claims=("1.2",),
)
def review_overdue(graph: Graph, *, as_of: dt.date | None) -> Iterator[Flaw]:
    """Find live journeys whose next review lies before the day to judge by."""
    for journey in graph.journeys.values():
        reviewed, every = journey.journey.reviewed, journey.journey.review_every
        if as_of is None or reviewed is None or every is None or not journey.is_live:
            continue
        due = review_due(reviewed, every)
        if due is not None and due < as_of:
            yield flaw(
                journey,
                f"journey '{journey.id}' was last reviewed on {reviewed}, and the review of {due} is overdue",
                "hold it against what customers say and do today, then set `reviewed` to that day",
                at="reviewed",
            )
