"""From cards of known sizes to their places and the courses of the ways between them."""

from __future__ import annotations

from itertools import pairwise

from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.layout_graph import Curve, Rectangle
from cxblueprint.pictures.ownership.brackets import brackets_of, tracks_of
from cxblueprint.pictures.ownership.channels import Channel, Hop, channel_of
from cxblueprint.pictures.ownership.courses import across, beside, straight_down
from cxblueprint.pictures.ownership.passes import straightened
from cxblueprint.pictures.ownership.ranks import heights_of
from cxblueprint.pictures.ownership.scene import OwnershipScene
from cxblueprint.pictures.ownership.stacks import Stack, spots_of, stacks_of
from cxblueprint.pictures.ownership.wires import End, end_heights, ends_of


class Plan:
    """Where cards are and how ways go between them.

    Graphviz says how high everything is; how wide the channels are follows from the ways in them.
    """

    def __init__(self, scene: OwnershipScene, sizes: list[tuple[float, float]], layouter: Layouter) -> None:
        self._scene = scene
        self.spots = spots_of(scene)
        self._brackets = {bracket.tie: bracket for bracket in brackets_of(scene.ties, self.spots)}
        tracks = tracks_of(list(self._brackets.values()), scene.ties, self.spots)
        stacks = stacks_of(self.spots, sizes, tracks)
        is_one_team = len(scene.groups) == 1
        self._heights = heights_of(scene.ties, self.spots, stacks, layouter, is_one_team=is_one_team)
        self._ends = {
            number: ends
            for number, tie in enumerate(scene.ties)
            if (ends := ends_of(tie, self._brackets.get(number), self.spots)) is not None
        }
        # How high ways meet their cards does not depend on how far apart these are.
        self.cards = self._cards(stacks, sizes, [0.0] * len(stacks))
        self._meets = end_heights(self._ends, self._brackets, self.cards, self._heights.passes)
        self._levels = self._straightened(stacks)
        self._channels = self._place_channels()
        lefts = self._place_ranks(stacks)
        self.cards = self._cards(stacks, sizes, lefts)
        self.frames = [
            Rectangle(left, top, left + stack.width, top + stack.height)
            for stack, left, top in zip(stacks, lefts, self._heights.tops, strict=True)
        ]
        self.curves = [self._curve(number) for number in range(len(scene.ties))]

    def _cards(
        self, stacks: list[Stack], sizes: list[tuple[float, float]], lefts: list[float]
    ) -> list[Rectangle]:
        found = []
        for spot, (width, height) in zip(self.spots, sizes, strict=True):
            stack = stacks[spot.stack]
            left, top = lefts[spot.stack] + stack.left, self._heights.tops[spot.stack] + stack.tops[spot.row]
            found.append(Rectangle(left, top, left + width, top + height))
        return found

    def _straightened(self, stacks: list[Stack]) -> dict[int, list[float]]:
        """Return the heights of each way that leaves its stack, from left to right."""
        levels: dict[int, list[float]] = {}
        for way, passed in self._heights.passes.items():
            left, right = self._meets[way, False], self._meets[way, True]
            if self._ends[way][0].side == "left":
                left, right = right, left
            levels[way] = [left, *passed, right]
        standing: dict[int, list[tuple[float, float]]] = {rank: [] for rank in self._heights.ranks}
        for stack, rank, top in zip(stacks, self._heights.ranks, self._heights.tops, strict=True):
            standing[rank].append((top, top + stack.height))
        return straightened(levels, {way: self._first_rank(way) for way in levels}, standing)

    def _first_rank(self, way: int) -> int:
        """Return the rank from which a way sets out to the right."""
        return min(self._heights.ranks[self.spots[end.card].stack] for end in self._ends[way])

    def _place_channels(self) -> list[Channel]:
        hops: list[dict[int, Hop]] = [{} for _ in range(max(self._heights.ranks))]
        for way, levels in self._levels.items():
            for channel, (start, end) in enumerate(pairwise(levels), self._first_rank(way)):
                hops[channel][way] = Hop(start, end)
        return [channel_of(those) for those in hops]

    def _place_ranks(self, stacks: list[Stack]) -> list[float]:
        """Return the left side of each stack, and remember where the channels begin."""
        ranks = self._heights.ranks
        widths = [0.0] * (max(ranks) + 1)
        for stack, rank in zip(stacks, ranks, strict=True):
            widths[rank] = max(widths[rank], stack.width)
        begins, self._channel_lefts = [], []
        x = 0.0
        for rank, width in enumerate(widths):
            begins.append(x)
            x += width
            if rank < len(self._channels):
                self._channel_lefts.append(x)
                x += self._channels[rank].width
        return [
            begins[rank] + (widths[rank] - stack.width) / 2 for stack, rank in zip(stacks, ranks, strict=True)
        ]

    def _curve(self, number: int) -> Curve:
        tie = self._scene.ties[number]
        ends, bracket = self._ends.get(number), self._brackets.get(number)
        if ends is None:
            return straight_down(self.cards[tie.source], self.cards[tie.target])
        start, end = (self._point(ends[at], self._meets[number, bool(at)]) for at in (0, 1))
        if bracket is not None:
            return beside(start, end, bracket.side, bracket.track)
        levels = self._levels[number]
        turns = [
            (self._channel_lefts[channel] + self._channels[channel].track(number), height)
            for channel, height in enumerate(levels[1:], self._first_rank(number))
        ]
        if ends[0].side == "left":
            turns = [(x, y) for (x, _), y in zip(reversed(turns), levels[-2::-1], strict=True)]
        return across(start, turns, end)

    def _point(self, end: End, height: float) -> tuple[float, float]:
        card = self.cards[end.card]
        return (card.left if end.side == "left" else card.right), height
