"""What standards say about how soon something happens."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxblueprint.graph import handoffs_on, standards_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cxblueprint.graph import Graph, StepNode
    from cxblueprint.model import Duration, Touchpoint

_ABOUT = {"bd": 86_400, "mo": 30 * 86_400, "y": 365 * 86_400}
"""Seconds of what depends on a calendar: near enough to tell a minute from a week."""
NO_TIME = -1.0


def longest_at_touchpoints(graph: Graph) -> dict[str | None, float]:
    """Return, by touchpoint, the longest time that a standard there or behind it states, in seconds.

    It is infinite where a standard leaves open how long, and `NO_TIME` where none is about time.
    """
    touchpoints = graph.touchpoints.values()
    return {touchpoint.id: longest(graph, _standards_behind(graph, touchpoint)) for touchpoint in touchpoints}


def longest_until_settled(graph: Graph, at: Mapping[str | None, float]) -> dict[StepNode, float]:
    """Return, by step, the longest time from there up to where what was asked for is settled.

    What was agreed for a hand-off on the way counts where the request is handed over.
    """
    times = {step: at.get(step.step.touchpoint, NO_TIME) for step in graph.steps}
    for step in graph.steps:
        if not graph.closes_request(step):
            times[step] = max(times[step], agreed_after(graph, step))
    found: dict[StepNode, float] = {}
    for step in sorted(graph.steps, key=lambda step: -times[step]):
        waiting = [step]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found[here] = times[step]
                before = (edge.source for edge in here.incoming)
                waiting += (place for place in before if not graph.closes_request(place))
    return found


def without_time(
    graph: Graph, here: Mapping[str | None, float], ahead: Mapping[StepNode, float]
) -> Iterator[Touchpoint]:
    """Yield the live, owned touchpoints that take requests without any time set until they are settled.

    Args:
        graph: the blueprint, resolved.
        here: the longest time by touchpoint.
        ahead: the longest time by step, up to where a request is settled.
    """
    for touchpoint in graph.touchpoints.values():
        if not touchpoint.opens_request or not graph.is_live(touchpoint):
            continue
        steps = graph.steps_at(touchpoint)
        at_once = touchpoint.automation == "automated" and not any(step.has_wait for step in steps)
        if at_once or graph.owner_of(touchpoint) is None:
            continue
        if max(here[touchpoint.id], *(ahead[step] for step in steps), NO_TIME) == NO_TIME:
            yield touchpoint


def until_settled(graph: Graph, touchpoints: Iterable[Touchpoint]) -> set[StepNode]:
    """Return the steps from touchpoints up to where what was asked for there is settled."""
    found: set[StepNode] = set()
    waiting = [step for touchpoint in touchpoints for step in graph.steps_at(touchpoint)]
    while waiting:
        step = waiting.pop()
        if step not in found and not graph.closes_request(step):
            found.add(step)
            waiting += [edge.target for edge in step.outgoing]
    return found


def agreed_after(graph: Graph, step: StepNode) -> float:
    """Return the longest time that the agreement of a hand-off after a step states."""
    handoffs = (handoff for edge in step.outgoing for handoff in handoffs_on(graph, edge))
    return longest(graph, (handoff.agreement for handoff in handoffs if handoff.agreement is not None))


def longest(graph: Graph, names: Iterable[str]) -> float:
    """Return the longest time that some standards state, `NO_TIME` where none is about time."""
    return max((_time_of(graph, name) for name in names), default=NO_TIME)


def seconds(duration: Duration) -> float:
    """Return the length in seconds, or about that."""
    exact = duration.seconds
    return float(duration.amount) * _ABOUT[duration.unit] if exact is None else float(exact)


def _standards_behind(graph: Graph, touchpoint: Touchpoint) -> Iterator[str]:
    """Yield the ids of the standards of a touchpoint, of agreements behind it and of promises at it."""
    yield from touchpoint.standards
    for action in (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support):
        if action.agreement is not None:
            yield action.agreement
    for promise in graph.promises_of(touchpoint):
        yield from standards_on(graph.promises[promise])


def _time_of(graph: Graph, name: str) -> float:
    """Return the time of a standard; what is not declared or has no target yet may be any."""
    standard = graph.standards.get(name)
    target = standard.target if standard is not None else None
    if standard is None or target is None:
        return inf
    if target.limit is not None:
        return seconds(target.limit)
    return inf if target.figure is None or standard.kind == "timeliness" else NO_TIME
