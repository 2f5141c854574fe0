from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC003",
    "no-containment",
    summary="nothing in a recovery plan stops the harm at once",
    claims=("0.4",),
)
def no_containment(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans all of whose actions are corrective."""
    for plan in plans_on_their_way(graph):
        is_done = all(action.done for action in plan.actions)
        if not is_done and all(action.kind == "corrective" for action in plan.actions):
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' has no containment: nothing stops the harm at once",
                "add an action of `kind: containment` that protects customers from today on",
                at="actions",
            )
