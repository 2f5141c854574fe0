from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import teams_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def _poor(team: Team) -> list[str]:
    """Return on which counts the climate of a team is poor."""
    climate = team.climate
    if climate is None:
        return []
    counts = {
        "teamwork": climate.teamwork,
        "people management": climate.people_management,
        "communication": climate.communication,
    }
    return [count for count, grade in counts.items() if grade == "poor"]


@rule(
    "PPL006",
    "degraded-climate",
    summary="it is bad to work in a team, and nothing is done about it",
    claims=("1.4",),
)
def degraded_climate(graph: Graph) -> Iterator[Flaw]:
    """Find teams with a poor climate that no initiative addresses, here or above, or is to improve."""
    addresses = {address for initiative in graph.initiatives.values() for address in initiative.addresses}
    addressed = {team for team in graph.teams if f"team:{team}" in addresses}
    addressed |= teams_below(graph, addressed)
    improved = {kpi for initiative in graph.initiatives.values() for kpi in initiative.improves}
    for team in graph.teams.values():
        poor = _poor(team)
        if poor and team.id not in addressed and improved.isdisjoint(team.employee_kpis):
            yield flaw(
                team,
                f"team '{team.id}' has poor {' and poor '.join(poor)}, and no initiative addresses it",
                f"declare an initiative with `addresses: [team:{team.id}]` that changes how work is there",
                at="climate",
            )
