"""The journey map: what a customer does, feels and thinks, step by step."""

from __future__ import annotations

from dataclasses import replace

from cxblueprint.graph import Graph
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.beside import Pair
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


def draw_beside(graph: Graph, before: str, after: str, asked: Asked) -> Picture:
    """Draw a journey and the one that is to replace it, one above the other.

    Raises:
        UsageError: a stage is unknown.
    """
    pair = Pair(graph, before, after, asked)
    plain = [map_scene(facts) for facts in pair.facts]
    headings = pair.headed([scene.heading for scene in plain])
    scenes = [replace(scene, heading=heading) for scene, heading in zip(plain, headings, strict=True)]
    parts, footer = parts_and_footer(scenes, pair.notes, asked.words)
    both = list(zip(pair.facts, scenes, strict=True))
    table = pair.table([map_table(facts, scene) for facts, scene in both])
    outline = pair.outline([map_outline(scene, facts.ways(), asked.words) for facts, scene in both])
    return Sheet(VIEW, pair.heading(VIEW, headings), parts, footer, table, outline).picture(asked.theme)
