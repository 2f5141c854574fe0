from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import is_ours_to_choose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG008",
    "policy-from-single-incident",
    summary="a rule for everybody was made from what happened once",
    claims=("3.1",),
)
def policy_from_single_incident(graph: Graph, *, fewest_incidents: int = 2) -> Iterator[Flaw]:
    """Find policies that are stated to rest on too few incidents."""
    for policy in graph.policies.values():
        if policy.incidents is None or policy.incidents >= fewest_incidents:
            continue
        if is_ours_to_choose(policy):
            count = {0: "no incident", 1: "a single incident"}.get(
                policy.incidents, f"{policy.incidents} incidents"
            )
            yield flaw(
                policy,
                f"policy '{policy.id}' rests on {count}",
                f"settle each case as a case until there are {fewest_incidents}; what answers no incident is"
                " of `kind: code-of-practice`",
                at="incidents",
            )
