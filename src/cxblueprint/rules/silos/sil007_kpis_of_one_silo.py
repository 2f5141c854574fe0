from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import KPI, Team


def _measures(graph: Graph, journey: JourneyNode) -> list[KPI]:
    """Return the KPIs of a journey and of its touchpoints, each once."""
    own = graph.kpis_of(journey)
    others = (kpi for touchpoint in journey.touchpoints for kpi in graph.kpis_of(touchpoint))
    return list({kpi.id: kpi for kpi in (*own, *others)}.values())


def _is_there_for_the_whole(graph: Graph, journey: JourneyNode, team: Team) -> bool:
    """Tell whether a team looks at more than its own part of a journey.

    So do customer experience and the executives, whoever answers for the journey and has no part of it, and
    whoever all the others report to.
    """
    if not {"cx", "executive"}.isdisjoint((team.function, *team.also_functions)):
        return True
    if journey.journey.owner == team.id and team.id not in journey.owners:
        return True
    others = [graph.teams.get(owner) for owner in journey.owners if owner != team.id]
    return all(other is not None and team in graph.superiors(other) for other in others)


@rule(
    "SIL007",
    "kpis-of-one-silo",
    summary="several teams make a journey, and all its KPIs belong to one of them",
    claims=("2.1",),
)
def kpis_of_one_silo(graph: Graph) -> Iterator[Flaw]:
    """Find live journeys of several owners whose KPIs, two or more, all belong to one team."""
    for journey in graph.journeys.values():
        kpis = _measures(graph, journey)
        owners = {kpi.owner for kpi in kpis}
        team = graph.team(kpis[0].owner) if len(kpis) > 1 and len(owners) == 1 else None
        if team is None or not journey.is_live or _is_there_for_the_whole(graph, journey, team):
            continue
        others = [f"'{owner}'" for owner in journey.owners if owner != team.id]
        if len(journey.owners) > 1:
            yield flaw(
                journey,
                f"journey '{journey.id}' is measured by KPIs of team '{team.id}' alone, and"
                f" {', '.join(others)} {'have' if len(others) > 1 else 'has'} a part in it",
                "add a KPI that another of these teams owns, or let customer experience own one of the whole",
                at="kpis",
                about=f"team:{team.id}",
            )
