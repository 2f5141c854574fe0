from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import plans_on_their_way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "REC011",
    "no-review-with-customer",
    summary="a recovery goes on without the customer",
    claims=("0.6", "0.1"),
)
def no_review_with_customer(graph: Graph) -> Iterator[Flaw]:
    """Find recovery plans that are never gone through with the customer."""
    for plan in plans_on_their_way(graph):
        if plan.review_cadence is None and not plan.feedback_asked:
            yield flaw(
                plan,
                f"recovery-plan '{plan.id}' is never gone through with the customer",
                "set `review_cadence`, such as `1w`, and in `feedback_asked` what is asked of the customer",
                lacks="a review with the customer",
            )
