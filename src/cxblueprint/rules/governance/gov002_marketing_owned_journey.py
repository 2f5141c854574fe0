from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import teams_below, teams_reporting_to

from .reporting import as_a_chain, marketing_owned_cx, to_marketing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_WHEN_SERVED = frozenset({"start", "use", "get-help", "renew", "leave"})


@rule(
    "GOV002",
    "marketing-owned-journey",
    summary="a journey of customers who have bought is owned by marketing",
    severity="error",
    profile="essential",
    claims=("1.3",),
)
def marketing_owned_journey(graph: Graph) -> Iterator[Flaw]:
    """Find journeys beyond buying whose owner is marketing or reports through it."""
    already_said = {team.id for team, _ in marketing_owned_cx(graph)}
    already_said |= teams_below(graph, already_said)
    below_marketing = teams_reporting_to(graph, "marketing")
    for journey in graph.journeys.values():
        owner = graph.team(journey.journey.owner)
        phases = [stage.stage.phase for stage in journey.stages if stage.stage.phase in _WHEN_SERVED]
        if owner is None or not phases:
            continue
        is_marketing = owner.function == "marketing"
        if not (is_marketing or owner.id in below_marketing) or owner.id in already_said:
            continue
        chain = () if is_marketing else to_marketing(graph, owner)
        through = f", which reports to marketing ({as_a_chain((owner, *chain))})" if chain else ""
        yield flaw(
            journey,
            f"journey '{journey.id}' goes on after buying (phase {phases[0]}) and is owned by"
            f" {'marketing ' if is_marketing else ''}'{owner.id}'{through}",
            "set `owner` to the team that serves these customers, or allow it with the reason",
            at="owner",
            about=f"team:{owner.id}",
        )
