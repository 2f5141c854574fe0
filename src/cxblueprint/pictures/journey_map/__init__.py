"""The journey map: what a customer does, feels and thinks, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxblueprint.checks import Finding
from cxblueprint.graph import Graph
from cxblueprint.model import Subject
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.journey_map.drawing import draw_scene
from cxblueprint.pictures.journey_map.from_graph import map_scene, map_table
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.theme import Theme


def draw(
    graph: Graph,
    journey_id: str,
    *,
    stage: str | None = None,
    theme: Theme = "auto",
    findings: Sequence[Finding] = (),
    link: Callable[[Subject], str | None] | None = None,
) -> Picture:
    """Draw a journey as a journey map.

    Args:
        graph: the resolved blueprint.
        journey_id: the journey to draw.
        stage: the id of the stage to draw, or several separated by commas; all unless given.
        theme: `light`, `dark`, or `auto` to follow the reader's preference.
        findings: what the rules found; each is listed, and its code stands at its step if it has one.
        link: gives the address of the page about something, or None where there is none.

    Raises:
        UsageError: if the journey or a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, stage=stage, findings=findings, link=link)
    scene = map_scene(facts)
    return draw_scene(scene, map_table(facts, scene), theme)
