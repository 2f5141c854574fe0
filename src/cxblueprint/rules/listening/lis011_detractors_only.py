from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import loops_of, posts_today
from .wording import is_low_score_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS011",
    "detractors-only",
    summary="only those who gave a low score are answered",
    claims=("3.4",),
)
def detractors_only(graph: Graph) -> Iterator[Flaw]:
    """Find posts all of whose loops are set off by low scores alone."""
    for post in posts_today(graph):
        loops = loops_of(post)
        if loops and all(is_low_score_only(loop.trigger) for loop in loops.values()):
            field, loop = next(iter(loops.items()))
            yield flaw(
                post,
                f"listening-post '{post.id}' acts on low scores alone: '{loop.trigger}'",
                "let an `outer_loop` start from causes, whoever names them, and an `inner_loop` from any"
                " answer that asks for something",
                at=f"{field}.trigger",
            )
