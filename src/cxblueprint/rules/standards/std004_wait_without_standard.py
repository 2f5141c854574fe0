from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

from .owed import owes_a_standard
from .timing import (
    NO_TIME,
    agreed_after,
    longest_at_touchpoints,
    longest_until_settled,
    seconds,
    until_settled,
    without_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "STD004",
    "wait-without-standard",
    summary="customers wait, and no standard says how long at most",
    claims=("1.6", "0.1"),
    judges_the_whole=True,
)
def wait_without_standard(graph: Graph, *, profile: Profile, times: int = 10) -> Iterator[Flaw]:
    """Find waits of live journeys that no standard on either side of them is about.

    Where no standard is declared at all and touchpoint-without-standard says so, that is enough.
    """
    if not graph.standards and any(
        owes_a_standard(graph, one, profile) for one in graph.touchpoints.values()
    ):
        return
    here = longest_at_touchpoints(graph)
    ahead = longest_until_settled(graph, here)
    said = until_settled(graph, without_time(graph, here, ahead))
    for step in graph.steps:
        wait = step.step.wait
        if wait is None or not step.has_wait or not step.journey.is_live or step in said:
            continue
        ends = (step.touchpoint, *(edge.target.touchpoint for edge in step.outgoing))
        ours = [touchpoint for touchpoint in ends if touchpoint is not None]
        causes = (graph.owner_of(one) is None or owes_a_standard(graph, one, profile) for one in ours)
        if not ours or any(causes):
            continue
        while_open = ahead[step] if step.leaves_request_open else NO_TIME
        longest = max(while_open, agreed_after(graph, step), *(here[touchpoint.id] for touchpoint in ours))
        if longest * times < seconds(wait):
            yield flaw(
                step,
                f"step '{step.address}' lets the customer wait {wait}, and no standard says how long at most",
                "declare a standard with a time for this wait, such as `90% within"
                f" {wait}`, and name it at the touchpoint before or after it",
                at="wait",
            )
