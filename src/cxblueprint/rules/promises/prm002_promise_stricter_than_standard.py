from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .keeping import falls_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PRM002",
    "promise-stricter-than-standard",
    summary="customers are promised more than the standard for the same thing asks of us",
    claims=("1.7",),
)
def promise_stricter_than_standard(graph: Graph) -> Iterator[Flaw]:
    """Find promises that no standard from the same start to the same end is as strict as."""
    for promise in graph.promises.values():
        for standard, _ in falls_short(graph, promise)[:1]:
            yield flaw(
                promise,
                f"promise '{promise.id}' ({promise.target}) is stricter than standard '{standard.id}'"
                f" ({standard.target}), which runs from '{promise.starts}' to '{promise.ends}' too",
                "tighten the standard until it keeps the promise, or promise what the standard keeps",
                at="target",
                about=f"service-standard:{standard.id}",
            )
