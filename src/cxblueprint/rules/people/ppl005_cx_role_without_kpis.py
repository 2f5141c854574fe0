from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .roles import has_a_cx_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "PPL005",
    "cx-role-without-kpis",
    summary="a role of customer experience is judged by nothing",
    claims=("2.5",),
    requires=("ornamental-title",),
)
def cx_role_without_kpis(graph: Graph) -> Iterator[Flaw]:
    """Find roles with a CX title that no KPI judges."""
    for role in graph.roles.values():
        if not role.judged_by and has_a_cx_title(role):
            yield flaw(
                role,
                f"role '{role.id}' has a title of customer experience and no KPI to be judged by",
                "name in `judged_by` one or two KPIs that its holder can move",
            )
