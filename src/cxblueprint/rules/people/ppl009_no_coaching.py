from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .roles import facing_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_TOO_SENIOR = frozenset({"director", "vice-president", "executive", "ceo"})
"""Levels whose holders are judged by other means, and visited rather than coached."""


@rule(
    "PPL009",
    "no-coaching",
    summary="people meet customers, and nobody coaches them",
    claims=("4.9", "1.4"),
    judges_the_whole=True,
)
def no_coaching(graph: Graph) -> Iterator[Flaw]:
    """Find customer-facing roles without coaching; where no role has any, once for the blueprint."""
    facing = [role for role in facing_roles(graph) if role.level not in _TOO_SENIOR]
    if facing and not any(role.coaching for role in graph.roles.values()):
        yield flaw(
            Subject("blueprint", graph.blueprint.id),
            f"blueprint '{graph.blueprint.id}' does not say how the holders of its {len(facing)}"
            f" customer-facing role{'s' if len(facing) > 1 else ''} are coached",
            "say in each role's `coaching` who goes through what with its holder, and how often",
            at="roles",
            lacks="coaching of its roles",
        )
        return
    for role in facing:
        if role.coaching is None:
            yield flaw(
                role,
                f"role '{role.id}' meets customers, and nobody coaches its holder",
                "say in `coaching` who goes through what with its holder, and how often",
                lacks="coaching",
            )
