"""What an initiative has in common with others, and which policies are ours to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Initiative, Policy


def described_initiatives(graph: Graph) -> Iterator[Initiative]:
    """Yield the initiatives of which more than a name is stated: what they change, or when."""
    for one in graph.initiatives.values():
        if one.objective or one.kinds or one.components or one.addresses or one.improves or one.ends:
            yield one


def companions(graph: Graph, initiative: Initiative) -> list[Initiative]:
    """Return the other initiatives that answer the same, or are to move the same measure."""
    aims = {*initiative.addresses, *initiative.improves}
    return [
        other
        for other in graph.initiatives.values()
        if other.id != initiative.id and not aims.isdisjoint((*other.addresses, *other.improves))
    ]


def is_ours_to_choose(policy: Policy) -> bool:
    """Tell whether a policy is a rule that nobody obliges us to: no law, no safety, no code of practice."""
    return policy.mandate is None and policy.kind != "code-of-practice"
