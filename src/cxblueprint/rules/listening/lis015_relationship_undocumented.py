from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "LIS015",
    "relationship-undocumented",
    summary="what is said with a contract customer is written down nowhere",
    claims=("4.3",),
)
def relationship_undocumented(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find plans with levels whose talks are not written down; from `exemplary` also where nobody says."""
    for plan in graph.relationship_plans.values():
        denied = [place for place, contact in enumerate(plan.levels) if contact.documented is False]
        unsaid = [place for place, contact in enumerate(plan.levels) if contact.documented is None]
        places = denied or (unsaid if profile == "exemplary" else [])
        if places:
            levels = ", ".join(plan.levels[place].level for place in places)
            what = "writes nothing down" if denied else "does not say whether talks are written down"
            yield flaw(
                plan,
                f"relationship-plan '{plan.id}' {what}: {levels}",
                "let whoever talks write down what was said and agreed, then set `documented: true`",
                at=f"levels[{places[0]}]",
                severity=None if denied else "info",
            )
