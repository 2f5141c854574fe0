from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import hears_segment, journeys_today, posts_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS002",
    "unheard-segment",
    summary="others are listened to, and these customers are not",
    claims=("4.4", "4.10"),
    judges_the_whole=True,
)
def unheard_segment(graph: Graph) -> Iterator[Flaw]:
    """Find segments that no post listens to, although their journeys are covered."""
    if not graph.listening_posts:
        return
    for segment in graph.segments.values():
        journeys = [journey for journey in journeys_today(graph) if segment.id in journey.journey.segments]
        served = journeys or any(account.segment == segment.id for account in graph.accounts.values())
        covered = all(posts_on(graph, journey) for journey in journeys)
        posts = graph.listening_posts.values()
        if served and covered and not any(hears_segment(graph, post, segment) for post in posts):
            yield flaw(
                segment,
                f"segment '{segment.id}' is listened to by no post",
                f"name '{segment.id}' in the `segments` of a listening post, or declare one that suits them",
            )
