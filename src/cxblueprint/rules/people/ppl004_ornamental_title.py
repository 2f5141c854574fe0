from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .roles import has_a_cx_title, is_only_renamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PPL004",
    "ornamental-title",
    summary="a title says customer experience, and the work does not",
    claims=("2.5",),
)
def ornamental_title(graph: Graph) -> Iterator[Flaw]:
    """Find CX titles without responsibilities, and roles that were renamed and do what they did."""
    for role in graph.roles.values():
        if is_only_renamed(role):
            yield flaw(
                role,
                f"role '{role.id}' was called '{role.previous_title}' and answers for the same as then",
                "give it what the title says in `responsibilities`, or its old title back",
                at="responsibilities",
            )
        elif not role.responsibilities and has_a_cx_title(role):
            also = "" if role.judged_by else " and no KPI to be judged by"
            yield flaw(
                role,
                f"role '{role.id}' has a title of customer experience, no responsibilities{also}",
                "say in `responsibilities` what its holder answers for, or take the title away",
            )
