"""A journey map as a plain graph: stages as groups, steps, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures.facts import felt
from cxblueprint.pictures.journey_map.scene import MapScene
from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.scene import Way
from cxblueprint.pictures.words import Words


def map_outline(scene: MapScene, ways: Sequence[Way], words: Words) -> Outline:
    """Return the steps of a scene, with all ways between them."""
    stage_of = {
        column: str(order)
        for order, stage in enumerate(scene.stages)
        for column in range(stage.first, stage.last + 1)
    }
    return Outline(
        tuple(
            Node(str(column), _text(scene, column, words), stage_of[column], moment.href)
            for column, moment in enumerate(scene.moments)
        ),
        tuple(
            Tie(str(way.source), str(way.target), way.text, "loop" if way.is_back else "flow") for way in ways
        ),
        tuple((str(order), stage.name) for order, stage in enumerate(scene.stages)),
    )


def _text(scene: MapScene, at: int, words: Words) -> str:
    column, moment = scene.columns[at], scene.moments[at]
    lines = [
        f"{column.number} {column.name}",
        "" if moment.stands_back else moment.doing,
        moment.channel.name if moment.channel else "",
        "" if moment.feeling is None else felt(moment.feeling, words),
    ]
    return "\n".join(filter(None, lines))
