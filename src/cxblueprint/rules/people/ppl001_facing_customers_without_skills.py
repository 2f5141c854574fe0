from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Subject

from .roles import facing_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PPL001",
    "facing-customers-without-skills",
    summary="people meet customers, and nobody has said what they are chosen for",
    claims=("1.5",),
    judges_the_whole=True,
)
def facing_customers_without_skills(graph: Graph) -> Iterator[Flaw]:
    """Find customer-facing roles without skills; where no role has any, once for the blueprint."""
    facing = facing_roles(graph)
    if facing and not any(role.skills for role in graph.roles.values()):
        yield flaw(
            Subject("blueprint", graph.blueprint.id),
            f"blueprint '{graph.blueprint.id}' does not say for what skills the holders of its"
            f" {len(facing)} customer-facing role{'s' if len(facing) > 1 else ''} are chosen",
            "list in each role's `skills` what its holder is chosen for, such as `interaction` and `urgency`",
            at="roles",
            lacks="skills of its roles",
        )
        return
    for role in facing:
        if not role.skills:
            yield flaw(
                role,
                f"role '{role.id}' meets customers, and no skill says what its holder is chosen for",
                "list in `skills` what its holder is chosen for, such as `interaction` and `urgency`",
                lacks="skills",
            )
