from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "TEC006",
    "platform-before-journey",
    summary="a feedback platform is there before anybody has said what is listened to",
    claims=("3.2",),
    judges_the_whole=True,
)
def platform_before_journey(graph: Graph) -> Iterator[Flaw]:
    """Find feedback platforms in a blueprint that declares no journey, or no listening post."""
    lacking = [
        word
        for word, declared in (("journey", graph.journeys), ("listening post", graph.listening_posts))
        if not declared
    ]
    for system in graph.systems.values() if lacking else ():
        if system.kind == "feedback-platform":
            yield flaw(
                system,
                f"system '{system.id}' collects feedback, and no {' and no '.join(lacking)} is declared",
                "declare the journeys first, then under `listening_posts` how customers are heard on them",
            )
