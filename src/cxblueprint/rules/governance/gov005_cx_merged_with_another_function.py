from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Team

_GO_TOGETHER = frozenset({"cx", "employee-experience", "partner"})
_IN_WORDS = {"executive": "the whole organisation", "other": "something else"}


def _others(team: Team) -> tuple[str, ...]:
    """Return the functions that a team has besides customer experience, or nothing where it has not that."""
    functions = dict.fromkeys((team.function or "cx", *team.also_functions))
    if team.function is None or "cx" not in functions:
        return ()
    others = (function for function in functions if function not in _GO_TOGETHER)
    return tuple(_IN_WORDS.get(function, function) for function in others)


@rule(
    "GOV005",
    "cx-merged-with-another-function",
    summary="the team that runs customer experience runs something else besides",
    claims=("1.3",),
)
def cx_merged(graph: Graph) -> Iterator[Flaw]:
    """Find teams with customer experience and another function but employee experience."""
    for team in graph.teams.values():
        others = _others(team)
        if others:
            yield flaw(
                team,
                f"team '{team.id}' runs customer experience together with {' and '.join(others)}",
                "give customer experience a team of its own; it may report to whom it likes but marketing",
                at="also_functions",
            )
