"""Which measures tell of trust and loyalty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxblueprint.model import kind_of_kpi, metric_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI

_METRICS = frozenset({"trust", "nps", "retention", "churn", "share-of-wallet"})
_KINDS = frozenset({"perception", "outcome"})
_OF_OTHERS = frozenset({"employee", "operational"})
"""Kinds that tell about us, whatever they are called: trust among colleagues is not that of customers."""
_WORDS = re.compile(r"trust|loyal|retention|churn|recommend|promoter|repurchas|renew", re.IGNORECASE)
"""What measures of trust and loyalty are called in English where their metric is not stated."""


def tells_of_trust(kpi: KPI) -> bool:
    """Tell whether a KPI measures trust or loyalty: by its metric, or what customers of a relationship do.

    A metric that is not stated, or one of the user's own, is known by its words.
    """
    if kpi.metric in _METRICS or (kpi.level == "relationship" and kind_of_kpi(kpi) in _KINDS):
        return True
    words = f"{kpi.id} {kpi.name} {kpi.metric or ''}"
    return metric_of(kpi) is None and kpi.kind not in _OF_OTHERS and bool(_WORDS.search(words))


def lead_to_trust(graph: Graph, kpis: Sequence[KPI]) -> bool:
    """Tell whether one of these KPIs is of trust, or drives or rolls up to one that is or is not declared."""
    waiting: list[KPI | None] = [*kpis]
    seen = {kpi.id for kpi in kpis}
    while waiting:
        kpi = waiting.pop()
        if kpi is None or tells_of_trust(kpi):
            return True
        new = [name for name in (*kpi.drives, kpi.rolls_up_to) if name is not None and name not in seen]
        seen.update(new)
        waiting += map(graph.kpis.get, new)
    return False
