"""Reporting lines, looked down from above: linear where each team's own line upwards would not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxblueprint.model import Team

    from .graph import Graph


def teams_below(graph: Graph, wanted: Collection[str]) -> frozenset[str]:
    """Return the ids of the teams that have one of `wanted` above them, at whatever remove.

    No team is above itself, not even where the line closes to a loop.
    """
    reports: dict[str, list[Team]] = {}
    for team in graph.teams.values():
        if team.reports_to is not None:
            reports.setdefault(team.reports_to, []).append(team)
    found: set[str] = set()
    for top in set(wanted):
        waiting = list(reports.get(top, ()))
        while waiting:
            team = waiting.pop()
            if team.id == top or team.id in found:
                continue
            found.add(team.id)
            if team.id not in wanted:  # what is below it is found from there
                waiting += reports.get(team.id, ())
    return frozenset(found)


def teams_reporting_to(graph: Graph, function: str) -> frozenset[str]:
    """Return the ids of the teams whose line meets a team of a function before it meets an executive.

    A team of that function itself is not asked about.
    """
    known: dict[str, bool] = {}
    for start in graph.teams.values():
        line: dict[str, None] = {}
        team: Team | None = start
        meets: bool | None = None
        while meets is None:
            if team is None or team.id in line:
                meets = False
            elif team.id in known:
                meets = known[team.id]
            else:
                line[team.id] = None
                above = graph.team(team.reports_to)
                if above is not None and above.function in ("executive", function):
                    meets = above.function == function
                team = above
        known |= dict.fromkeys(line, meets)
    return frozenset(team for team, meets in known.items() if meets)
