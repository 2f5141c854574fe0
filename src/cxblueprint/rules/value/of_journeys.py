"""Whose journeys they are, and how customers feel on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxblueprint.graph import Graph, JourneyNode


def live_journeys(graph: Graph) -> list[JourneyNode]:
    """Return the journeys that customers travel today, in order."""
    return [journey for journey in graph.journeys.values() if journey.is_live]


def tells_feelings(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether a journey says how customers feel on it, or one of its segments what moves them."""
    segments = (graph.segments.get(segment) for segment in journey.journey.segments)
    driven = any(segment is not None and segment.emotional_drivers for segment in segments)
    return driven or any(step.step.emotion is not None for step in journey.steps)
