from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import posts_today, where_unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_SAID = {
    "blueprint": "answers each customer who speaks, and no outer loop works on the causes",
    "journey": "has an inner loop, and no outer one works on the causes of what is said",
}


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
    for subject in where_unanswered(graph, inner, outer):
        yield flaw(
            subject,
            f"{subject.kind} '{subject.id}' {_SAID[subject.kind]}",
            "say in the `outer_loop` of a listening post which team works on the causes, and by when",
            at="listening_posts" if subject.kind == "blueprint" else None,
            lacks="an outer loop",
        )
