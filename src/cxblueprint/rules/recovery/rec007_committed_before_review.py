from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.checks import Profile
    from cxblueprint.graph import Graph


@rule(
    "REC007",
    "committed-before-review",
    summary="a customer was given a date before the plan behind it was reviewed",
    claims=("0.5", "0.4"),
)
def committed_before_review(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find recovery plans reviewed after the date was given; at `exemplary` also those never reviewed."""
    for plan in plans_on_their_way(graph):
        given, reviewed = plan.committed_on, plan.reviewed_on
        if given is None or (reviewed is None and profile != "exemplary"):
            continue
        if reviewed is None or reviewed > given:
            when = "and was never reviewed" if reviewed is None else f"and was reviewed on {reviewed}"
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' was committed to on {given}, {when}",
                "review the plan before a date is given, and keep the day of that review in `reviewed_on`",
                at="committed_on",
            )
