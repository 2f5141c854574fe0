"""What ties two touchpoints of different teams together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Handoff, Team, Touchpoint

    from .graph import Graph
    from .nodes import Edge, JourneyNode, StepNode


def is_one_way(graph: Graph, touchpoint: Touchpoint) -> bool:
    """Tell whether customers can neither ask nor answer at a touchpoint, such as a poster or a letter.

    It is one-way where nobody of ours acts in front of the customer and it is stated that no request
    opens there, or where its channel is a letter and nothing says that a request opens.
    """
    if touchpoint.opens_request:
        return False
    channel = graph.channels.get(touchpoint.channel or "")
    by_letter = channel is not None and channel.kind == "letter"
    return by_letter or (touchpoint.opens_request is False and not touchpoint.frontstage)


def handoffs_on(graph: Graph, edge: Edge) -> Iterator[Handoff]:
    """Yield the hand-offs declared between the owners of an edge's two touchpoints, either way."""
    giver, receiver = graph.owner_of(edge.source), graph.owner_of(edge.target)
    if giver is None or receiver is None:
        return
    for handoff in graph.handoffs_between(giver.id, receiver.id):
        if handoff.between is None or set(handoff.between) in (_places(edge), _addresses(edge)):
            yield handoff


def _places(edge: Edge) -> set[str | None]:
    return {edge.source.step.touchpoint, edge.target.step.touchpoint}


def _addresses(edge: Edge) -> set[str | None]:
    return {edge.source.address, edge.target.address}


# What two touchpoints both name ties them even if nobody has declared it: unknown-reference speaks of that.


def share_a_case(graph: Graph, one: Touchpoint, other: Touchpoint) -> bool:
    """Tell whether a system carries the customer's case from one touchpoint to the other."""
    shared = (graph.systems.get(system) for system in _systems(one) & _systems(other))
    return any(system is None or system.carries_case for system in shared)


def _systems(touchpoint: Touchpoint) -> set[str]:
    actions = (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support)
    return {action.system for action in actions if action.system is not None}


def span_a_standard(one: Touchpoint, other: Touchpoint) -> bool:
    """Tell whether a standard holds at both touchpoints."""
    return not set(one.standards).isdisjoint(other.standards)


def span_a_promise(graph: Graph, one: Touchpoint, other: Touchpoint) -> bool:
    """Tell whether a promise is made at one touchpoint and kept at the other, or kept at both."""
    return bool(graph.promises_of(one) & graph.promises_of(other))


def roll_up_together(graph: Graph, one: Touchpoint, other: Touchpoint) -> bool:
    """Tell whether KPIs of both touchpoints are the same, or roll up to the same one."""
    return bool(_measures(graph, one) & _measures(graph, other))


def _measures(graph: Graph, touchpoint: Touchpoint) -> set[str]:
    """Return the ids of a touchpoint's KPIs and of all that they roll up to, however many levels."""
    found: set[str] = set()
    for name in touchpoint.kpis:
        above: str | None = name
        while above is not None and above not in found:
            found.add(above)
            kpi = graph.kpis.get(above)
            above = kpi.rolls_up_to if kpi is not None else None
    return found


def department(graph: Graph, team: Team) -> str | None:
    """Return the nearest team above that is no executive, the team itself where there is none.

    None where its reporting line is not stated, or names nobody, so that nobody can tell.
    """
    above = graph.team(team.reports_to)
    if above is None:
        is_head = any(below.reports_to == team.id for below in graph.teams.values())
        return team.id if is_head and team.reports_to is None else None
    return team.id if above.function == "executive" else above.id


def across_departments(graph: Graph, one: Team, other: Team) -> bool | None:
    """Tell whether two teams sit in different departments, or one of them at a partner; None if unknown."""
    if one.id == other.id:
        return False
    if "partner" in (one.function, other.function):
        return True
    ours, theirs = department(graph, one), department(graph, other)
    if ours is None or theirs is None:
        return None
    return ours not in (theirs, other.id) and theirs != one.id


def has_promise(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether customers are promised something on a journey."""
    return any(graph.promises_of(touchpoint) for touchpoint in journey.touchpoints)


def waits_on(edge: Edge) -> bool:
    """Tell whether the customer waits before the step that an edge leads to."""
    return edge.source.has_wait


def phase_is_early(step: StepNode) -> bool:
    """Tell whether a step lies where customers still look around: a change of channel is their choice."""
    return step.stage.stage.phase in ("aware", "choose")
