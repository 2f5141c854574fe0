from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import handoffs_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import ServiceStandard, Touchpoint


def _agreements(graph: Graph, touchpoint: Touchpoint) -> Iterator[ServiceStandard]:
    """Yield what teams have agreed to deliver to a touchpoint: behind it, and when work comes or goes."""
    actions = (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support)
    steps = graph.steps_at(touchpoint)
    edges = (edge for step in steps for edge in (*step.incoming, *step.outgoing))
    handoffs = (handoff for edge in edges for handoff in handoffs_on(graph, edge))
    names = dict.fromkeys((*(one.agreement for one in actions), *(one.agreement for one in handoffs)))
    yield from (graph.standards[name] for name in names if name is not None and name in graph.standards)


def _serves(graph: Graph, agreed: ServiceStandard, owed: ServiceStandard) -> bool:
    """Tell whether an agreement stands for what customers are owed: for the same people, on one clock."""
    everyone = not agreed.segments and not agreed.accounts
    same_people = (agreed.segments, agreed.accounts) == (owed.segments, owed.accounts)
    between_teams = owed.provider is not None and owed.consumer is not None
    usual = graph.blueprint.clock
    same_clock = (agreed.clock or usual) == (owed.clock or usual)
    return (everyone or same_people) and same_clock and not between_teams


def _is_looser(agreed: ServiceStandard, owed: ServiceStandard) -> bool:
    """Tell whether customers may be let down although an agreement is kept."""
    ours, theirs = agreed.target, owed.target
    if ours is None or theirs is None or ours.kind != theirs.kind:
        return False
    if ours.limit is None or theirs.limit is None:
        return agreed.kind == owed.kind == "availability" and theirs.is_stricter_than(ours) is True
    if agreed.ends is None or agreed.ends != owed.ends or ours.limit.clock != theirs.limit.clock:
        return False
    same_time = agreed.starts == owed.starts and ours.limit == theirs.limit
    return ours.limit > theirs.limit or (same_time and theirs.is_stricter_than(ours) is True)


@rule(
    "STD010",
    "agreement-looser-than-standard",
    summary="teams have agreed on less than what customers are owed",
    claims=("1.7", "4.10"),
)
def agreement_looser_than_standard(graph: Graph) -> Iterator[Flaw]:
    """Find agreements that may be kept while the standard they serve is missed, once for each such pair."""
    for touchpoint in graph.touchpoints.values():
        for agreed in _agreements(graph, touchpoint):
            for owed in graph.standards_of(touchpoint):
                if not _serves(graph, agreed, owed) or not _is_looser(agreed, owed):
                    continue
                yield flaw(
                    agreed,
                    f"standard '{agreed.id}' is agreed between teams ({agreed.target}) and looser than"
                    f" '{owed.id}' ({owed.target}), which it serves at touchpoint '{touchpoint.id}'",
                    f"agree on at least {owed.target}, with some room to spare",
                    at="target",
                    about=f"service-standard:{owed.id}",
                    once=f"{agreed.id} is looser than {owed.id}",
                )
