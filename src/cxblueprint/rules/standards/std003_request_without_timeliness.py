from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .timing import longest_at_touchpoints, longest_until_settled, without_time

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
    for touchpoint in without_time(graph, here, longest_until_settled(graph, here)):
        yield flaw(
            touchpoint,
            f"touchpoint '{touchpoint.id}' takes requests, and no standard says how soon each is met",
            "declare a standard of kind timeliness with a time, such as `90% within 4h`, and name it here"
            " or where the request is settled",
            lacks="a time within which requests are met",
        )
