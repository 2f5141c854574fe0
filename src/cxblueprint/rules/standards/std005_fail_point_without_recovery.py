from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "STD005",
    "fail-point-without-recovery",
    summary="it is known what may go wrong, and not how it is put right",
    claims=("1.1", "0.2"),
)
def fail_point_without_recovery(graph: Graph) -> Iterator[Flaw]:
    """Find fail points of live journeys without a service recovery, once for each step."""
    for step in graph.steps:
        points = enumerate(step.step.fail_points)
        open_points = [(place, point) for place, point in points if point.service_recovery is None]
        if not open_points or not step.journey.is_live:
            continue
        (place, first), *more = open_points
        others = f", and {len(more)} more" if more else ""
        yield flaw(
            step,
            f"step '{step.address}' may go wrong ('{first.text}'{others}),"
            " and how that is put right is not said",
            "say in `service_recovery` what the customer then gets, or name the journey that puts it right",
            at=f"fail_points[{place}]",
        )
