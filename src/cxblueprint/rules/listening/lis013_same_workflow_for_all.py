from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import posts_today, segments_heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


def _differ(graph: Graph, heard: frozenset[str]) -> bool:
    """Tell whether segments are stated to differ in what they are worth or in what they need."""
    segments = [graph.segments[segment] for segment in heard]
    worths = {segment.worth for segment in segments if segment.worth}
    needs = {frozenset(segment.needs) for segment in segments if segment.needs}
    return len(worths) > 1 or len(needs) > 1


def _are_treated_differently(graph: Graph, heard: frozenset[str]) -> bool:
    """Tell whether anything is meant for some of these segments and not for the others."""
    meant_for = [
        *(touchpoint.segments for touchpoint in graph.touchpoints.values()),
        *(standard.segments for standard in graph.standards.values()),
        *(promise.segments for promise in graph.promises.values()),
        *(post.segments for post in graph.listening_posts.values() if post.inner_loop is not None),
        *((plan.segment,) for plan in graph.relationship_plans.values()),
    ]
    some = (heard.intersection(segments) for segments in meant_for)
    return any(segments and segments != heard for segments in some)


@rule(
    "LIS013",
    "same-workflow-for-all",
    summary="customers who differ go through one and the same workflow",
    claims=("3.4", "3.8", "4.7"),
    judges_the_whole=True,
)
def same_workflow_for_all(graph: Graph) -> Iterator[Flaw]:
    """Find inner loops shared by segments that differ and are treated alike, once for the same segments."""
    for post in sorted(posts_today(graph), key=lambda post: post.id):
        heard = segments_heard(graph, post) & set(graph.segments)
        if post.inner_loop is None or post.kind == "complaint" or post.audience == "employees":
            continue
        if _differ(graph, heard) and not _are_treated_differently(graph, heard):
            names = ", ".join(f"'{segment}'" for segment in sorted(heard))
            yield flaw(
                post,
                f"listening-post '{post.id}' has one workflow for customers who differ: {names}",
                "give the post its `segments` and the others a post of their own, or let a touchpoint, a"
                " standard or a promise name the `segments` it is for",
                at="inner_loop",
                once=f"one workflow for {names}",
            )
