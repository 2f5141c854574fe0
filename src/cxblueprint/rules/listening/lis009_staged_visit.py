from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .posts import posts_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_AT_WORK = frozenset({"analyst", "team-lead", None})
"""Levels that do the work or lead it beside those who do; where no level is stated, nobody can tell."""


@rule(
    "LIS009",
    "staged-visit",
    summary="customers come to visit, and meet nobody who does the work",
    claims=("4.5",),
)
def staged_visit(graph: Graph) -> Iterator[Flaw]:
    """Find visits that meet only roles above the work."""
    for post in posts_today(graph):
        roles = [graph.roles.get(role) for role in post.meets]
        met = ", ".join(f"'{role.id}' ({role.level})" for role in roles if role is not None)
        above = all(role is not None and role.level not in _AT_WORK for role in roles)
        if post.kind == "visit" and roles and above:
            yield flaw(
                post,
                f"listening-post '{post.id}' is a visit that meets nobody who does the work: {met}",
                "name in `meets` the roles that do this customer's work, and rehearse nothing",
                at="meets",
            )
