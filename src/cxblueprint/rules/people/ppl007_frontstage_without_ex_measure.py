from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.graph import teams_below
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team


def _on_stage(graph: Graph) -> list[Team]:
    """Return the teams that act in front of customers today, each once, in the order of the touchpoints.

    At an automated touchpoint nobody does.
    """
    names: dict[str, None] = {}
    for touchpoint in graph.touchpoints.values():
        if graph.is_live(touchpoint) and touchpoint.automation != "automated":
            names.update(
                dict.fromkeys(action.team or touchpoint.owner or "" for action in touchpoint.frontstage)
            )
    return [graph.teams[name] for name in names if name in graph.teams]


@rule(
    "PPL007",
    "frontstage-without-ex-measure",
    summary="people serve customers, and nobody measures how it is for them",
    claims=("3.6",),
    judges_the_whole=True,
)
def frontstage_without_ex_measure(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find teams in front of customers without a measure of their people, there or above.

    Where no team has one, an exemplary blueprint hears it once. Partners are asked about there alone.
    """
    measured = {team.id for team in graph.teams.values() if team.employee_kpis}
    measured |= teams_below(graph, measured)
    bare = [
        team
        for team in _on_stage(graph)
        if team.id not in measured and (team.function != "partner" or profile == "exemplary")
    ]
    in_use = bool(measured)
    for team in bare if in_use else ():
        yield flaw(
            team,
            f"team '{team.id}' serves customers, and nothing measures how it is for its people",
            "name in `employee_kpis` a measure such as one with `metric: engagement`",
            severity="info" if team.function == "partner" else None,
        )
    if bare and not in_use and profile == "exemplary":
        yield flaw(
            Subject("blueprint", graph.blueprint.id),
            f"blueprint '{graph.blueprint.id}' measures for none of its teams how it is for their people",
            "name in `employee_kpis` of each team that serves customers a measure of their experience",
            at="teams",
        )
