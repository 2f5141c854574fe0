from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .posts import posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS017",
    "one-kind-of-listening",
    summary="all listening is of one and the same kind",
    severity="info",
    profile="exemplary",
    claims=("4.5", "4.6"),
    judges_the_whole=True,
)
def one_kind_of_listening(graph: Graph) -> Iterator[Flaw]:
    """Find blueprints with two or more listening posts to customers, all of one kind."""
    kinds = [post.kind for post in posts_today(graph) if post.audience == "customers"]
    if len(kinds) > 1 and len(set(kinds)) == 1 and None not in kinds:
        name = graph.blueprint.id
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' listens in one way only: all {len(kinds)} posts are of kind {kinds[0]}",
            "add a visit, a meeting, an exchange between customers, or what frontline colleagues hear",
            at="listening_posts",
        )
