"""Which team has a part in which step, and how work passes from part to part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cxblueprint.graph import (
    Edge,
    Graph,
    StepNode,
    across_departments,
    handoffs_on,
    phase_is_early,
    span_a_standard,
    waits_on,
)
from cxblueprint.model import Action, Handoff

Side = Literal["frontstage", "backstage", "support"]
Kind = Literal["flow", "handoff", "unagreed", "undeclared"]
"""The customer moves on or work stays in a team; it is handed over, with or without an agreement; or work
passes and no hand-off says how."""


class Place(NamedTuple):
    """A team at a step; None where nobody is named."""

    step: str
    """The step's address."""
    team: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """What a team does at a step."""

    node: StepNode
    team: str | None
    sides: tuple[Side, ...]

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.node.address, self.team)


@dataclass(frozen=True, slots=True)
class Passing:
    """The way from one part to another."""

    source: Place
    target: Place
    kind: Kind


def parts_of(steps: Sequence[StepNode]) -> tuple[Part, ...]:
    """Return the parts that teams have in steps: at each step its owner's first, then those out of sight."""
    return tuple(part for node in steps for part in _parts(node))


def _parts(node: StepNode) -> Iterator[Part]:
    """Yield the parts at a step; a touchpoint that is not declared has one that nobody owns."""
    if node.step.touchpoint is None:
        return
    owner = node.touchpoint.owner if node.touchpoint else None
    sides: dict[str | None, list[Side]] = {owner: ["frontstage"]}
    for side, team, _ in _behind(node):
        mine = sides.setdefault(team, [])
        if side not in mine:
            mine.append(side)
    for team, found in sides.items():
        yield Part(node, team, tuple(found))


def _behind(node: StepNode) -> Iterator[tuple[Side, str | None, Action]]:
    """Yield what is done out of sight, and by whom: the owner, unless another team is named."""
    if node.touchpoint is None:
        return
    for action in node.touchpoint.backstage:
        yield "backstage", action.team or node.touchpoint.owner, action
    for action in node.touchpoint.support:
        if action.team is not None:
            yield "support", action.team, action


def passings_of(graph: Graph, steps: Sequence[StepNode]) -> tuple[Passing, ...]:
    """Return how work passes between the parts of some steps, each way once, in the order of the steps."""
    shown = {node.address for node in steps}
    found: dict[tuple[Place, Place], Kind] = {}
    for node in steps:
        for passing in (*_within(graph, node), *_onwards(graph, node, shown)):
            found.setdefault((passing.source, passing.target), passing.kind)
    return tuple(Passing(source, target, kind) for (source, target), kind in found.items())


def _within(graph: Graph, node: StepNode) -> Iterator[Passing]:
    """Yield the ways from the part in front to those of other teams behind it."""
    owner = node.touchpoint.owner if node.touchpoint else None
    for _, team, action in _behind(node):
        if team != owner:
            agreed = action.agreement is not None or _have_agreed(graph, owner, team)
            kind = "handoff" if agreed else _without_agreement(graph, owner, team, otherwise="flow")
            yield Passing(Place(node.address, owner), Place(node.address, team), kind)


def _onwards(graph: Graph, node: StepNode, shown: set[str]) -> Iterator[Passing]:
    """Yield the ways from the part in front to those of the steps that follow."""
    if node.step.touchpoint is None:
        return
    source = Place(node.address, node.touchpoint.owner if node.touchpoint else None)
    for target in next_at_touchpoints(node):
        if target.address in shown:
            place = Place(target.address, target.touchpoint.owner if target.touchpoint else None)
            yield Passing(source, place, _kind(graph, Edge(node, target)))


def next_at_touchpoints(source: StepNode) -> Iterator[StepNode]:
    """Yield the next steps at touchpoints; what the customer does alone breaks no way."""
    waiting = [edge.target for edge in source.outgoing]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop(0)
        if node.address in seen:
            continue
        seen.add(node.address)
        if node.step.touchpoint is None:
            waiting += [edge.target for edge in node.outgoing]
        else:
            yield node


def _kind(graph: Graph, edge: Edge) -> Kind:
    giver, receiver = graph.owner_of(edge.source), graph.owner_of(edge.target)
    if giver is None or receiver is None or giver.id == receiver.id:
        return "flow"
    declared = tuple(handoffs_on(graph, edge))
    one, other = edge.source.touchpoint, edge.target.touchpoint
    if declared:
        spans = one is not None and other is not None and span_a_standard(one, other)
        if spans or any(_is_agreed(graph, handoff) for handoff in declared):
            return "handoff"
        return _without_agreement(graph, giver.id, receiver.id, otherwise="handoff")
    work_passes = edge.source.leaves_request_open or waits_on(edge)
    early = phase_is_early(edge.source) or phase_is_early(edge.target)
    return "undeclared" if work_passes and not early else "flow"


def _is_agreed(graph: Graph, handoff: Handoff) -> bool:
    return handoff.agreement is not None or _have_agreed(graph, handoff.giver, handoff.receiver)


def _have_agreed(graph: Graph, asking: str | None, answering: str | None) -> bool:
    """Tell whether a standard says what one team provides to the other."""
    return any(
        standard.provider == answering and standard.consumer == asking
        for standard in graph.standards.values()
        if standard.provider is not None and standard.consumer is not None
    )


def _without_agreement(graph: Graph, one: str | None, other: str | None, *, otherwise: Kind) -> Kind:
    """Return what a way without an agreement is: amiss across departments alone, where that is known."""
    first, second = graph.team(one), graph.team(other)
    if first is None or second is None:
        return otherwise
    return "unagreed" if across_departments(graph, first, second) else otherwise
