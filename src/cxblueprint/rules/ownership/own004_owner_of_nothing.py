from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import references_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_SERVE_ALL = frozenset({"executive", "hr", "legal", "finance"})
_IDLE = frozenset({"teams", "consulted", "informed", "covers", "addresses"})
"""Collections and fields in which a team is named without doing anything."""


def _at_work(graph: Graph) -> set[str]:
    """Return the ids of the teams that own something or do something, themselves or by a role of theirs."""
    found: set[str | None] = {role.team for role in graph.roles.values() if role.customer_facing}
    for reference in references_in(graph.blueprint):
        if reference.kind == "team" and _IDLE.isdisjoint(reference.path) and reference.path[0] != "roles":
            found.add(reference.id)
        elif reference.kind == "role" and reference.id in graph.roles:
            found.add(graph.roles[reference.id].team)
    return {team for team in found if team is not None and team in graph.teams}


def _above(graph: Graph, teams: set[str]) -> set[str]:
    """Return the ids of the teams above some others, at whatever remove."""
    found: set[str] = set()
    for name in teams:
        above = graph.team(graph.teams[name].reports_to)
        while above is not None and above.id not in found:
            found.add(above.id)
            above = graph.team(above.reports_to)
    return found


@rule(
    "OWN004",
    "owner-of-nothing",
    summary="a team has no part in anything that customers live through",
    claims=("1.2", "2.1"),
    judges_the_whole=True,
)
def owner_of_nothing(graph: Graph) -> Iterator[Flaw]:
    """Find teams with no part in the blueprint, once a touchpoint or a journey has an owner."""
    owners = {*(place.owner for place in graph.touchpoints.values())}
    owners |= {node.journey.owner for node in graph.journeys.values()}
    at_work = _at_work(graph) if owners - {None} else set()
    above = _above(graph, at_work)
    for team in graph.teams.values() if at_work else ():
        serves_all = _SERVE_ALL & {team.function, *team.also_functions}
        if not serves_all and team.id not in at_work | above:
            yield flaw(
                team,
                f"team '{team.id}' owns nothing and has no part in anything that is declared",
                "name it as `owner` of what it answers for, or where it does the work, or take it out",
            )
