from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import is_ours_to_choose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG009",
    "one-side-heard",
    summary="a rule was made after hearing one side of the story",
    claims=("3.1",),
)
def one_side_heard(graph: Graph) -> Iterator[Flaw]:
    """Find policies for which a single side is stated to have been heard."""
    for policy in graph.policies.values():
        sides = dict.fromkeys(policy.sides_heard)
        if len(sides) == 1 and is_ours_to_choose(policy):
            yield flaw(
                policy,
                f"policy '{policy.id}' was made after hearing the {next(iter(sides))} alone",
                "hear the other side as well (customer, employee, partner), name it here, and decide again",
                at="sides_heard",
            )
