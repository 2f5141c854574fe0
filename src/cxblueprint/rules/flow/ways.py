"""Where customers come in, where they get to, and where they go round for ever."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cxblueprint.graph import StepNode, able_to_reach, reachable_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode


def travelled(graph: Graph) -> Iterator[JourneyNode]:
    """Yield the live journeys of which it is known where each way leads.

    Where a `next` or an outcome names a step that is not there, unknown-reference speaks, and nobody can tell
    what follows from what.
    """
    for journey in graph.journeys.values():
        ways = (way.to for step in journey.steps for way in step.step.next or ())
        named = (*ways, *filter(None, [journey.journey.outcome]))
        if journey.is_live and all(journey.find(to) for to in named):
            yield journey


def reached(journey: JourneyNode) -> set[StepNode]:
    """Return the steps that customers may get to.

    They come in at the first step, or by a door beside it: a step right after the first or after another
    door, in the same stage, to which nothing leads.
    """
    return set[StepNode]().union(*map(reachable_from, _doors(journey)))


def _doors(journey: JourneyNode) -> list[StepNode]:
    if not journey.steps:
        return []
    first, *rest = journey.steps[0].stage.steps
    return [first, *takewhile(lambda step: not step.incoming, rest)]


def _short_of_outcome(journey: JourneyNode) -> set[StepNode]:
    """Return the steps that customers may get to before they are at the outcome."""
    found: set[StepNode] = set()
    waiting = _doors(journey)
    while waiting:
        step = waiting.pop()
        if step not in found and step is not journey.outcome:
            found.add(step)
            waiting += [edge.target for edge in step.outgoing]
    return found


def endless_loops(graph: Graph, journey: JourneyNode) -> Iterator[tuple[StepNode, ...]]:
    """Yield the steps of each loop that customers get into and never out of, in order.

    Whoever may get to the outcome, to a step that settles the request, to the use of what was bought or to an
    end of the journey is not caught.
    """
    before = _short_of_outcome(journey)
    goals = (step for step in journey.steps if _is_arrival(graph, step, before) or _may_end(step))
    caught = reached(journey) - able_to_reach(goals)
    said: set[StepNode] = set()
    for step in _without_approach([step for step in journey.steps if step in caught]):
        if step not in said:
            loop = reachable_from(step)
            said |= able_to_reach(loop)
            yield tuple(sorted(loop, key=lambda one: one.number))


def _is_arrival(graph: Graph, step: StepNode, before: set[StepNode]) -> bool:
    """Tell whether customers are where they want to be; behind the outcome, no phase is taken for use."""
    phase = step.stage.stage.phase
    is_use = phase == "use" or (phase is None and step not in before)
    return is_use or step is step.journey.outcome or graph.closes_request(step)


def _may_end(step: StepNode) -> bool:
    """Tell whether customers leave after a step: it has no way on, or its ways have not all of them."""
    shares = [edge.share for edge in step.outgoing if edge.share is not None]
    return len(shares) == len(step.outgoing) and round(sum(shares), 6) < 1


def _without_approach(caught: list[StepNode]) -> list[StepNode]:
    """Leave out what only leads up to a loop: steps with no way in but from such steps."""
    among = set(caught)
    ways_in = {step: sum(edge.source in among for edge in step.incoming) for step in caught}
    waiting = [step for step in caught if not ways_in[step]]
    for step in waiting:
        for edge in step.outgoing:
            ways_in[edge.target] -= 1
            if not ways_in[edge.target]:
                waiting.append(edge.target)
    return [step for step in caught if ways_in[step] > 0]
