"""Ownership: the teams behind a journey, what each has a part in, and how work passes between them."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.ownership.drawing import draw_scene
from cxblueprint.pictures.ownership.from_graph import ownership_scene
from cxblueprint.pictures.picture import Picture


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw the teams behind a journey with their parts in it.

    Raises:
        UsageError: a stage is unknown.
        CxBlueprintError: nothing is there that could lay it out.
    """
    return draw_scene(ownership_scene(JourneyFacts(graph, journey_id, asked)), asked)
