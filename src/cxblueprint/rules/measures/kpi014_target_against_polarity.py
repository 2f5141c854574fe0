from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import polarity_of

from .directions import aims_at_the_worse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "KPI014",
    "target-against-polarity",
    summary="a target is met when the measure gets worse",
    claims=("2.6",),
)
def target_against_polarity(graph: Graph) -> Iterator[Flaw]:
    """Find KPIs that are better the lower they are and shall be high, or the other way round."""
    for kpi in graph.kpis.values():
        if aims_at_the_worse(kpi):
            better, bound = ("lower", "at most") if polarity_of(kpi) == "down" else ("higher", "at least")
            yield flaw(
                kpi,
                f"KPI '{kpi.id}' is better the {better} it is, and its target is '{kpi.target}'",
                f"write the target with `{bound}`, or set `polarity` to which way is better here",
                at="target",
            )
