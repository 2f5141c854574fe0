from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import across_departments

from .keeping import keepers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise, Team


def _has_agreed(graph: Graph, keeper: Team, maker: Team, promise: Promise) -> bool:
    """Tell whether a team that keeps a promise answers for it, or has agreed with who made it."""
    return (
        promise.owner == keeper.id
        or any(
            standard.provider == keeper.id and standard.consumer == maker.id
            for standard in graph.standards.values()
        )
        or any(
            handoff.agreement is not None and handoff.receiver == keeper.id
            for handoff in graph.handoffs_between(maker.id, keeper.id)
        )
    )


@rule(
    "PRM006",
    "sold-by-one-kept-by-another",
    summary="one department makes a promise that another has to keep, and nothing is agreed between them",
    claims=("1.7", "2.1"),
)
def sold_by_one_kept_by_another(graph: Graph) -> Iterator[Flaw]:
    """Find promises kept by teams of other departments that have agreed on nothing with who makes them."""
    for promise in graph.promises.values():
        maker = graph.team(promise.made_by)
        if maker is None:
            continue
        unaware = [
            keeper.id
            for keeper in keepers(graph, promise)
            if across_departments(graph, maker, keeper) and not _has_agreed(graph, keeper, maker, promise)
        ]
        if unaware:
            names = " and ".join(f"'{name}'" for name in unaware)
            yield flaw(
                promise,
                f"promise '{promise.id}' is made by '{maker.id}' and kept by {names}, without an agreement",
                f"declare what they deliver in a standard with `provider` and `consumer: {maker.id}`",
                at="made_by",
                about=f"team:{unaware[0]}",
            )
