from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import only_collects, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS003",
    "no-cadence",
    summary="nobody has said when we listen",
    claims=("4.1",),
)
def no_cadence(graph: Graph) -> Iterator[Flaw]:
    """Find posts with neither cadence nor trigger; complaints come when they come."""
    for post in posts_today(graph):
        if post.cadence is not None or post.trigger is not None or post.kind == "complaint":
            continue
        if not only_collects(post):
            yield flaw(
                post,
                f"listening-post '{post.id}' has neither a cadence nor a trigger",
                "say in `cadence` how often it happens (such as 3mo or continuous), or in `trigger` what"
                " sets it off",
                lacks="a cadence",
            )
