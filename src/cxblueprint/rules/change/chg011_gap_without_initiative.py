from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Assessment


def _gap(assessment: Assessment) -> int:
    """Return by how many steps something is to get better, 0 where it is not stated."""
    if assessment.current is None or assessment.desired is None:
        return 0
    return max(0, assessment.desired - assessment.current)


@rule(
    "CHG011",
    "gap-without-initiative",
    summary="we know that it is not as it is to be, and nobody works on it",
    claims=("2.1", "3.7"),
)
def gap_without_initiative(graph: Graph) -> Iterator[Flaw]:
    """Find gaps that no initiative addresses, once for each thing assessed, at its widest gap."""
    addressed = {place for one in graph.initiatives.values() for place in one.addresses}
    for one in sorted(graph.assessments.values(), key=lambda one: (-_gap(one), one.id)):
        if _gap(one) and addressed.isdisjoint((f"assessment:{one.id}", one.of)):
            yield flaw(
                one,
                f"assessment '{one.id}' finds {one.current} where {one.desired} is wanted, and no"
                " initiative works on it",
                f"declare an initiative that `addresses` assessment:{one.id}, or lower what is `desired`",
                about=one.of,
                once=one.of or (),
            )
