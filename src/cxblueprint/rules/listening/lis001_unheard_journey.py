from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .posts import journeys_today, may_be_heard, posts_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS001",
    "unheard-journey",
    summary="customers travel a journey, and nobody listens to how it goes",
    claims=("4.4", "4.1"),
    judges_the_whole=True,
)
def unheard_journey(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys that no listening post covers; where none of them is, say so once."""
    name, journeys = graph.blueprint.id, list(journeys_today(graph))
    unheard = {one: may_be_heard(graph, one) for one in journeys if not posts_on(graph, one)}
    if unheard and not graph.listening_posts:
        if any(system.kind == "feedback-platform" for system in graph.systems.values()):
            return
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' has journeys and no way to hear how they go",
            "declare under `listening_posts` how customers are heard, and what each one `covers`",
            at="journeys",
            lacks="a way to hear how journeys go",
        )
        return
    if len(unheard) > 1 and len(unheard) == len(journeys):
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' has {len(journeys)} live journeys, and no listening post covers any of them",
            "write in the `covers` of each post what it listens about, such as `journey:get-help`",
            at="listening_posts",
            severity="info" if all(unheard.values()) else None,
        )
        return
    for journey, may_be in unheard.items():
        but = ", only by one that may be about anything" if may_be else ""
        yield flaw(
            journey,
            f"journey '{journey.id}' is covered by no listening post{but}",
            f"write `journey:{journey.id}`, or one of its touchpoints, in the `covers` of a listening post",
            severity="info" if may_be else None,
        )
