"""The journey map: what a customer does, feels and thinks, step by step."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.journey_map.drawing import draw_scene
from cxblueprint.pictures.journey_map.from_graph import map_scene, map_table
from cxblueprint.pictures.picture import Picture


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw a journey as a journey map.

    Raises:
        UsageError: a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, asked)
    scene = map_scene(facts)
    return draw_scene(scene, map_table(facts, scene), asked.theme)
