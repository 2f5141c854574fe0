from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import companions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Initiative


def _beside(graph: Graph, initiative: Initiative) -> list[Initiative]:
    """Return what may go with an initiative: where none says what it is for, nobody can tell."""
    if initiative.addresses or initiative.improves:
        return companions(graph, initiative)
    return [one for one in graph.initiatives.values() if not one.addresses and not one.improves]


@rule(
    "CHG001",
    "training-only",
    summary="people are trained, and nothing that they work with changes",
    claims=("1.4",),
    judges_the_whole=True,
)
def training_only(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives of training alone with none of another kind beside them."""
    for initiative in graph.initiatives.values():
        together = [initiative, *_beside(graph, initiative)]
        if initiative.kinds and all(set(one.kinds) == {"training"} for one in together):
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' trains people, and nothing else changes",
                "ask what keeps people who know how from doing it, and add to `kinds` what changes that"
                " (process, policy, technology, organisation)",
                at="kinds",
            )
