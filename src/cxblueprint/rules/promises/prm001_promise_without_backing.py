from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import standards_on

from .keeping import standards_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PRM001",
    "promise-without-backing",
    summary="customers are promised something that no standard backs",
    severity="error",
    claims=("1.7",),
)
def promise_without_backing(graph: Graph) -> Iterator[Flaw]:
    """Find promises without a path of standards, or any between the same events.

    It is an error where the promise can be held to a target. Where no standard is declared at all it says so
    once.
    """
    once = () if graph.standards else "no standard at all"
    for _, promise in sorted(graph.promises.items()):
        if standards_on(promise) or standards_for(graph, promise):
            continue
        told = f" ({promise.target})" if promise.target is not None else ""
        yield flaw(
            promise,
            f"promise '{promise.id}'{told} is backed by no standard",
            "name in `path` the standards that keep it, in order; declare those that are missing",
            severity="error" if promise.target is not None else "warning",
            once=once,
        )
