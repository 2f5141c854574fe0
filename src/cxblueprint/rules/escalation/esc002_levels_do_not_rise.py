from __future__ import annotations

import typing
from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model.organisation import Level

from .rungs import hierarchical, is_no_sooner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import EscalationPolicy, Role, Rung

_LEVELS = typing.get_args(Level)


def _ranks_below(role: Role | None, before: Role | None) -> bool:
    if role is None or before is None or role.level is None or before.level is None:
        return False
    return bool(_LEVELS.index(role.level) < _LEVELS.index(before.level))


def _flaws_of(graph: Graph, rung: Rung, before: Rung) -> Iterator[str]:
    """Yield what keeps a level from lying above one before it."""
    role, other = graph.roles.get(rung.role or ""), graph.roles.get(before.role or "")
    if rung.role is not None and rung.role == before.role:
        yield f"calls '{rung.role}' in again"
    if _ranks_below(role, other):
        yield f"calls in '{rung.role}', who ranks below '{before.role}'"
    if is_no_sooner(before.after, rung.after):
        yield f"comes after {rung.after}, no later than {before.after}"


def _first_flaw(graph: Graph, policy: EscalationPolicy) -> tuple[int, str] | None:
    """Return the first level that does not lie above all before it, and why."""
    ladder = list(hierarchical(policy))
    for number, (place, rung) in enumerate(ladder):
        said = [text for _, before in ladder[:number] for text in _flaws_of(graph, rung, before)]
        if said:
            return place, " and ".join(dict.fromkeys(said))
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
