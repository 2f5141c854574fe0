"""Ways inside a stack: straight down to the next card, else along a track beside the cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.ownership.scene import Tie
from cxblueprint.pictures.ownership.stacks import Spot, is_inside, leads_back

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Bracket:
    """A way along a track beside the cards of a stack; track 0 is the nearest."""

    tie: int
    side: Side
    track: int


def is_straight(tie: Tie, spots: Sequence[Spot]) -> bool:
    """Tell whether a way goes straight down to the next card."""
    source, target = spots[tie.source], spots[tie.target]
    return source.stack == target.stack and target.row == source.row + 1


def brackets_of(ties: Sequence[Tie], spots: Sequence[Spot]) -> list[Bracket]:
    """Return the ways inside stacks that go round cards, down at the right and up at the left."""
    spans: dict[tuple[int, Side], list[tuple[int, int, int, int]]] = defaultdict(list)
    for number, tie in enumerate(ties):
        if is_inside(tie, spots) and not is_straight(tie, spots):
            first, last = sorted((spots[tie.source].row, spots[tie.target].row))
            side: Side = "left" if leads_back(tie, spots) else "right"
            spans[spots[tie.source].stack, side].append((last - first, first, last, number))
    found = []
    for (_, side), those in spans.items():
        tracks: list[list[tuple[int, int]]] = []
        # The short ones first, so that they are nearest to the cards.
        for _, first, last, number in sorted(those):
            free = (at for at, taken in enumerate(tracks) if all(last < a or b < first for a, b in taken))
            track = next(free, len(tracks))
            if track == len(tracks):
                tracks.append([])
            tracks[track].append((first, last))
            found.append(Bracket(number, side, track))
    return found


def tracks_of(
    brackets: Sequence[Bracket], ties: Sequence[Tie], spots: Sequence[Spot]
) -> dict[int, tuple[int, int]]:
    """Return how many tracks each stack has at the left and at the right of its cards."""
    counts: dict[tuple[int, Side], int] = defaultdict(int)
    for bracket in brackets:
        where = spots[ties[bracket.tie].source].stack, bracket.side
        counts[where] = max(counts[where], bracket.track + 1)
    return {spot.stack: (counts[spot.stack, "left"], counts[spot.stack, "right"]) for spot in spots}
