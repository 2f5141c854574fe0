"""Whose journeys they are, and how customers feel on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode


def live_journeys(graph: Graph) -> list[JourneyNode]:
    """Return the journeys that customers travel today, in order."""
    return [journey for journey in graph.journeys.values() if journey.is_live]


def with_successors(graph: Graph) -> Iterator[tuple[JourneyNode, ...]]:
    """Yield each live journey with those that are to replace it, as one: what the one says holds for all."""
    successors: dict[str | None, list[JourneyNode]] = {}
    for journey in graph.journeys.values():
        successors.setdefault(journey.journey.replaces, []).append(journey)
    live = {journey.id: journey for journey in live_journeys(graph)}
    for journey in live.values():
        if live.get(journey.journey.replaces or "", journey) is journey:
            yield journey, *successors.get(journey.id, ())


def tells_feelings(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether a journey says how customers feel on it, or one of its segments what moves them.

    What moves a segment that is not declared, nobody can tell.
    """
    segments = (graph.segments.get(segment) for segment in journey.journey.segments)
    driven = any(segment is None or segment.emotional_drivers for segment in segments)
    return driven or any(step.step.emotion is not None for step in journey.steps)
