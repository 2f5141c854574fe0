from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import loops_of, posts_today
from .wording import grows_with_failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS012",
    "failure-counted-as-success",
    summary="a loop counts as a success what there is more of the more service fails",
    claims=("3.4",),
)
def failure_counted_as_success(graph: Graph) -> Iterator[Flaw]:
    """Find loops whose measure of success counts alerts closed or detractors recovered."""
    for post in posts_today(graph):
        for field, loop in loops_of(post).items():
            if grows_with_failure(loop.success_measure):
                yield flaw(
                    post,
                    f"listening-post '{post.id}' counts failures as success: '{loop.success_measure}' grows"
                    " when service fails",
                    "write in `success_measure` what the customer would call a success: that it is settled,"
                    " or that the cause does not come up again",
                    at=f"{field}.success_measure",
                )
