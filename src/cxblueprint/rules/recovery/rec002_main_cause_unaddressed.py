from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .plans import main_cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC002",
    "main-cause-unaddressed",
    summary="no action of a recovery plan removes the cause that does most harm",
    claims=("0.4",),
)
def main_cause_unaddressed(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans whose main cause is left alone, or contained and not removed."""
    for plan in graph.recovery_plans.values():
        main = main_cause(plan)
        if main is None or main not in graph.causes or not plan.actions:
            continue
        removed = {cause for one in plan.actions if one.kind != "containment" for cause in one.addresses}
        if main not in removed:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' has no action that removes its main cause '{main}'",
                f"name '{main}' under `addresses` of the action that removes it; if none does, plan one",
                at="actions",
                about=f"cause:{main}",
            )
