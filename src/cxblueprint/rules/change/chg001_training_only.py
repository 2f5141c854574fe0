from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import companions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG001",
    "training-only",
    summary="people are trained, and nothing that they work with changes",
    claims=("1.4",),
)
def training_only(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives of training alone with none of another kind beside them."""
    for initiative in graph.initiatives.values():
        together = [initiative, *companions(graph, initiative)]
        if initiative.kinds and all(set(one.kinds) == {"training"} for one in together):
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' trains people, and nothing else changes",
                "ask what keeps people who know how from doing it, and add to `kinds` what changes that"
                " (process, policy, technology, organisation)",
                at="kinds",
            )
