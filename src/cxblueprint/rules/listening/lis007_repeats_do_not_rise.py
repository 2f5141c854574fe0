from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import only_collects, posts_today, where_unanswered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import ListeningPost

_REMARKS = frozenset({"survey", "complaint", "social", "meeting", "advisory-board", "frontline"})
"""Kinds of listening where people say things, and may say them again."""

_SAID = {
    "blueprint": "takes nothing that is said again and again to its leadership",
    "journey": "is listened to, and what is said again and again rises to nobody",
}


def _rises(graph: Graph, post: ListeningPost) -> bool:
    """Tell whether somebody above the floor takes up what is said again and again."""
    if post.repeats is None or post.repeats.taken_by is None:
        return False
    role = graph.roles.get(post.repeats.taken_by)
    return role is None or role.level != "analyst"


@rule(
    "LIS007",
    "repeats-do-not-rise",
    summary="the same is said again and again, and never reaches the leadership",
    claims=("4.2",),
    judges_the_whole=True,
)
def repeats_do_not_rise(graph: Graph) -> Iterator[Flaw]:
    """Find journeys where nothing said repeatedly rises; where it never does, say so once."""
    said = [post for post in posts_today(graph) if post.kind in _REMARKS and not only_collects(post)]
    rising = [post for post in graph.listening_posts.values() if _rises(graph, post)]
    for subject in where_unanswered(graph, said, rising):
        yield flaw(
            subject,
            f"{subject.kind} '{subject.id}' {_SAID[subject.kind]}",
            "say in the `repeats` of a listening post how many similar remarks go to which role above the"
            " analysts (`taken_by`)",
            at="listening_posts" if subject.kind == "blueprint" else None,
            lacks="a way for repeats to its leadership",
        )
