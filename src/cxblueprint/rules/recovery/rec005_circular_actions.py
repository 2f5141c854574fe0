from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.reckon import circles, tasks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC005",
    "circular-actions",
    summary="actions of a recovery plan wait for each other",
    claims=("0.5",),
)
def circular_actions(graph: Graph) -> Iterator[Flaw]:
    """Find actions that can never begin, circle by circle."""
    for plan in graph.recovery_plans.values():
        places = {action.id: place for place, action in enumerate(plan.actions)}
        for circle in circles(tasks_of(plan)):
            names = " and ".join(f"'{name}'" for name in circle)
            waits = "wait for each other" if len(circle) > 1 else "waits for itself"
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' can never be carried out: {names} {waits}",
                "take out of `after` what need not be finished first",
                at=f"actions[{places[circle[0]]}].after",
            )
