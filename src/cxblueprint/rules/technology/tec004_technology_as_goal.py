from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_COMES_WITH_IT = frozenset({"technology", "training", "communication"})
"""What every roll-out brings along, whatever it is for."""


@rule(
    "TEC004",
    "technology-as-goal",
    summary="an initiative brings technology, and nothing is to get better by it",
    claims=("2.3",),
)
def technology_as_goal(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives of technology alone that improve no KPI and answer nothing."""
    for initiative in graph.initiatives.values():
        if "technology" not in initiative.kinds or not _COMES_WITH_IT.issuperset(initiative.kinds):
            continue
        if not initiative.improves and not initiative.addresses:
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' brings technology, and no measure is to move by it",
                "name in `improves` the KPIs that are to move, or in `addresses` what it answers",
                lacks="a measure that moves by it",
            )
