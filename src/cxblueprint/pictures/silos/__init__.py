"""Silos: the teams behind a journey as lanes, and how work crosses from one to the other."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.silos.drawing import draw_scene
from cxblueprint.pictures.silos.from_graph import silos_scene


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw the teams behind a journey as lanes.

    Raises:
        UsageError: a stage is unknown.
    """
    return draw_scene(silos_scene(JourneyFacts(graph, journey_id, asked)), asked)
