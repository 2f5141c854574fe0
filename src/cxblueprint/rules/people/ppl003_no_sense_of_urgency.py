from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .roles import facing_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PPL003",
    "no-sense-of-urgency",
    summary="people who meet customers are not chosen for their sense of urgency",
    claims=("1.5", "1.6"),
    requires=("technical-skills-only",),
)
def no_sense_of_urgency(graph: Graph) -> Iterator[Flaw]:
    """Find customer-facing roles with skills, and urgency not among them."""
    for role in facing_roles(graph):
        if role.skills and "urgency" not in role.skills:
            yield flaw(
                role,
                f"role '{role.id}' meets customers, and `urgency` is not among its skills",
                "add `urgency` to `skills` once holders are chosen and coached for it",
                at="skills",
            )
