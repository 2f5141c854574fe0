from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.reckon import main_cause

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
    worked_on = {place for initiative in graph.initiatives.values() for place in initiative.addresses}
    for plan in graph.recovery_plans.values():
        main = main_cause(plan)
        cause = graph.causes.get(main or "")
        if cause is None or f"cause:{cause.id}" in worked_on or not plan.actions:
            continue
        is_to_stay = cause.attributed_to == "outside"  # nobody removes the weather
        actions = (action for action in plan.actions if is_to_stay or action.kind != "containment")
        if not any(cause.id in action.addresses for action in actions):
            what = "deals with" if is_to_stay else "removes"
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' has no action that {what} its main cause '{cause.id}'",
                f"name '{cause.id}' under `addresses` of the action that {what} it; if none does, plan one",
                at="actions",
                about=f"cause:{cause.id}",
            )
