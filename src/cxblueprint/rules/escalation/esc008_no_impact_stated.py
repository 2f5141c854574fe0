from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC008",
    "no-impact-stated",
    summary="something went wrong, and nobody has said what it did to the customer",
    claims=("0.3",),
)
def no_impact_stated(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find escalations that do not state their impact; from `exemplary` more is asked, as an info."""
    for case in graph.escalations.values():
        if case.impact is None:
            yield flaw(
                case,
                f"escalation '{case.id}' does not say what it did to the customer",
                "write in `impact` what the customer could not do because of it, or that nobody noticed",
                lacks="an impact",
            )
        elif case.impact_on_their_customers is None and case.account and profile == "exemplary":
            yield flaw(
                case,
                f"escalation '{case.id}' does not say what it did to the customers of '{case.account}'",
                "write in `impact_on_their_customers` what it meant for them, or that they did not notice",
                about=f"account:{case.account}",
                severity="info",
            )
    explained = {case.recovery for case in graph.escalations.values()}
    for plan in graph.recovery_plans.values() if profile == "exemplary" else ():
        if plan.id not in explained:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' belongs to no escalation that says what happened to the customer",
                "declare the case under `escalations` with its `impact`, and this plan as its `recovery`",
                severity="info",
            )
