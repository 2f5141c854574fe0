"""How the cards of a team are stacked, and in which order the teams come.

A team's cards stand one below the other in the order of the journey, so that every card has two free sides:
ways come in and go out there and never run through a card.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cxblueprint.pictures.ordering import least_backwards
from cxblueprint.pictures.ownership.scene import OwnershipScene, Tie

BETWEEN_CARDS = 20.0
SIDE = 16.0
"""Between the cards and the frame around them, where ways are straight and have their heads."""
ABOVE = 22.0
BELOW = 16.0
TRACK = 10.0
# The cards of a single team are set in columns when they are more than this, or more than a square has.
_MOST_ROWS_ALONE = 6


class Spot(NamedTuple):
    """Where a card stands: in which stack, from left to right, and in which row of it."""

    stack: int
    row: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Cards one below the other, with room beside them for ways inside the stack."""

    width: float
    tops: tuple[float, ...]
    """The upper sides of its cards, from its own."""
    height: float
    left: float
    """Between its left side and its cards."""


def teams_in_order(scene: OwnershipScene) -> list[int]:
    """Return the groups so that work is handed on from left to right, else as customers come to them."""
    weights: Counter[tuple[int, int]] = Counter()
    for tie in scene.ties:
        source, target = scene.cards[tie.source], scene.cards[tie.target]
        if source.group != target.group:
            # What is done behind a step stands to the right of it, wherever the customer has been before.
            weights[source.group, target.group] += 2 if source.title == target.title else 1
    for one, other in tuple(weights):
        if one < other or (other, one) not in weights:
            weights[min(one, other), max(one, other)] += 1
    return least_backwards(len(scene.groups), weights)


def spots_of(scene: OwnershipScene) -> list[Spot]:
    """Return where each card stands."""
    found: dict[int, Spot] = {}
    stack = 0
    for group in teams_in_order(scene):
        members = [card for card, told in enumerate(scene.cards) if told.group == group]
        is_alone = len(members) == len(scene.cards)
        most = max(_MOST_ROWS_ALONE, math.isqrt(len(members))) if is_alone else len(members)
        columns = math.ceil(len(members) / most)
        rows = math.ceil(len(members) / columns)
        for place, card in enumerate(members):
            found[card] = Spot(stack + place // rows, place % rows)
        stack += columns
    return [found[card] for card in range(len(scene.cards))]


def is_inside(tie: Tie, spots: Sequence[Spot]) -> bool:
    """Tell whether a way stays in a stack."""
    return spots[tie.source].stack == spots[tie.target].stack


def leads_back(tie: Tie, spots: Sequence[Spot]) -> bool:
    """Tell whether a way leads to an earlier stack, or up in its own."""
    return spots[tie.target] < spots[tie.source]


def stacks_of(
    spots: Sequence[Spot], sizes: Sequence[tuple[float, float]], tracks: Mapping[int, tuple[int, int]]
) -> list[Stack]:
    """Return the stacks of cards of these sizes, each with its tracks at the left and at the right."""
    members: dict[int, list[tuple[float, float]]] = {}
    for spot, size in sorted(zip(spots, sizes, strict=True)):
        members.setdefault(spot.stack, []).append(size)
    found = []
    for stack, those in members.items():
        tops, y = [], ABOVE
        for _, height in those:
            tops.append(y)
            y += height + BETWEEN_CARDS
        left, right = (SIDE + count * TRACK for count in tracks[stack])
        found.append(Stack(left + those[0][0] + right, tuple(tops), y - BETWEEN_CARDS + BELOW, left))
    return found
