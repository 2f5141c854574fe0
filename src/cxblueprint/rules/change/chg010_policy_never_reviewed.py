from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG010",
    "policy-never-reviewed",
    summary="a policy holds for ever, and nobody asks whether it still helps",
    claims=("3.1",),
    requires=("policy-from-single-incident", "one-side-heard"),
)
def policy_never_reviewed(graph: Graph) -> Iterator[Flaw]:
    """Find policies without a review; what law or safety demands is not ours to question."""
    for policy in graph.policies.values():
        if policy.review is None and policy.mandate is None:
            yield flaw(
                policy,
                f"policy '{policy.id}' does not say when it is reviewed",
                "say in `review` how often somebody asks whether it still helps, such as 1y",
                lacks="a review",
            )
