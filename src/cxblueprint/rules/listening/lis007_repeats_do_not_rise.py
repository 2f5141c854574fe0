from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .posts import journeys_today, only_collects, posts_on, posts_on_all, posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import ListeningPost

_REMARKS = frozenset({"survey", "complaint", "social", "meeting", "advisory-board", "frontline"})
"""Kinds of listening where people say things, and may say them again."""


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
    hint = "say in the `repeats` of a listening post how many similar remarks go to which role (`taken_by`)"
    if said and not rising:
        name = graph.blueprint.id
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' takes nothing that is said again and again to its leadership",
            hint,
            at="listening_posts",
        )
    for journey in journeys_today(graph) if rising else ():
        posts = posts_on(graph, journey)
        rises = any(post in rising for post in (*posts, *posts_on_all(graph)))
        if not rises and any(post in said for post in posts):
            yield flaw(
                journey,
                f"journey '{journey.id}' is listened to, and what is said again and again rises to nobody",
                hint,
            )
