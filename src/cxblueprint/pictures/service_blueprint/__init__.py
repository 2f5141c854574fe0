"""The service blueprint: what a customer does, what we do in sight and out of sight, and who owns it."""

from __future__ import annotations

from dataclasses import replace

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.beside import Pair
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.service_blueprint.drawing import parts_and_footer
from cxblueprint.pictures.service_blueprint.from_graph import blueprint_scene
from cxblueprint.pictures.service_blueprint.outline import blueprint_outline
from cxblueprint.pictures.service_blueprint.scene import lane_names
from cxblueprint.pictures.service_blueprint.table import blueprint_table
from cxblueprint.pictures.sheet import Sheet

VIEW = "service-blueprint"


def draw(graph: Graph, journey_id: str, asked: Asked) -> Picture:
    """Draw a journey as a service blueprint.

    Raises:
        UsageError: a stage is unknown.
    """
    facts = JourneyFacts(graph, journey_id, asked)
    scene = blueprint_scene(facts)
    parts, footer = parts_and_footer([scene], scene.notes, asked.words)
    table = blueprint_table(facts, scene).without_empty(2)
    outline = blueprint_outline(scene, lane_names(asked.words))
    return Sheet(VIEW, scene.heading, parts, footer, table, outline).picture(asked.theme)


def draw_beside(graph: Graph, before: str, after: str, asked: Asked) -> Picture:
    """Draw a journey and the one that is to replace it, one above the other.

    Raises:
        UsageError: a stage is unknown.
    """
    pair = Pair(graph, before, after, asked)
    plain = [blueprint_scene(facts) for facts in pair.facts]
    headings = pair.headed([scene.heading for scene in plain])
    scenes = [replace(scene, heading=heading) for scene, heading in zip(plain, headings, strict=True)]
    parts, footer = parts_and_footer(scenes, pair.notes, asked.words)
    table = pair.table([blueprint_table(*told) for told in zip(pair.facts, scenes, strict=True)])
    names = lane_names(asked.words)
    outline = pair.outline([blueprint_outline(scene, names) for scene in scenes])
    return Sheet(VIEW, pair.heading(VIEW, headings), parts, footer, table, outline).picture(asked.theme)
