"""How far a customer at a machine is from a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxblueprint.graph import is_one_way, phase_is_early

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode, StepNode
    from cxblueprint.model import Touchpoint


_MESSAGES = frozenset({"email", "sms", "letter"})


def is_a_message(graph: Graph, touchpoint: Touchpoint) -> bool:
    """Tell whether customers only get something at an automated touchpoint, such as a reminder.

    What comes by mail or text message is one unless it is stated that customers ask for something there.
    """
    channel = graph.channels.get(touchpoint.channel or "")
    comes_in = channel is not None and channel.kind in _MESSAGES and not touchpoint.opens_request
    return comes_in or is_one_way(graph, touchpoint)


def leads_to_a_machine(graph: Graph, touchpoint: Touchpoint) -> bool:
    """Tell whether the way to a person that a touchpoint states ends at a machine."""
    way = graph.touchpoints.get(touchpoint.way_to_human or "")
    return way is not None and way.automation == "automated"


def with_a_way_out(graph: Graph) -> frozenset[str]:
    """Return the ids of the touchpoints where a customer who gets stuck has a stated way to a person.

    A branch of a journey that customers take on a condition is such a way, unless it leads to a machine.
    """
    found = {
        touchpoint.id
        for touchpoint in graph.touchpoints.values()
        if touchpoint.way_to_human is not None and not leads_to_a_machine(graph, touchpoint)
    }
    for step in graph.steps:
        if step.touchpoint is not None and any(
            _is_a_way_out(edge.target) for edge in step.outgoing if edge.when
        ):
            found.add(step.touchpoint.id)
    return frozenset(found)


def leading_to_a_person(graph: Graph) -> frozenset[str]:
    """Return the ids of the touchpoints with a way out, or with a way to a machine that leads to a person."""
    found: set[str] = set()
    more: frozenset[str] | set[str] = with_a_way_out(graph)
    while more:
        found |= more
        more = {one.id for one in graph.touchpoints.values() if one.way_to_human in found} - found
    return frozenset(found)


def _is_a_way_out(step: StepNode) -> bool:
    """Tell whether people of ours may serve the customer at a step; a machine and nobody do not."""
    return step.step.touchpoint is not None and not _is_automated(step)


def _is_automated(step: StepNode) -> bool:
    return step.touchpoint is not None and step.touchpoint.automation == "automated"


def lows_left_alone(graph: Graph) -> Iterator[StepNode]:
    """Yield the live steps where a customer feels bad at a machine, and no person is within one step."""
    ways_out = with_a_way_out(graph)
    for step in graph.steps:
        feels_bad = step.step.emotion is not None and step.step.emotion < 0
        if not feels_bad or not step.journey.is_live or not _is_automated(step):
            continue
        near = [edge.target for edge in step.outgoing] + [edge.source for edge in step.incoming]
        if step.step.touchpoint not in ways_out and not any(map(_is_a_way_out, near)):
            yield step


class Row(NamedTuple):
    """Automated steps, one behind the other."""

    first: StepNode
    last: StepNode
    length: int


def rows_of_layers(journey: JourneyNode, spared: frozenset[str]) -> Iterator[Row]:
    """Yield the longest row of layers that ends at each step after which no further one follows.

    A layer is an automated step past looking around, and not at a touchpoint that is spared. Only ways
    forward count, so that going round does not make a row longer.
    """
    rows: dict[int, Row] = {}
    goes_on: set[int] = set()
    for step in journey.steps:
        if not _is_automated(step) or phase_is_early(step) or step.step.touchpoint in spared:
            continue
        before = [rows[edge.source.number] for edge in step.incoming if edge.source.number in rows]
        goes_on.update(row.last.number for row in before)
        longest = max(before, key=lambda row: row.length, default=Row(step, step, 0))
        rows[step.number] = Row(longest.first, step, longest.length + 1)
    yield from (row for number, row in rows.items() if number not in goes_on)
