"""Recoveries: which plans to get back to normal are still being carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import RecoveryPlan

    from .graph import Graph


def plans_on_their_way(graph: Graph) -> Iterator[RecoveryPlan]:
    """Yield the plans that hold more than a name and a cause, until the customer confirms that it is over."""
    for plan in graph.recovery_plans.values():
        if (plan.actions or plan.committed_to) and plan.closure_confirmed is None:
            yield plan


def headlines_under_way(graph: Graph) -> frozenset[str]:
    """Return the ids of the KPIs by which recoveries that have begun are judged."""
    begun = (plan for plan in plans_on_their_way(graph) if plan.started is not None)
    return frozenset(kpi for plan in begun for kpi in plan.headline)
