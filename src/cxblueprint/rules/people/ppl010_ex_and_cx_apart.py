from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def _running(graph: Graph, function: str) -> list[Team]:
    """Return the teams that a function was given to, as their first or another, by their ids."""
    teams = (team for _, team in sorted(graph.teams.items()))
    return [team for team in teams if function in (team.function, *team.also_functions)]


def _line(graph: Graph, team: Team) -> set[str]:
    """Return the ids of a team and of those above it, up to but without the nearest executive."""
    return {team.id, *(above.id for above in graph.superiors_below_executive(team))}


@rule(
    "PPL010",
    "ex-and-cx-apart",
    summary="the experience of employees and that of customers are looked after in different places",
    severity="info",
    profile="exemplary",
    claims=("3.6",),
    judges_the_whole=True,
)
def ex_and_cx_apart(graph: Graph) -> Iterator[Flaw]:
    """Find a team for employee experience that shares no operational team with the one for customers."""
    cx_teams = _running(graph, "cx")
    for team in _running(graph, "employee-experience"):
        if cx_teams and not any(_line(graph, team) & _line(graph, cx) for cx in cx_teams):
            yield flaw(
                team,
                f"team '{team.id}' runs employee experience, apart from customer experience in"
                f" '{cx_teams[0].id}'",
                "let one operational team look after both: give it `also_functions`, or one superior",
                about=f"team:{cx_teams[0].id}",
            )
