from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.graph import reachable_from

from .of_journeys import live_journeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, StepNode

_ANNOYED, _ANGRY = -1, -2


def _is_what_it_is_for(step: StepNode) -> bool:
    """Tell whether a journey begins with this trouble, the customer alone, and leads out of it."""
    is_alone_at_first = step.step.touchpoint is None and not step.incoming
    return is_alone_at_first and any((later.step.emotion or 0) > 0 for later in reachable_from(step))


def _is_low(step: StepNode, profile: Profile) -> bool:
    """Tell whether customers are angry at a step, or annoyed where they judge us by it."""
    if _is_what_it_is_for(step):
        return False
    if profile == "exemplary" or step.step.moment_of_truth:
        return step.step.emotion is not None and step.step.emotion <= _ANNOYED
    return step.step.emotion == _ANGRY


def _worked_on(graph: Graph) -> set[str]:
    """Return what initiatives address, also by way of an assessment, and the journeys that are replaced."""
    addressed = {address for initiative in graph.initiatives.values() for address in initiative.addresses}
    assessed = (one.of for one in graph.assessments.values() if f"assessment:{one.id}" in addressed)
    replaced = (f"journey:{journey.journey.replaces}" for journey in graph.journeys.values())
    return addressed | {of for of in assessed if of is not None} | set(replaced)


def _is_answered(step: StepNode, worked_on: set[str]) -> bool:
    places = {f"journey:{step.journey.id}", f"touchpoint:{step.step.touchpoint}"}
    put_right = any(point.service_recovery is not None for point in step.step.fail_points)
    return bool(step.step.opportunities) or put_right or not places.isdisjoint(worked_on)


@rule(
    "VAL007",
    "emotional-low-without-answer",
    summary="it is known where customers suffer, and nothing is said to be done about it",
    claims=("2.2",),
    requires=("dead-end", "request-never-closed", "low-left-to-automation"),
)
def emotional_low_without_answer(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find emotional lows of live journeys that nobody has an idea, a recovery or an initiative for.

    Where a journey has none that is answered it says so once.
    """
    worked_on = _worked_on(graph)
    for journey in live_journeys(graph):
        lows = [step for step in journey.steps if _is_low(step, profile)]
        unanswered = [step for step in lows if not _is_answered(step, worked_on)]
        for step in unanswered:
            felt = "angry" if step.step.emotion == _ANGRY else "annoyed"
            yield flaw(
                step,
                f"step '{step.address}' leaves customers {felt} ({step.step.emotion}), and nothing is done",
                "say in `opportunities` what would make it better, state the `service_recovery` of what goes"
                " wrong, or let an initiative address it",
                at="emotion",
                once=f"lows of {journey.id}" if len(unanswered) == len(lows) else (),
            )
