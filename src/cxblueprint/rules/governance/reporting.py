"""Who runs customer experience, seen up the reporting lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    found = {team.id: to_marketing(graph, team) for team in graph.teams.values() if team.function == "cx"}
    for team_id, chain in found.items():
        team = graph.teams[team_id]
        if chain and not any(found.get(above.id) for above in graph.superiors(team)):
            yield team, chain


def topmost_cx_teams(graph: Graph) -> Iterator[Team]:
    """Yield each CX team that reports to no other CX team."""
    for team in graph.teams.values():
        if team.function == "cx" and all(up.function != "cx" for up in graph.superiors(team)):
            yield team


def as_a_chain(teams: tuple[Team, ...]) -> str:
    """Return teams as people say a reporting line: 'cx' to 'brand' to 'marketing'."""
    return " to ".join(f"'{team.id}'" for team in teams)
