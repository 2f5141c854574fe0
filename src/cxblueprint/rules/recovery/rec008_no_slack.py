from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way
from cxblueprint.reckon import schedule_of

from .plans import slack_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC008",
    "no-slack",
    summary="a recovery plan fits its date only if nothing goes wrong",
    claims=("0.5",),
)
def no_slack(graph: Graph, *, days: int = 1) -> Iterator[Flaw]:
    """Find recovery plans with fewer working days than `days` between the last action and the date given."""
    for plan in plans_on_their_way(graph):
        found = schedule_of(graph, plan)
        if found is None or plan.committed_to is None or plan.committed_to < found.finish:
            continue
        left = slack_of(found, plan.committed_to)
        if left is not None and left < days:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' has {f'{left}bd of' if left else 'no'} slack:"
                f" its actions take until {found.finish}, and {plan.committed_to} was given",
                "give a later date, or shorten what the date hangs on",
                at="committed_to",
            )
