from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reaching import lows_left_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "TEC002",
    "low-left-to-automation",
    summary="a customer feels bad at a machine, and no person is near",
    claims=("3.3", "2.2"),
    requires=("layers-of-technology",),
)
def low_left_to_automation(graph: Graph) -> Iterator[Flaw]:
    """Find live automated steps where customers are annoyed or worse with no person within one step."""
    for step in lows_left_alone(graph):
        yield flaw(
            step,
            f"step '{step.address}' leaves a customer who feels bad ({step.step.emotion}) to a machine,"
            " and no person is within one step",
            f"set `way_to_human` of touchpoint '{step.step.touchpoint}', or let a person serve here or next",
            at="emotion",
        )
