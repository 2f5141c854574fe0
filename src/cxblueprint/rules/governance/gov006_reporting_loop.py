from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reporting import as_a_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def _loops(graph: Graph) -> Iterator[tuple[Team, ...]]:
    """Yield each cycle of reporting lines once, in reporting order."""
    done: set[str] = set()
    for start in graph.teams.values():
        line: dict[str, Team] = {}
        team: Team | None = start
        while team is not None and team.id not in done and team.id not in line:
            line[team.id] = team
            team = graph.team(team.reports_to)
        if team is not None and team.id in line:
            members = tuple(line.values())
            yield members[members.index(line[team.id]) :]
        done.update(line)


@rule(
    "GOV006",
    "reporting-loop",
    summary="teams report to each other in a circle",
    severity="error",
    profile="essential",
    claims=("1.3",),
)
def reporting_loop(graph: Graph) -> Iterator[Flaw]:
    """Find teams that are their own superior, one finding for each circle."""
    for loop in _loops(graph):
        first = min(range(len(loop)), key=lambda place: loop[place].id)
        team, *rest = loop[first:] + loop[:first]
        circle = as_a_chain((team, *rest, team))
        message = f"team '{team.id}' reports to itself" + (f": {circle}" if rest else "")
        yield flaw(team, message, "let one of them report to a team outside the circle", at="reports_to")
