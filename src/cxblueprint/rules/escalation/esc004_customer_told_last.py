from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .rungs import hierarchical, is_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC004",
    "customer-told-last",
    summary="our managers know before the customer does",
    claims=("0.2",),
)
def customer_told_last(graph: Graph) -> Iterator[Flaw]:
    """Find policies that tell the customer later than a hierarchical level above the first."""
    for policy in graph.escalation_policies.values():
        told = policy.customer_told_after
        before = [rung for place, rung in hierarchical(policy) if place > 0 and is_later(told, rung.after)]
        if before:
            rung = before[0]
            who = f"'{rung.role}'" if rung.role is not None else "a level above the first"
            yield flaw(
                policy,
                f"escalation-policy '{policy.id}' tells the customer after {told}, later than {who}"
                f" ({rung.after})",
                "tell the customer before the matter goes further up: set `customer_told_after` sooner",
                at="customer_told_after",
            )
