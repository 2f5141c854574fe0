from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .posts import is_about_the_whole, journeys_today, posts_on, segments_heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode


def _is_surveyed(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether some of a journey's customers are asked about the whole relationship."""
    segments = journey.journey.segments
    return any(
        is_about_the_whole(post) and (not segments or segments_heard(graph, post) & set(segments))
        for post in graph.listening_posts.values()
    )


@rule(
    "LIS001",
    "unheard-journey",
    summary="customers travel a journey, and nobody listens to how it goes",
    claims=("4.4", "4.1"),
    judges_the_whole=True,
)
def unheard_journey(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys that no listening post covers; where there is no post at all, say so once."""
    unheard = [journey for journey in journeys_today(graph) if not posts_on(graph, journey)]
    if unheard and not graph.listening_posts:
        name = graph.blueprint.id
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' has journeys and no way to hear how they go",
            "declare under `listening_posts` how customers are heard, and what each one `covers`",
            at="journeys",
        )
        return
    for journey in unheard:
        surveyed = _is_surveyed(graph, journey)
        but = ", only about the relationship as a whole" if surveyed else ""
        yield flaw(
            journey,
            f"journey '{journey.id}' is covered by no listening post{but}",
            f"write `journey:{journey.id}`, or one of its touchpoints, in the `covers` of a listening post",
            severity="info" if surveyed else None,
        )
