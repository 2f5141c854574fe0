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


def _looks_beyond_itself(team: Team) -> bool:
    """Tell whether a team is there for the whole: customer experience, or the executives."""
    return not {"cx", "executive"}.isdisjoint((team.function, *team.also_functions))


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
        if team is None or _looks_beyond_itself(team) or not journey.is_live:
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
