from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "GOV003",
    "no-cx-function",
    summary="teams are declared and none of them runs customer experience",
    claims=("1.3",),
    judges_the_whole=True,
)
def no_cx_function(graph: Graph) -> Iterator[Flaw]:
    """Find a blueprint whose teams have no customer-experience function among them."""
    teams = graph.teams.values()
    ours = [team for team in teams if team.function != "partner"]
    if not ours or any("cx" in (team.function, *team.also_functions) for team in teams):
        return
    yield flaw(
        Subject("blueprint", graph.blueprint.id),
        f"no team of blueprint '{graph.blueprint.id}' is said to run customer experience",
        "give one team `function: cx`, or `also_functions: [cx]` where it is a second task",
        at="teams",
        lacks="a team that runs customer experience",
    )
