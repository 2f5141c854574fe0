"""What is asked of a KPI, and what is spared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import KPI


def is_bare(kpi: KPI) -> bool:
    """Tell whether a KPI has neither target nor source, so that one finding says all."""
    return kpi.target is None and kpi.source is None


def described_kpis(graph: Graph) -> Iterator[KPI]:
    """Yield the KPIs of which more than a name is stated."""
    return (kpi for kpi in graph.kpis.values() if not is_bare(kpi))


def kpis_of_what_is_to_be(graph: Graph) -> frozenset[str]:
    """Return the ids of the KPIs that belong to journeys to be or to drafts, and to nothing of today."""
    to_be: set[str] = set()
    today: set[str] = set()
    for node in graph.journeys.values():
        (to_be if _is_to_be(node) else today).update(node.journey.kpis)
    for touchpoint in graph.touchpoints.values():
        steps = graph.steps_at(touchpoint)
        is_new = bool(steps) and all(_is_to_be(step.journey) for step in steps)
        (to_be if is_new else today).update(touchpoint.kpis)
    return frozenset(to_be - today)


def _is_to_be(node: JourneyNode) -> bool:
    """Tell whether nobody travels a journey yet."""
    return node.journey.state == "to-be" or not node.is_live
