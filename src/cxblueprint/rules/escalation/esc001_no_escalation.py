from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


def _what_may_go_wrong(graph: Graph, profile: Profile) -> str | None:
    """Return the root key of what calls for a way up, or None; promises do so from `exemplary` on."""
    if graph.risks:
        return "risks"
    if graph.escalations:
        return "escalations"
    if graph.recovery_plans:
        return "recovery_plans"
    return "promises" if graph.promises and profile == "exemplary" else None


@rule(
    "ESC001",
    "no-escalation",
    summary="things go wrong, and there is no way up",
    claims=("0.2",),
    judges_the_whole=True,
)
def no_escalation(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find blueprints that know of bad news and have no escalation policy, and policies without a level."""
    key = _what_may_go_wrong(graph, profile)
    if key is not None and not graph.escalation_policies:
        name = graph.blueprint.id
        yield flaw(
            Subject("blueprint", name),
            f"blueprint '{name}' has {key.replace('_', ' ')} and no escalation policy",
            "declare under `escalation_policies` who is called in, after how long, and who may flag",
            at=key,
            lacks="an escalation policy",
        )
    for policy in graph.escalation_policies.values():
        if not policy.levels:
            yield flaw(
                policy,
                f"escalation-policy '{policy.id}' calls nobody in",
                "name under `levels` which role is called in `after` how long, first level first",
            )
