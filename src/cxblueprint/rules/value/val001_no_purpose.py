from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "VAL001",
    "no-purpose",
    summary="nobody has said what customers gain by all of it",
    claims=("0.7",),
    judges_the_whole=True,
)
def no_purpose(graph: Graph) -> Iterator[Flaw]:
    """Find a blueprint with journeys or touchpoints and no purpose."""
    blueprint = graph.blueprint
    if blueprint.purpose is None and (graph.journeys or graph.touchpoints):
        yield flaw(
            Subject("blueprint", blueprint.id),
            f"blueprint '{blueprint.id}' has no purpose",
            "say in `purpose` what customers gain by all of it, in one sentence they would sign",
            lacks="a purpose",
        )
