from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .roles import facing_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PPL002",
    "technical-skills-only",
    summary="people who meet customers are chosen for technical skills alone",
    claims=("1.5",),
)
def technical_skills_only(graph: Graph) -> Iterator[Flaw]:
    """Find customer-facing roles whose only skill is technical."""
    for role in facing_roles(graph):
        if set(role.skills) == {"technical"}:
            yield flaw(
                role,
                f"role '{role.id}' meets customers, and its holder is chosen for technical skills alone",
                "add to `skills` what it takes with people: `interaction`, `influence`, `urgency`",
                at="skills",
            )
