"""The journey map: what a customer does, feels and thinks, step by step."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.journey_map.drawing import parts_and_footer
from cxblueprint.pictures.journey_map.from_graph import map_scene, map_table
from cxblueprint.pictures.journey_map.outline import map_outline
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.sheet import Sheet

VIEW = "journey-map"


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw a journey as a journey map.

    Raises:
        UsageError: a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, asked)
    scene = map_scene(facts)
    parts, footer = parts_and_footer([scene], scene.notes, asked.words)
    table = map_table(facts, scene).without_empty(2)
    outline = map_outline(scene, facts.ways(), asked.words)
    return Sheet(VIEW, scene.heading, parts, footer, table, outline).picture(asked.theme)
