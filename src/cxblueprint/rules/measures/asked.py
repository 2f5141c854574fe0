"""What is asked of a KPI, and what is spared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def is_bare(kpi: KPI) -> bool:
    """Tell whether a KPI has neither target nor source, so that one finding says all."""
    return kpi.target is None and kpi.source is None


def described_kpis(graph: Graph) -> Iterator[KPI]:
    """Yield the KPIs of which more than a name is stated."""
    return (kpi for kpi in graph.kpis.values() if not is_bare(kpi))


def kpis_of_what_is_to_be(graph: Graph) -> frozenset[str]:
    """Return the ids of the KPIs that belong to journeys to be and to nothing that exists today."""
    to_be: set[str] = set()
    today: set[str] = set()
    for node in graph.journeys.values():
        (to_be if node.journey.state == "to-be" else today).update(node.journey.kpis)
    for touchpoint in graph.touchpoints.values():
        states = {step.journey.journey.state for step in graph.steps_at(touchpoint)}
        (to_be if states == {"to-be"} else today).update(touchpoint.kpis)
    return frozenset(to_be - today)
