from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .posts import journeys_today, posts_on, posts_on_all, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS010",
    "inner-loop-only",
    summary="each customer who complains is called, and nobody works on the cause",
    claims=("3.4",),
    judges_the_whole=True,
)
def inner_loop_only(graph: Graph) -> Iterator[Flaw]:
    """Find journeys whose posts have inner loops alone; where there is no outer one at all, say so once."""
    inner = [post for post in posts_today(graph) if post.inner_loop is not None]
    outer = [post for post in graph.listening_posts.values() if post.outer_loop is not None]
    hint = "say in the `outer_loop` of a listening post which team works on the causes, and by when"
    if inner and not outer:
        name = graph.blueprint.id
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' answers each customer who speaks, and no outer loop works on the causes",
            hint,
            at="listening_posts",
        )
    for journey in journeys_today(graph) if outer else ():
        posts = posts_on(graph, journey)
        works_on_causes = any(post in outer for post in (*posts, *posts_on_all(graph)))
        if not works_on_causes and any(post in inner for post in posts):
            yield flaw(
                journey,
                f"journey '{journey.id}' has an inner loop alone: nobody works on the causes of what is said",
                hint,
            )
