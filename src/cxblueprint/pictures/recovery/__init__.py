"""The view `recovery`: the way up when something is about to go wrong, and the plan to get back to normal."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.recovery.drawing import draw_scene
from cxblueprint.pictures.recovery.from_graph import recovery_scene


def draw(graph: Graph, plan: str, asked: Asked) -> Picture:
    """Draw a recovery plan with the ways up behind it, or an escalation policy."""
    return draw_scene(recovery_scene(graph, plan, asked), asked.theme)
