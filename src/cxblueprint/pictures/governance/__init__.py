"""Governance: who reports to whom, where customer experience sits, and which team owns what."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.governance.drawing import draw_scene
from cxblueprint.pictures.governance.from_graph import governance_scene
from cxblueprint.pictures.picture import Picture


def draw(graph: Graph, subject: None, asked: Asked) -> Picture:  # noqa: ARG001  # there is one of a blueprint
    """Draw the teams of a blueprint and who reports to whom.

    Raises:
        CxBlueprintError: nothing is there that could lay it out.
    """
    return draw_scene(governance_scene(graph, asked), asked)
