"""From a declared journey to its nodes: addresses, edges, and where requests stay open."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from cxblueprint.model import slug

from .nodes import Edge, JourneyNode, StageNode, StepNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cxblueprint.model import Journey, Step, Touchpoint


class _Ids:
    """Gives ids that are not taken yet: `hotline`, then `hotline--2`, and so on."""

    def __init__(self, stated: Iterable[str]) -> None:
        self._taken = set(stated)
        self._counts: dict[str, int] = {}  # counting on from there keeps many equal names linear

    def first_free(self, wanted: str) -> str:
        count = self._counts.get(wanted, 0) + 1
        while (free := wanted if count == 1 else f"{wanted}--{count}") in self._taken:
            count += 1
        self._counts[wanted] = count
        self._taken.add(free)
        return free


def _own_id(step: Step, number: int) -> str:
    return step.touchpoint or slug(step.name or "") or f"step-{number}"


def journey_node(journey: Journey, touchpoints: Mapping[str, Touchpoint]) -> JourneyNode:
    """Return a journey with its stages and steps addressed and its edges drawn, in linear time."""
    node = JourneyNode(journey)
    stage_ids = _Ids(stage.id for stage in journey.stages if stage.id)
    step_ids = _Ids(step.id for stage in journey.stages for step in stage.steps if step.id)
    stages: list[StageNode] = []
    steps: list[StepNode] = []
    for position, stage in enumerate(journey.stages, 1):
        own = stage.id or stage_ids.first_free(slug(stage.name) or f"stage-{position}")
        stage_node = StageNode(stage, own, position, node)
        for step in stage.steps:
            number = len(steps) + 1
            step_id = step.id or step_ids.first_free(_own_id(step, number))
            touchpoint = touchpoints.get(step.touchpoint) if step.touchpoint else None
            steps.append(StepNode(step, step_id, number, stage_node, touchpoint))
        stage_node.steps = tuple(steps[len(steps) - len(stage.steps) :])
        stages.append(stage_node)
    node.stages, node.steps = tuple(stages), tuple(steps)
    node.by_id = _by_id(steps)
    node.edges = tuple(_edges(node))
    _hang_edges(node)
    return node


def _by_id(steps: Iterable[StepNode]) -> dict[str, tuple[StepNode, ...]]:
    found: dict[str, list[StepNode]] = {}
    for step in steps:
        found.setdefault(step.id, []).append(step)
        found[f"{step.stage.id}/{step.id}"] = [step]
    return {name: tuple(several) for name, several in found.items()}


def _edges(journey: JourneyNode) -> Iterable[Edge]:
    following = (*journey.steps[1:], None)
    for step, after in zip(journey.steps, following, strict=False):
        if step.step.next is None:
            if after is not None:
                yield Edge(step, after, implied=True)
            continue
        for way in step.step.next:
            target = journey.find(way.to)
            if target is not None:
                yield Edge(step, target, way.when, way.share)


def _hang_edges(journey: JourneyNode) -> None:
    outgoing: dict[int, list[Edge]] = {step.number: [] for step in journey.steps}
    incoming: dict[int, list[Edge]] = {step.number: [] for step in journey.steps}
    for edge in journey.edges:
        outgoing[edge.source.number].append(edge)
        incoming[edge.target.number].append(edge)
    for step in journey.steps:
        step.outgoing = tuple(outgoing[step.number])
        step.incoming = tuple(incoming[step.number])


def mark_open_requests(journey: JourneyNode, closes: Callable[[StepNode], bool]) -> None:
    """Mark the steps after which something the customer asked for may still be open.

    A request opens at a touchpoint with `opens_request`; `closes` tells at which steps requests are
    settled; an automated touchpoint without a wait settles its own at once.
    """
    waiting = deque(
        step
        for step in journey.steps
        if opens_request(step) and not settles_at_once(step) and not closes(step)
    )
    while waiting:
        step = waiting.popleft()
        if step.leaves_request_open:
            continue
        step.leaves_request_open = True
        waiting.extend(edge.target for edge in step.outgoing if not closes(edge.target))


def opens_request(step: StepNode) -> bool:
    """Tell whether the customer asks for something here that stays open."""
    return step.touchpoint is not None and step.touchpoint.opens_request is True


def settles_at_once(step: StepNode) -> bool:
    """Tell whether a machine settles here what the customer asks for, while the customer is there."""
    return step.touchpoint is not None and step.touchpoint.automation == "automated" and not step.has_wait


def with_a_request_on_its_way(journey: JourneyNode, closes: Callable[[StepNode], bool]) -> set[StepNode]:
    """Return the steps at or after which a request was made that may be settled, on this way or another.

    Left out are requests that none of the ways settles, of which request-never-closed speaks.
    """
    settled = able_to_reach(step for step in journey.steps if closes(step))
    found: set[StepNode] = set()
    for step in journey.steps:
        if opens_request(step) and step in settled and step not in found:
            found |= reachable_from(step)
    return found


def reachable_from(step: StepNode) -> set[StepNode]:
    """Return the step itself and every step that the customer may come to after it."""
    found = {step}
    waiting = [step]
    while waiting:
        for edge in waiting.pop().outgoing:
            if edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return found


def able_to_reach(goals: Iterable[StepNode]) -> set[StepNode]:
    """Return the steps from which the customer may come to one of `goals`, and the goals themselves."""
    found = set(goals)
    waiting = list(found)
    while waiting:
        for edge in waiting.pop().incoming:
            if edge.source not in found:
                found.add(edge.source)
                waiting.append(edge.source)
    return found
