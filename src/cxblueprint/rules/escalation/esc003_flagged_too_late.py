from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .rungs import is_later, is_no_sooner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import EscalationPolicy, ServiceStandard


def _what_is_late(
    graph: Graph, policy: EscalationPolicy, standard: ServiceStandard
) -> tuple[str, str, ServiceStandard] | None:
    """Return what comes too late for a standard, its field, and the standard; None if nothing does."""
    limit = standard.target.limit if standard.target is not None else None
    if policy.clock_start is None or policy.clock_start != standard.starts:
        return None
    if standard.clock not in (None, graph.blueprint.clock):
        return None  # the policy counts on the blueprint's clock
    stated = [rung.after for rung in policy.levels if rung.after is not None]
    begins = policy.levels[0].after if policy.levels else None
    if begins is not None and all(is_no_sooner(after, limit) for after in stated):
        return f"calls nobody in before {min(stated)}", "levels[0].after", standard
    if is_later(policy.customer_told_after, limit):
        return f"tells the customer after {policy.customer_told_after}", "customer_told_after", standard
    return None


@rule(
    "ESC003",
    "flagged-too-late",
    summary="nobody is called in until the standard is already missed",
    claims=("0.2",),
)
def flagged_too_late(graph: Graph) -> Iterator[Flaw]:
    """Find policies that begin when a standard they protect has run out, once for each policy."""
    for policy in graph.escalation_policies.values():
        protected = (graph.standards[name] for name in policy.protects if name in graph.standards)
        late = next(filter(None, (_what_is_late(graph, policy, standard) for standard in protected)), None)
        if late is not None:
            said, field, standard = late
            yield flaw(
                policy,
                f"escalation-policy '{policy.id}' {said}, when the standard that it protects,"
                f" '{standard.id}' ({standard.target}), has run out",
                "call the first level in, and tell the customer, while the standard can still be kept",
                at=field,
                about=f"service-standard:{standard.id}",
            )
