from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import standards_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


def _who_works_by(graph: Graph) -> Iterator[tuple[str | None, str | None]]:
    """Yield each standard in use with the team that works by it there, None where nobody is known."""
    for touchpoint in graph.touchpoints.values():
        yield from ((standard, touchpoint.owner) for standard in touchpoint.standards)
        for action in (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support):
            yield action.agreement, action.team or touchpoint.owner
    yield from ((handoff.agreement, handoff.receiver) for handoff in graph.handoffs.values())


@rule(
    "STD006",
    "standard-without-owner",
    summary="several teams work by a standard, or none does, and nobody answers for it",
    claims=("1.1",),
)
def standard_without_owner(graph: Graph) -> Iterator[Flaw]:
    """Find standards that nobody owns and of which nobody can tell whose they are."""
    works_by: dict[str | None, set[str | None]] = {}
    for name, team in _who_works_by(graph):
        works_by.setdefault(name, set()).add(team)
    on_paths = {name for promise in graph.promises.values() for name in standards_on(promise)}
    for standard in graph.standards.values():
        if standard.owner is not None or standard.provider is not None or standard.target is None:
            continue
        found = works_by.get(standard.id, set())
        teams = [f"'{team}'" for team in sorted(team for team in found if team is not None)]
        if len(teams) > 1:
            who = f"{', '.join(teams[:-1])} and {teams[-1]} work by it"
        elif not found and standard.id in on_paths:
            who = "a promise rests on it, and no touchpoint names it"
        else:
            continue
        yield flaw(
            standard,
            f"standard '{standard.id}' has no owner: {who}",
            "set `owner` to the id of the one team that answers for it",
        )
