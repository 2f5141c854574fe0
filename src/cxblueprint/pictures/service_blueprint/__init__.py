"""The service blueprint: what a customer does, what we do in sight and out of sight, and who owns it."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.service_blueprint.drawing import draw_scene
from cxblueprint.pictures.service_blueprint.from_graph import blueprint_scene
from cxblueprint.pictures.service_blueprint.table import blueprint_table


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw a journey as a service blueprint.

    Raises:
        UsageError: a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, asked)
    scene = blueprint_scene(facts)
    return draw_scene(scene, blueprint_table(facts, scene), asked.theme)
