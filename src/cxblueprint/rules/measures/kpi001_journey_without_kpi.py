from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, Severity, flaw, rule
from cxblueprint.model import kind_of_kpi

from .of_journeys import (
    all_kpis,
    counted_journeys,
    is_agreed_between_teams,
    names_the_unknown,
    own_kpis,
    without_relationship,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode


_OF_THE_GOAL = (
    "declare under `kpis` the measure that tells whether customers reach their goal,"
    " and name it in the journey's `kpis`"
)
_OF_ANOTHER_KIND = (
    "name one of that kind in the journey's `kpis`, or state the `kind` of those that it has:"
    " perception, outcome or operational"
)


_NOTHING: tuple[Severity, str] = ("error", "has no KPI")


def _lack(graph: Graph, journeys: list[JourneyNode], profile: Profile) -> tuple[Severity, str] | None:
    """Return what journeys that are counted as one lack, and how loud that is."""
    if any(is_agreed_between_teams(graph, journey) for journey in journeys):
        return None
    if names_the_unknown(graph, journeys):
        return None  # unknown-reference says what is wrong
    own = own_kpis(graph, journeys)
    if own:
        kinds = {kind_of_kpi(kpi) for kpi in own}
        if profile != "exemplary" or ("perception" in kinds and kinds & {"outcome", "operational"}):
            return None
        lacking = "what comes out or how it runs" if "perception" in kinds else "what customers perceive"
        return "warning", f"has no KPI of {lacking}"
    kpis = all_kpis(graph, journeys)
    if without_relationship(kpis):
        return None if profile == "essential" else ("error", "has no KPI of its own, only on its touchpoints")
    return ("error", "has no KPI but of the whole relationship") if kpis else _NOTHING


@rule(
    "KPI001",
    "journey-without-kpi",
    summary="nothing is measured about a journey",
    severity="error",
    profile="essential",
    claims=("2.6", "3.5"),
)
def journey_without_kpi(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find live journeys that no KPI measures; where none of them has any, say so once.

    A journey and the one that replaces it count as one.
    """
    counted = sorted(counted_journeys(graph), key=lambda pair: pair[0].id)
    lacks = [(journey, _lack(graph, journeys, profile)) for journey, journeys in counted]
    at_all = all(lack == _NOTHING for _, lack in lacks)
    for journey, lack in lacks:
        if lack is not None:
            severity, said = lack
            yield flaw(
                journey,
                f"journey '{journey.id}' {said}",
                _OF_ANOTHER_KIND if severity == "warning" else _OF_THE_GOAL,
                severity=severity,
                lacks="a KPI",
                once="no journey has a KPI" if at_all else (),
            )
