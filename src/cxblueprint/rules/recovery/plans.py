"""Which recovery plans are under way, and how much time is left in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import RecoveryPlan
    from cxblueprint.reckon import Schedule


def plans_on_their_way(graph: Graph) -> Iterator[RecoveryPlan]:
    """Yield the plans that hold more than a name and a cause, until the customer confirms that it is over."""
    for plan in graph.recovery_plans.values():
        if (plan.actions or plan.committed_to) and plan.closure_confirmed is None:
            yield plan


def slack_of(found: Schedule, given: dt.date) -> int | None:
    """Return the working days between the last action and a date; None where they lie generations apart."""
    try:
        return found.days_left(given)
    except OverflowError:
        return None
