from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import is_one_way, opens_request, settles_at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph, JourneyNode, StepNode

    Chain = tuple[str, "Chain | None", int]
    """A team, the teams after it, and how many that are in all."""


def _at_work(graph: Graph, step: StepNode) -> str | None:
    """Return the team that has the case at a step; a letter, or a machine at once, takes no case over."""
    owner = graph.owner_of(step)
    one_way = step.touchpoint is not None and is_one_way(graph, step.touchpoint)
    return owner.id if owner is not None and not one_way and not settles_at_once(step) else None


def _longest_chains(graph: Graph, journey: JourneyNode) -> dict[int, Chain | None]:
    """Return, by step, the most teams that a case passes through from there until it is settled.

    Ways back are left out: who asks again begins again.
    """
    chains: dict[int, Chain | None] = {}
    for step in reversed(journey.steps):
        settled = graph.closes_request(step)
        ahead = [chains[edge.target.number] for edge in step.outgoing if not settled and not edge.goes_back]
        team = _at_work(graph, step)
        chains[step.number] = max((_with(team, chain) for chain in (*ahead, None)), key=_length)
    return chains


def _with(team: str | None, chain: Chain | None) -> Chain | None:
    if team is None or (chain is not None and chain[0] == team):
        return chain
    return team, chain, 1 + _length(chain)


def _length(chain: Chain | None) -> int:
    return chain[2] if chain is not None else 0


def _teams(chain: Chain | None) -> Iterator[str]:
    while chain is not None:
        team, chain, _ = chain
        yield team


@rule(
    "SIL006",
    "too-many-handoffs",
    summary="one request passes through too many teams before it is settled",
    claims=("2.1",),
)
def too_many_handoffs(graph: Graph, *, most: int = 2) -> Iterator[Flaw]:
    """Find requests that change hands more than `most` times, the worst of each live journey."""
    for journey in graph.journeys.values():
        opened = [step for step in journey.steps if opens_request(step) and not settles_at_once(step)]
        if not journey.is_live or not opened:
            continue
        chains = _longest_chains(graph, journey)
        worst = max(opened, key=lambda step: _length(chains[step.number]))
        teams = list(_teams(chains[worst.number]))
        if len(teams) - 1 > most:
            way = "' to '".join(teams)
            yield flaw(
                worst,
                f"step '{worst.address}' opens a request that changes hands {len(teams) - 1} times ('{way}')",
                f"let one team keep it from beginning to end, or bring it down to {most} hand-offs",
            )
