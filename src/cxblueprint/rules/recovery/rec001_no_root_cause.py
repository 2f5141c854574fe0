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
    """Find recovery plans that do not say why it happened."""
    for plan in graph.recovery_plans.values():
        if not plan.causes:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' names no root cause",
                "declare why it happened under `causes`, and name it in the plan's `causes` with its share",
            )
