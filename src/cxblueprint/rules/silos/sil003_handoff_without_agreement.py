from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .agreements import handoffs_without_agreement, no_agreement_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "SIL003",
    "handoff-without-agreement",
    summary="work passes to another department, and nobody has agreed how fast and how well",
    claims=("2.1", "4.10"),
)
def handoff_without_agreement(graph: Graph) -> Iterator[Flaw]:
    """Find hand-offs across departments without an agreement, once for each pair of teams."""
    for handoff in handoffs_without_agreement(graph):
        giver, receiver = handoff.giver, handoff.receiver
        yield flaw(
            handoff,
            f"handoff '{handoff.id}' passes work from team '{giver}' to team '{receiver}'"
            " without an agreement",
            f"declare a standard with `provider: {receiver}` and `consumer: {giver}`,"
            " and name it in `agreement`",
            about=f"team:{receiver}",
            once=no_agreement_between(giver, receiver),
        )
