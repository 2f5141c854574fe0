"""The channels between ranks, in which ways go up and down, each on a track of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from cxblueprint.pictures.ordering import least_backwards
from cxblueprint.pictures.ownership.stacks import TRACK

_PAD = 26.0
_LEAST_WIDTH = 62.0
_APART = 12.0
_COST_OF_LYING_ON = 20
# A way that hardly changes its height has no track of its own: it swings over in the middle.
LEVEL = 2.0


@dataclass(frozen=True, slots=True)
class Hop:
    """A way through a channel, from left to right: from one height to another."""

    start: float
    end: float

    @property
    def upper(self) -> float:
        """The upper of the two heights."""
        return min(self.start, self.end)

    @property
    def lower(self) -> float:
        """The lower of the two heights."""
        return max(self.start, self.end)

    def cost_before(self, other: Hop) -> int:
        """Return what it costs if the track of another lies to the right of its own: how often they cross.

        Its end and the start of the other would lie on each other where they are at one height.
        """
        at_start = self.upper < other.start < self.lower
        at_end = other.upper < self.end < other.lower
        return at_start + at_end + _COST_OF_LYING_ON * (abs(self.end - other.start) < _APART / 2)


@dataclass(frozen=True, slots=True)
class Channel:
    """The tracks of the ways through a channel, counted from the left."""

    tracks: Mapping[int, int]
    count: int

    @property
    def width(self) -> float:
        """How wide the channel has to be."""
        return max(_LEAST_WIDTH, 2 * _PAD + max(0, self.count - 1) * TRACK)

    def track(self, way: int) -> float:
        """Return where the track of a way is, from the left side of the channel."""
        middle = self.width / 2
        number = self.tracks.get(way)
        return middle if number is None else middle + (number - (self.count - 1) / 2) * TRACK


def channel_of(hops: Mapping[int, Hop]) -> Channel:
    """Return the tracks for hops by the number of their way, so that few of them cross."""
    ways = [way for way, hop in hops.items() if hop.lower - hop.upper > LEVEL]
    weights: dict[tuple[int, int], float] = {}
    for one, other in combinations(range(len(ways)), 2):
        first, second = hops[ways[one]], hops[ways[other]]
        # To come before another weighs as much as it would cost to come behind it.
        weights[one, other] = second.cost_before(first)
        weights[other, one] = first.cost_before(second)
    order = [ways[at] for at in least_backwards(len(ways), weights)]
    tracks: dict[int, int] = {}
    for way in order:
        met = (tracks[other] for other in tracks if _meet(hops[way], hops[other]))
        tracks[way] = 1 + max(met, default=-1)
    return Channel(tracks, 1 + max(tracks.values(), default=-1))


def _meet(one: Hop, other: Hop) -> bool:
    """Tell whether two hops cannot share a track."""
    return one.upper - _APART < other.lower and other.upper - _APART < one.lower
