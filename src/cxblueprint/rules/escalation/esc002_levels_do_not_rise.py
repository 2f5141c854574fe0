from __future__ import annotations

import typing
from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model.organisation import Level

from .rungs import hierarchical, is_no_sooner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.graph import Graph
    from cxblueprint.model import EscalationPolicy, Role, Rung

_LEVELS = typing.get_args(Level)


def _ranks_below(role: Role | None, before: Role | None) -> bool:
    if role is None or before is None or role.level is None or before.level is None:
        return False
    return bool(_LEVELS.index(role.level) < _LEVELS.index(before.level))


def _flaws_of(graph: Graph, rung: Rung, below: Sequence[Rung]) -> Iterator[str]:
    """Yield what keeps a level from lying above those before it."""
    called = [before.role for before in below if before.role is not None]
    role = graph.roles.get(rung.role or "")
    higher = [name for name in called if _ranks_below(role, graph.roles.get(name))]
    if rung.role in called:
        yield f"calls '{rung.role}' in again"
    elif higher:
        yield f"calls in '{rung.role}', who ranks below '{higher[0]}'"
    no_sooner = [before.after for before in below if is_no_sooner(before.after, rung.after)]
    if no_sooner:
        yield f"comes after {rung.after}, no later than {no_sooner[0]}"


def _first_flaw(graph: Graph, policy: EscalationPolicy) -> tuple[int, str] | None:
    """Return the first level that does not lie above all before it, and why."""
    ladder = list(hierarchical(policy))
    for number, (place, rung) in enumerate(ladder):
        said = list(_flaws_of(graph, rung, [before for _, before in ladder[:number]]))
        if said:
            return place, " and ".join(said)
    return None


@rule(
    "ESC002",
    "levels-do-not-rise",
    summary="a way up leads down, round or nowhere sooner",
    claims=("0.2",),
)
def levels_do_not_rise(graph: Graph) -> Iterator[Flaw]:
    """Find policies whose hierarchical levels fall in rank, repeat a role, or do not grow in time."""
    for policy in graph.escalation_policies.values():
        found = _first_flaw(graph, policy)
        if found is not None:
            place, said = found
            yield flaw(
                policy,
                f"escalation-policy '{policy.id}' does not rise: level {place + 1} {said}",
                "let each level call in somebody who may decide more, later than the one before; write"
                " `kind: functional` where somebody is called in who knows more",
                at=f"levels[{place}]",
            )
