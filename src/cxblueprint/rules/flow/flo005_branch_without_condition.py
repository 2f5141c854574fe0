from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .ways import travelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "FLO005",
    "branch-without-condition",
    summary="the way parts, and nobody has said who goes where",
    claims=("1.2", "4.8"),
)
def branch_without_condition(graph: Graph) -> Iterator[Flaw]:
    """Find steps with two or more ways on of which neither the condition nor the share is stated."""
    for journey in travelled(graph):
        for step in journey.steps:
            ways = step.step.next or ()
            bare = [way.to for way in ways if way.when is None and way.share is None]
            if len(bare) > 1 and not step.step.parallel:
                targets = ", ".join(repr(to) for to in bare)
                yield flaw(
                    step,
                    f"step '{step.address}' leads to {targets} without a condition",
                    "say in `when` who goes which way (one way may stay without: for everybody else),"
                    " or set `parallel: true` where all of them start at once",
                    at="next",
                )
