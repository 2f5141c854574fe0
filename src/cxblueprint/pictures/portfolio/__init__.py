"""The portfolio: a row for each journey, worst first, with its standards, its feelings and its owners."""

from __future__ import annotations

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.portfolio.drawing import draw_scene
from cxblueprint.pictures.portfolio.from_graph import portfolio_scene


def draw(graph: Graph, _subject: str | None, asked: Asked) -> Picture:
    """Draw every journey of a blueprint as a row."""
    return draw_scene(portfolio_scene(graph, asked), asked)
