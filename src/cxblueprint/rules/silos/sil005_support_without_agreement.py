from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import across_departments, has_promise, waits_on

from .agreements import agreed_pairs, no_agreement_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Action, Touchpoint


def _touchpoints_that_matter(graph: Graph) -> Iterator[Touchpoint]:
    """Yield the touchpoints of live journeys where customers wait, or are promised something on the way."""
    promised = {journey.id for journey in graph.journeys.values() if has_promise(graph, journey)}
    for _, touchpoint in sorted(graph.touchpoints.items()):
        steps = [step for step in graph.steps_at(touchpoint) if step.journey.is_live]
        waits = any(step.has_wait or any(map(waits_on, step.incoming)) for step in steps)
        if waits or any(step.journey.id in promised for step in steps):
            yield touchpoint


def _actions(touchpoint: Touchpoint) -> Iterator[tuple[str, Action]]:
    """Yield what is done for a touchpoint, with where that is written."""
    for field in ("frontstage", "backstage", "support"):
        for place, action in enumerate(getattr(touchpoint, field)):
            yield f"{field}[{place}]", action


def _stands_for(graph: Graph) -> set[tuple[str | None, str]]:
    """Return which team stands for which standard: as owner or provider, or at a touchpoint of its own."""
    standards = graph.standards.values()
    return {
        *((standard.owner, standard.id) for standard in standards),
        *((standard.provider, standard.id) for standard in standards),
        *((place.owner, name) for place in graph.touchpoints.values() for name in place.standards),
    }


@rule(
    "SIL005",
    "support-without-agreement",
    summary="another department helps behind a touchpoint, and nobody has agreed how fast and how well",
    claims=("4.10", "2.1"),
)
def support_without_agreement(graph: Graph) -> Iterator[Flaw]:
    """Find help from other departments without an agreement, once for each pair of teams."""
    agreements, stands_for = agreed_pairs(graph), _stands_for(graph)
    for touchpoint in _touchpoints_that_matter(graph):
        owner = graph.owner_of(touchpoint)
        for at, action in _actions(touchpoint):
            helper = graph.team(action.team)
            if owner is None or helper is None or action.agreement is not None:
                continue
            if not across_departments(graph, owner, helper):
                continue
            spans = any((helper.id, standard) in stands_for for standard in touchpoint.standards)
            if spans or (helper.id, owner.id) in agreements:
                continue
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' of team '{owner.id}' rests on team '{helper.id}' without an"
                " agreement",
                f"declare a standard with `provider: {helper.id}` and `consumer: {owner.id}`,"
                " and name it in the action's `agreement`",
                at=at,
                about=f"team:{helper.id}",
                once=no_agreement_between(owner.id, helper.id),
            )
