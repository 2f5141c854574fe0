from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Action


def _help(graph: Graph) -> Iterator[Action]:
    """Yield what a team of ours does for a touchpoint that another one of ours owns."""
    for place in graph.touchpoints.values():
        for action in (*place.frontstage, *place.backstage, *place.support):
            if action.team != place.owner and _are_ours(graph, action.team, place.owner):
                yield action


def _are_ours(graph: Graph, *names: str | None) -> bool:
    """Tell whether these are declared teams of our own; a partner is no colleague."""
    teams = [graph.team(name) for name in names]
    return all(team is not None and team.function != "partner" for team in teams)


@rule(
    "VAL008",
    "internal-customers-forgotten",
    summary="teams work for each other, and nobody has asked what those who are served need",
    profile="exemplary",
    claims=("4.10",),
    judges_the_whole=True,
)
def internal_customers_forgotten(graph: Graph) -> Iterator[Flaw]:
    """Find a blueprint where work passes between teams, with no internal segment and nothing agreed."""
    blueprint = graph.blueprint
    helped = list(_help(graph))
    passed_on = [one for one in graph.handoffs.values() if _are_ours(graph, one.giver, one.receiver)]
    agreed = (
        any(standard.provider is not None for standard in graph.standards.values())
        or any(one.agreement is not None for one in helped)
        or any(handoff.agreement is not None for handoff in graph.handoffs.values())
    )
    known = any(segment.internal for segment in graph.segments.values())
    if (helped or passed_on) and not agreed and not known:
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' has teams that work for each other, and knows no internal customers",
            "declare those who are served as a segment with `internal: true` and a journey of their own, or"
            " what they are owed as a standard with `provider` and `consumer`",
        )
