from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import MEETINGS, only_collects, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import ListeningPost


def _is_made_sense_of(post: ListeningPost) -> bool:
    """Tell whether a team analyses what a post hears, or works on the causes, which takes analysis."""
    works_on_causes = post.outer_loop is not None and post.outer_loop.owner is not None
    return post.analysed_by is not None or works_on_causes


@rule(
    "LIS005",
    "nobody-analyses",
    summary="answers come in, and no team makes sense of them",
    claims=("4.1",),
)
def nobody_analyses(graph: Graph) -> Iterator[Flaw]:
    """Find posts whose answers no team analyses; where nothing at all is done, hearing-only speaks."""
    for post in posts_today(graph):
        if post.kind not in MEETINGS and not only_collects(post) and not _is_made_sense_of(post):
            yield flaw(
                post,
                f"listening-post '{post.id}' is analysed by nobody",
                "set `analysed_by` to the team that looks for what many of the answers have in common",
                lacks="anybody who analyses it",
            )
