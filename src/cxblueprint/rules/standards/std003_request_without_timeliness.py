from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .timing import NO_TIME, longest_at_touchpoints, longest_until_settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "STD003",
    "request-without-timeliness",
    summary="customers ask for something, and no standard says how soon they get it",
    claims=("1.6",),
    requires=("touchpoint-without-standard",),
)
def request_without_timeliness(graph: Graph) -> Iterator[Flaw]:
    """Find live, owned touchpoints that take requests without any time set until they are settled."""
    here = longest_at_touchpoints(graph)
    ahead = longest_until_settled(graph, here)
    for touchpoint in graph.touchpoints.values():
        if not touchpoint.opens_request or not graph.is_live(touchpoint):
            continue
        steps = graph.steps_at(touchpoint)
        at_once = touchpoint.automation == "automated" and not any(step.has_wait for step in steps)
        if at_once or graph.owner_of(touchpoint) is None:
            continue
        if max(here[touchpoint.id], *(ahead[step] for step in steps), NO_TIME) == NO_TIME:
            yield flaw(
                touchpoint,
                f"touchpoint '{touchpoint.id}' takes requests, and no standard says how soon each is met",
                "declare a standard of kind timeliness with a time, such as `90% within 4h`, and name it here"
                " or where the request is settled",
            )
