"""How much customers feel a finding, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Handoff, Role, Subject, Team, Touchpoint

from .finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxblueprint.graph import Graph, StepNode

    from .finding import Finding

_MOMENT_OF_TRUTH = 3
_LOW = {-1: 2, -2: 4}
_MANY = 10_000
"""Customers a month: what so many meet weighs as much as an emotional low."""


def _steps_of(graph: Graph, subject: Subject) -> tuple[StepNode, ...]:
    element = graph.element(subject)
    if isinstance(element, Touchpoint):
        return graph.steps_at(element)
    journey_id, _, inside = subject.id.partition("/")
    journey = graph.journeys.get(journey_id)
    if element is None or journey is None:
        return ()
    match subject.kind:
        case "journey":
            return journey.steps
        case "stage":
            return next((stage.steps for stage in journey.stages if stage.id == inside), ())
        case "step":
            return journey.by_id.get(inside, ())
        case _:
            return ()


def weight(graph: Graph, subject: Subject) -> int:
    """Return how much customers feel what is wrong with something, from 0 (nothing known) to 11.

    A moment of truth counts 3, an emotional low up to 4, and volume up to 4 (10,000 a month and more).
    """
    element = graph.element(subject)
    steps = _steps_of(graph, subject)
    truth = _MOMENT_OF_TRUTH if any(step.step.moment_of_truth for step in steps) else 0
    low = max((_LOW.get(step.step.emotion or 0, 0) for step in steps), default=0)
    touchpoints = [element] if isinstance(element, Touchpoint) else [s.touchpoint for s in steps]
    volume = max((t.volume or 0 for t in touchpoints if t is not None), default=0)
    return truth + low + min(4, -(-4 * volume // _MANY))


def badness(findings: Sequence[Finding]) -> tuple[int, ...]:
    """Return what sorts first where worse was found: the worst findings, then what customers feel of them."""
    numbers = [-sum(finding.severity == severity for finding in findings) for severity in SEVERITIES]
    return (*numbers, -sum(finding.weight for finding in findings))


def accountable(graph: Graph, subject: Subject) -> str | None:
    """Return the id of the team that answers for something, or None where nobody is known to."""
    team = graph.team(_owner(graph, subject))
    return team.id if team is not None else None


def _owner(graph: Graph, subject: Subject) -> str | None:
    element = graph.element(subject)
    if subject.kind in ("stage", "step"):
        at_work = _only({owner.id for step in _steps_of(graph, subject) if (owner := graph.owner_of(step))})
        journey = graph.journeys.get(subject.id.partition("/")[0])
        return at_work or (journey.journey.owner if journey else None)
    if isinstance(element, Team):
        return element.id
    if isinstance(element, Role):
        return element.team
    if isinstance(element, Handoff):
        return element.giver
    if isinstance(element, Touchpoint) and element.owner is None:
        journeys = {step.journey.journey.owner for step in graph.steps_at(element)}
        return _only({owner for owner in journeys if owner is not None})
    owner = getattr(element, "owner", None)
    return owner if isinstance(owner, str) else None


def _only(owners: set[str]) -> str | None:
    return next(iter(owners)) if len(owners) == 1 else None
