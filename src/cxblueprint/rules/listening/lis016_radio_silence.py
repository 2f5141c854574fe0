from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import with_a_request_on_its_way

from .posts import journeys_today

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cxblueprint.graph import Graph, StepNode
    from cxblueprint.model import RecoveryPlan


_AN_HOUR = 3600
"""In seconds: who is to wait for less is still on the line or in the room."""


def _is_told(graph: Graph, *places: str) -> bool:
    """Tell whether an update covers one of these places; one that names none may cover any."""
    updates = graph.proactive_updates.values()
    return any(not update.covers or not set(update.covers).isdisjoint(places) for update in updates)


def _names_of(graph: Graph, accounts: Collection[str | None], segments: Collection[str | None]) -> list[str]:
    """Return what an update may name to reach customers: accounts, segments, and the plans for them."""
    plans = (
        plan.id
        for plan in graph.relationship_plans.values()
        if plan.account in accounts or plan.segment in segments
    )
    kinds = {"account": accounts, "segment": segments, "relationship-plan": plans}
    return [f"{kind}:{name}" for kind, names in kinds.items() for name in names if name is not None]


def _is_told_at(graph: Graph, step: StepNode) -> bool:
    segments = step.journey.journey.segments
    accounts = [account.id for account in graph.accounts.values() if account.segment in segments]
    places = (step.subject, step.journey.subject, f"touchpoint:{step.step.touchpoint}")
    return _is_told(graph, "any-open-request", *map(str, places), *_names_of(graph, accounts, segments))


def _is_told_during(graph: Graph, plan: RecoveryPlan) -> bool:
    cases = [case for case in graph.escalations.values() if case.recovery == plan.id]
    accounts = {case.account for case in cases}
    segments = {account.segment for account in graph.accounts.values() if account.id in accounts}
    journeys = (f"journey:{case.journey}" for case in cases)
    places = ("any-recovery", *journeys, *_names_of(graph, accounts, segments))
    return plan.review_cadence is not None or _is_told(graph, *places)


def _silence_after(step: StepNode, asked: set[StepNode]) -> str | None:
    """Return why the customer waits for a word after a step, or None.

    A request that nothing ever closes is a matter of request-never-closed alone.
    """
    wait = step.step.wait
    if wait is not None and wait.is_a_working_day_or_more:
        return f"is followed by a wait of {wait}"
    is_still_there = wait is not None and wait.seconds is not None and wait.seconds < _AN_HOUR
    is_open = step.leaves_request_open and step in asked
    return "leaves a request open" if is_open and not is_still_there else None


@rule(
    "LIS016",
    "radio-silence",
    summary="customers wait for something, and hear nothing unless they ask",
    claims=("0.1",),
    judges_the_whole=True,
)
def radio_silence(graph: Graph) -> Iterator[Flaw]:
    """Find open requests, long waits and recoveries without an update, once for each journey.

    Where no update is declared at all it says so once.
    """
    hint = "declare under `proactive_updates` what the customer then hears, how often, and what it `covers`"
    at_all = () if graph.proactive_updates else "no update at all"
    for journey in sorted(journeys_today(graph), key=lambda journey: journey.id):
        asked = with_a_request_on_its_way(journey, graph.closes_request)
        for step in journey.steps:
            why = _silence_after(step, asked)
            if why is not None and not _is_told_at(graph, step):
                yield flaw(
                    step,
                    f"step '{step.address}' {why}, and no proactive update covers it",
                    hint,
                    once=at_all or f"silence on {journey.id}",
                )
    for _, plan in sorted(graph.recovery_plans.items()):
        if plan.closure_confirmed is None and not _is_told_during(graph, plan):
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' is under way, and no proactive update tells the customer",
                hint,
                lacks="an update to the customer",
                once=at_all,
            )
