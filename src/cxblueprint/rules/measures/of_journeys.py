"""By what a journey is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import handoffs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import KPI


def replaced_by(graph: Graph, journey: JourneyNode) -> JourneyNode | None:
    """Return the journey that another one replaces, or None where it replaces none that is declared.

    Of journeys that replace each other in a circle the one declared first replaces none, so that
    somebody is left to be judged.
    """
    line = {journey.id: journey}
    before = first = graph.journeys.get(journey.journey.replaces or "")
    while before is not None and before.id not in line:
        line[before.id] = before
        before = graph.journeys.get(before.journey.replaces or "")
    if before is journey and journey.id == next(name for name in graph.journeys if name in line):
        return None
    return first


def counted_journeys(graph: Graph) -> Iterator[tuple[JourneyNode, list[JourneyNode]]]:
    """Yield the live journeys, each with those that count as one with it: a journey and its successors."""
    successors: dict[str, list[JourneyNode]] = {}
    for journey in graph.journeys.values():
        successors.setdefault(journey.journey.replaces or "", []).append(journey)
    for journey in graph.journeys.values():
        before = replaced_by(graph, journey)
        if journey.is_live and not (before is not None and before.is_live):
            yield journey, [journey, *successors.get(journey.id, ()), *([before] if before else [])]


def lacks_a_kpi(graph: Graph, journeys: Sequence[JourneyNode]) -> bool:
    """Tell whether no KPI at all tells about journeys that count as one, so that one is to be found first."""
    spared = any(is_agreed_between_teams(graph, journey) for journey in journeys)
    return not spared and not names_the_unknown(graph, journeys) and not all_kpis(graph, journeys)


def own_kpis(graph: Graph, journeys: Iterable[JourneyNode]) -> list[KPI]:
    """Return the KPIs of journeys and of the steps that are their outcome."""
    named = (graph.kpis.get(name) for journey in journeys for name in _own_names(journey))
    return without_relationship(kpi for kpi in named if kpi is not None)


def _own_names(journey: JourneyNode) -> tuple[str, ...]:
    outcome = journey.outcome.touchpoint if journey.outcome is not None else None
    return journey.journey.kpis + (outcome.kpis if outcome is not None else ())


def all_kpis(graph: Graph, journeys: Iterable[JourneyNode]) -> list[KPI]:
    """Return the KPIs of journeys and of all the touchpoints that they use."""
    found: list[KPI] = []
    for journey in journeys:
        found += graph.kpis_of(journey)
        found += (kpi for touchpoint in journey.touchpoints for kpi in graph.kpis_of(touchpoint))
    return found


def without_relationship(kpis: Iterable[KPI]) -> list[KPI]:
    """Leave out the KPIs of a whole relationship: they tell nothing about one journey."""
    return [kpi for kpi in kpis if kpi.level != "relationship"]


def names_the_unknown(graph: Graph, journeys: Sequence[JourneyNode]) -> bool:
    """Tell whether journeys or their outcomes name an undeclared KPI, or their touchpoints no other."""
    if any(name not in graph.kpis for journey in journeys for name in _own_names(journey)):
        return True
    elsewhere = any(touchpoint.kpis for journey in journeys for touchpoint in journey.touchpoints)
    return elsewhere and not all_kpis(graph, journeys)


def measured_journeys(graph: Graph) -> frozenset[str]:
    """Return the ids of the journeys with any KPI, their own or a touchpoint's.

    Of the others journey-without-kpi speaks, and what else they lack is an echo of that.
    """
    return frozenset(
        journey.id for journey in graph.journeys.values() if without_relationship(all_kpis(graph, [journey]))
    )


def is_agreed_between_teams(graph: Graph, journey: JourneyNode) -> bool:
    """Tell whether an internal journey is measured by what its teams have agreed between them."""
    segments = [graph.segments.get(segment) for segment in journey.journey.segments]
    if not segments or not all(segment is not None and segment.internal for segment in segments):
        return False
    standards = (graph.standards.get(standard or "") for standard in _agreements(graph, journey))
    return any(standard is not None and standard.provider and standard.consumer for standard in standards)


def _agreements(graph: Graph, journey: JourneyNode) -> Iterator[str | None]:
    """Yield the ids of the standards that hold at a journey's touchpoints and hand-offs."""
    for touchpoint in journey.touchpoints:
        yield from touchpoint.standards
        for actions in (touchpoint.frontstage, touchpoint.backstage, touchpoint.support):
            yield from (action.agreement for action in actions)
    for edge in journey.edges:
        yield from (handoff.agreement for handoff in handoffs_on(graph, edge))
