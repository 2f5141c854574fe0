"""At which heights ways meet the sides of cards.

A way leaves a card at its right side and comes in at the left of another; one that leads back goes the other
way round, and one inside a stack stays on its side. Where several meet a side they stand apart, in the order
of where they come from or go to, so that they do not cross in front of the card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cxblueprint.pictures.layout_graph import Rectangle
from cxblueprint.pictures.ownership.brackets import Bracket, Side, is_straight
from cxblueprint.pictures.ownership.scene import Tie
from cxblueprint.pictures.ownership.stacks import Spot, leads_back

_BETWEEN_ENDS = 11.0


class End(NamedTuple):
    """Where a way meets a card."""

    card: int
    side: Side


def ends_of(tie: Tie, bracket: Bracket | None, spots: Sequence[Spot]) -> tuple[End, End] | None:
    """Return where a way begins and where it ends, or None where it goes straight down."""
    if bracket is not None:
        return End(tie.source, bracket.side), End(tie.target, bracket.side)
    if is_straight(tie, spots):
        return None
    if leads_back(tie, spots):
        return End(tie.source, "left"), End(tie.target, "right")
    return End(tie.source, "right"), End(tie.target, "left")


def end_heights(
    ends: Mapping[int, tuple[End, End]],
    brackets: Mapping[int, Bracket],
    cards: Sequence[Rectangle],
    passes: Mapping[int, Sequence[float]],
) -> dict[tuple[int, bool], float]:
    """Return the height of each way's start (False) and end (True).

    `passes` are the heights at which ways pass others' ranks, from left to right.
    """
    at: dict[End, list[tuple[tuple[int, float], int, bool]]] = defaultdict(list)
    for way, both in ends.items():
        for is_end in (False, True):
            here, there = both[is_end], both[not is_end]
            order = (
                _beside(cards, here, there, is_end=is_end)
                if way in brackets
                else (0, _next_height(cards, here, there, passes.get(way, ())))
            )
            at[here].append((order, way, is_end))
    heights = {}
    for end, those in at.items():
        card = cards[end.card]
        gap = min(_BETWEEN_ENDS, (card.height - 12) / len(those))
        for place, (_, way, is_end) in enumerate(sorted(those)):
            heights[way, is_end] = card.middle[1] + (place - (len(those) - 1) / 2) * gap
    return heights


def _next_height(cards: Sequence[Rectangle], here: End, there: End, passed: Sequence[float]) -> float:
    """Return where a way is next after it has left a card, or was before it came to it."""
    if not passed:
        return cards[there.card].middle[1]
    return passed[0] if here.side == "right" else passed[-1]


def _beside(cards: Sequence[Rectangle], here: End, there: End, *, is_end: bool) -> tuple[int, float]:
    """Return the order of a way along a track: above all others where it goes up, the nearest outermost."""
    if here.card == there.card:
        return (-1, 0.0) if is_end else (1, 0.0)
    up = cards[here.card].middle[1] - cards[there.card].middle[1]
    return (-1, up) if up > 0 else (1, up)
