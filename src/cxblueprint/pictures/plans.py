"""What the view `recovery` is of: recovery plans and escalation policies, and what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import EscalationPolicy, RecoveryPlan, Subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Escalation, ServiceStandard

_POLICY = "escalation-policy:"


def plans(graph: Graph) -> tuple[str, ...]:
    """Return the ids of what the view `recovery` draws: recovery plans, then escalation policies.

    A policy whose id a plan has too is told by its kind: `escalation-policy:ID`.
    """
    return *graph.recovery_plans, *(plan_key(graph, one) for one in graph.escalation_policies.values())


def plan_key(graph: Graph, thing: RecoveryPlan | EscalationPolicy) -> str:
    """Return what stands for a recovery plan or an escalation policy among `plans`."""
    is_taken = isinstance(thing, EscalationPolicy) and thing.id in graph.recovery_plans
    return f"{_POLICY}{thing.id}" if is_taken else thing.id


def plan_named(graph: Graph, plan: str) -> RecoveryPlan | EscalationPolicy:
    """Return what one of the ids of `plans` stands for.

    Raises:
        KeyError: it is none of them.
    """
    if plan in graph.recovery_plans:
        return graph.recovery_plans[plan]
    return graph.escalation_policies[plan.removeprefix(_POLICY)]


def cases_of(graph: Graph, thing: RecoveryPlan | EscalationPolicy) -> tuple[Escalation, ...]:
    """Return the escalations that are put right by a plan, or that took a policy's way up, by their ids."""
    field = "recovery" if isinstance(thing, RecoveryPlan) else "policy"
    found = (case for case in graph.escalations.values() if getattr(case, field) == thing.id)
    return tuple(sorted(found, key=lambda case: case.id))


def policies_of(graph: Graph, plan: RecoveryPlan) -> tuple[EscalationPolicy, ...]:
    """Return the ways up that the escalations behind a plan have taken, each once."""
    named = dict.fromkeys(case.policy for case in cases_of(graph, plan) if case.policy)
    found = (graph.escalation_policies.get(policy) for policy in named)
    return tuple(policy for policy in found if policy is not None)


def standards_of(graph: Graph, policy: EscalationPolicy) -> tuple[ServiceStandard, ...]:
    """Return the standards that a policy is there to keep: those it names, then those that name it."""
    named = (graph.standards.get(standard) for standard in policy.protects)
    naming = (standard for standard in graph.standards.values() if standard.escalation == policy.id)
    found = {standard.id: standard for standard in (*named, *naming) if standard is not None}
    return tuple(found.values())


def concerned_with(graph: Graph, plan: str) -> frozenset[Subject]:
    """Return what a finding may be about to concern the picture of a plan or of a policy."""
    thing = plan_named(graph, plan)
    found = set(_around(graph, thing))
    if isinstance(thing, RecoveryPlan):
        found.update(Subject("kpi", kpi) for kpi in thing.headline)
        found.update(Subject("cause", share.cause) for share in thing.causes)
        for policy in policies_of(graph, thing):
            found.update(_around(graph, policy))
    return frozenset(found)


def _around(graph: Graph, thing: RecoveryPlan | EscalationPolicy) -> Iterator[Subject]:
    yield subject_of(thing)
    for case in cases_of(graph, thing):
        yield subject_of(case)
    if isinstance(thing, EscalationPolicy):
        yield from (subject_of(standard) for standard in standards_of(graph, thing))
