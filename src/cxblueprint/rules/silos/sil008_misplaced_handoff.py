from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .placing import misplaced_handoffs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "SIL008",
    "misplaced-handoff",
    summary="a hand-off stands between two places where its two teams never meet",
    claims=("2.1",),
)
def misplaced_handoff(graph: Graph) -> Iterator[Flaw]:
    """Find hand-offs between places that do not follow each other, or that other teams own."""
    for found in misplaced_handoffs(graph):
        handoff, way, (one, other) = found.handoff, found.way, found.places
        if way is None:
            message = f"stands between '{one}' and '{other}', and no journey leads from one to the other"
            hint = (
                "name in `between` two places that follow each other, or leave it out: then it holds wherever"
            )
            hint += " the two teams meet"
        else:
            owners = [graph.owner_of(step) for step in (way.source, way.target)]
            names = " and ".join(f"'{owner.id}'" for owner in owners if owner is not None)
            message = f"stands between '{one}' and '{other}', which {names} own, and passes work from"
            message += f" '{handoff.giver}' to '{handoff.receiver}'"
            hint = f"name the teams that own the two places, or the places of '{handoff.giver}' and"
            hint += f" '{handoff.receiver}'"
        yield flaw(handoff, f"handoff '{handoff.id}' {message}", hint, at="between")
