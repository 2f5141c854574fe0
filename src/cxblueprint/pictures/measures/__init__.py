"""Measures: what drives what, from the journey over its KPIs and standards to its touchpoints."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.measures.drawing import draw_scene
from cxblueprint.pictures.measures.from_graph import measures_scene
from cxblueprint.pictures.picture import Picture


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw what is measured of a journey, what drives it, and which standards hold at its touchpoints.

    Raises:
        UsageError: a stage is unknown.
        CxBlueprintError: nothing is there that could lay it out.
    """
    return draw_scene(measures_scene(JourneyFacts(graph, journey_id, asked)), asked)
