from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC010",
    "headline-without-baseline",
    summary="a recovery has begun, and nobody knows where its headline measure stood",
    claims=("0.6",),
)
def headline_without_baseline(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans under way with a headline measure of which no reading from before is known."""
    for plan in plans_on_their_way(graph):
        kpis = [kpi for name in plan.headline if (kpi := graph.kpis.get(name)) is not None]
        bare = [kpi.id for kpi in kpis if kpi.baseline is None]
        if plan.started is not None and bare:
            names = " and ".join(f"'{name}'" for name in bare)
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' began on {plan.started} without a baseline of {names}",
                "set `baseline` of the KPI to its last reading from before the recovery began",
                at="headline",
                about=f"kpi:{bare[0]}",
            )
