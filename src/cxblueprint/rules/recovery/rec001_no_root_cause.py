from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC001",
    "no-root-cause",
    summary="a recovery plan names no cause",
    claims=("0.4",),
)
def no_root_cause(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans of which nobody says why it happened: not they, their actions, or the case."""
    explained = {case.recovery for case in graph.escalations.values() if case.causes}
    for plan in graph.recovery_plans.values():
        named = plan.causes or any(action.addresses for action in plan.actions)
        if not named and plan.id not in explained:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' names no root cause",
                "declare why it happened under `causes`, and name it in the plan's `causes` with its share",
                lacks="a root cause",
            )
