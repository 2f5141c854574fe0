from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import only_collects, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_THEY_SPOKE = frozenset({"survey", "complaint", "meeting", "advisory-board", "frontline"})
"""Kinds of listening where people were asked, or complained, and know that they did."""


@rule(
    "LIS006",
    "nothing-reported-back",
    summary="people were asked or complained, and never hear what came of it",
    claims=("4.1",),
)
def nothing_reported_back(graph: Graph) -> Iterator[Flaw]:
    """Find posts where people spoke to us and hear nothing back; an inner loop answers a complaint."""
    for post in posts_today(graph):
        answered = post.report_back is not None or (post.kind == "complaint" and post.inner_loop is not None)
        if post.kind in _THEY_SPOKE and not answered and not only_collects(post):
            yield flaw(
                post,
                f"listening-post '{post.id}' reports nothing back to those who spoke",
                "say in `report_back` what they are told (issues, plan, dates) and `within` what time",
                lacks="a report back",
            )
