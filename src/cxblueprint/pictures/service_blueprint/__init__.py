"""The service blueprint: what a customer does, what we do in sight and out of sight, and who owns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxblueprint.checks import Finding
from cxblueprint.graph import Graph
from cxblueprint.model import Subject
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.service_blueprint.drawing import draw_scene
from cxblueprint.pictures.service_blueprint.from_graph import blueprint_scene, blueprint_table
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
    """Draw a journey as a service blueprint.

    Args:
        graph: the resolved blueprint.
        journey_id: the journey to draw.
        stage: the id of the stage to draw, or several separated by commas; all unless given.
        theme: `light`, `dark`, or `auto` to follow the reader's preference.
        findings: what the rules found; each is listed, and its code stands at its card if it has one.
        link: gives the address of the page about something, or None where there is none.

    Raises:
        UsageError: if the journey or a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, stage=stage, findings=findings, link=link)
    scene = blueprint_scene(facts)
    return draw_scene(scene, blueprint_table(facts, scene), theme)
