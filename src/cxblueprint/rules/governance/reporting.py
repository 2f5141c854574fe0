"""Who runs customer experience, seen up the reporting lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import teams_below, teams_reporting_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def to_marketing(graph: Graph, team: Team) -> tuple[Team, ...]:
    """Return the chain from a team's superior up to marketing, or nothing when it meets none.

    The chain ends at the nearest executive: who reports to the board is run by nobody else.
    """
    chain = graph.superiors_below_executive(team)
    for place, above in enumerate(chain, 1):
        if above.function == "marketing":
            return chain[:place]
    return ()


def marketing_owned_cx(graph: Graph) -> Iterator[tuple[Team, tuple[Team, ...]]]:
    """Yield each topmost CX team that reports through marketing, with the chain up to it."""
    through = teams_reporting_to(graph, "marketing")
    found = {team.id for team in graph.teams.values() if team.function == "cx" and team.id in through}
    below = teams_below(graph, found)
    for team in graph.teams.values():
        if team.id in found and team.id not in below:
            yield team, to_marketing(graph, team)


def topmost_cx_teams(graph: Graph) -> Iterator[Team]:
    """Yield each CX team that reports to no other CX team."""
    below = teams_below(graph, {team.id for team in graph.teams.values() if team.function == "cx"})
    for team in graph.teams.values():
        if team.function == "cx" and team.id not in below:
            yield team


def as_a_chain(teams: tuple[Team, ...]) -> str:
    """Return teams as people say a reporting line: 'cx' to 'brand' to 'marketing'."""
    return " to ".join(f"'{team.id}'" for team in teams)
