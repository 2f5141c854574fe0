from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import RelationshipPlan

_BANDS = {
    "the floor (analyst, team-lead)": {"analyst", "team-lead"},
    "the middle (manager to vice-president)": {"manager", "senior-manager", "director", "vice-president"},
    "the top (executive, ceo)": {"executive", "ceo"},
}
"""From the analyst to the chief executive; a smaller house need not have all eight levels."""


def _missing(plan: RelationshipPlan) -> list[str]:
    levels = {contact.level for contact in plan.levels}
    return [name for name, band in _BANDS.items() if levels.isdisjoint(band)]


@rule(
    "LIS014",
    "relationship-level-missing",
    summary="nobody talks with a contract customer on one of its levels",
    claims=("4.3",),
    judges_the_whole=True,
)
def relationship_level_missing(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find plans without floor, middle or top; and accounts without a plan, once for each segment."""
    plans = graph.relationship_plans.values()
    for plan in plans:
        missing = _missing(plan)
        if missing:
            yield flaw(
                plan,
                f"relationship-plan '{plan.id}' has nobody on {' and '.join(missing)}",
                "name under `levels` who talks with whom there, and how often",
                at="levels",
            )
    accounts, segments = {plan.account for plan in plans}, {plan.segment for plan in plans} - {None}
    for _, account in sorted(graph.accounts.items()) if plans or profile == "exemplary" else ():
        by_exception = any(place.startswith("relationship-plan:") for place in account.exceptions)
        if not by_exception and account.id not in accounts and account.segment not in segments:
            yield flaw(
                account,
                f"account '{account.id}' has no relationship plan: nobody talks with it on any level",
                "declare under `relationship_plans` one for this `account`, or for its `segment`",
                severity=None if plans else "info",
                lacks="a relationship plan",
                once=f"no plan for {account.segment}" if account.segment else (),
            )
