from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import only_collects, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS004",
    "hearing-only",
    summary="what people say is collected, and that is all",
    claims=("4.1",),
)
def hearing_only(graph: Graph) -> Iterator[Flaw]:
    """Find posts that collect and are neither analysed, nor acted upon, nor answered."""
    for post in posts_today(graph):
        if only_collects(post):
            yield flaw(
                post,
                f"listening-post '{post.id}' collects what people say, and nobody analyses it, acts on it"
                " or reports back",
                "say who makes sense of it (`analysed_by`), what happens then (`inner_loop`, `outer_loop`)"
                " and what people are told (`report_back`)",
                lacks="any use of what it hears",
            )
