"""The network of silos: how often work crosses from one team to another, over all journeys."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.silos_network.drawing import draw_scene
from cxblueprint.pictures.silos_network.from_graph import network_scene


def draw(graph: Graph, _subject: str | None, asked: Asked) -> Picture:
    """Draw the teams of a blueprint and the ways between them.

    Raises:
        CxBlueprintError: nothing is there that could lay it out.
    """
    return draw_scene(network_scene(graph, asked), asked)
