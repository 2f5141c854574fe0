"""Which measures tell of trust and loyalty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import kind_of_kpi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI

_METRICS = frozenset({"trust", "nps", "retention", "churn", "share-of-wallet"})
_KINDS = frozenset({"perception", "outcome"})


def tells_of_trust(kpi: KPI) -> bool:
    """Tell whether a KPI measures trust or loyalty: by its metric, or what customers of a relationship do."""
    return kpi.metric in _METRICS or (kpi.level == "relationship" and kind_of_kpi(kpi) in _KINDS)


def lead_to_trust(graph: Graph, kpis: Iterable[KPI]) -> bool:
    """Tell whether one of these KPIs is of trust, or drives or rolls up to one that is."""
    waiting = list(kpis)
    seen = {kpi.id for kpi in waiting}
    while waiting:
        kpi = waiting.pop()
        if tells_of_trust(kpi):
            return True
        above = (graph.kpis.get(name) for name in (*kpi.drives, kpi.rolls_up_to or ""))
        new = [one for one in above if one is not None and one.id not in seen]
        seen.update(one.id for one in new)
        waiting += new
    return False
