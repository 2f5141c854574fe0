"""Ways that pass other ranks, made straight where there is room for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_CLEAR_OF_STACKS = 12.0
_CLEAR_OF_WAYS = 9.0
_SAME = 0.5
# What one way leaves free helps another in the next round.
_ROUNDS = 3

Span = tuple[float, float]


class _Rooms:
    """What stands in each rank, and where ways pass it."""

    def __init__(self, stacks: Mapping[int, Sequence[Span]]) -> None:
        self._stacks = stacks
        self._ways: dict[int, dict[int, float]] = {rank: {} for rank in stacks}

    def put(self, way: int, rank: int, height: float) -> None:
        """Remember where a way passes a rank."""
        self._ways[rank][way] = height

    def is_free(self, way: int, rank: int, to: float) -> bool:
        """Tell whether a way may pass a rank at another height, and nothing lies between that and its own."""
        here = self._ways[rank][way]
        upper, lower = min(here, to), max(here, to)
        others = (height for other, height in self._ways[rank].items() if other != way)
        return not any(
            top - _CLEAR_OF_STACKS < lower and upper < bottom + _CLEAR_OF_STACKS
            for top, bottom in self._stacks[rank]
        ) and not any(upper - _CLEAR_OF_WAYS < height < lower + _CLEAR_OF_WAYS for height in others)


def straightened(
    levels: Mapping[int, Sequence[float]],
    first_ranks: Mapping[int, int],
    stacks: Mapping[int, Sequence[Span]],
) -> dict[int, list[float]]:
    """Return the heights of ways, each with fewer turns where nothing lies in between.

    `levels` are the heights of each way from its left end over those at which it passes ranks to its right
    end, `first_ranks` where it sets out; `stacks` are the upper and lower sides of what stands in a rank.
    """
    found = {way: list(heights) for way, heights in levels.items()}
    rooms = _Rooms(stacks)
    for way, heights in found.items():
        for at in range(1, len(heights) - 1):
            rooms.put(way, first_ranks[way] + at, heights[at])
    for _ in range(_ROUNDS):
        for way, heights in found.items():
            _straighten(way, heights, first_ranks[way], rooms)
    return found


def _straighten(way: int, heights: list[float], first_rank: int, rooms: _Rooms) -> None:
    for first, last in _runs(heights):
        run = range(first, last + 1)
        for to in (heights[first - 1], heights[last + 1]):
            if all(rooms.is_free(way, first_rank + at, to) for at in run):
                for at in run:
                    heights[at] = to
                    rooms.put(way, first_rank + at, to)
                break


def _runs(heights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield where a way passes ranks at one height, without its ends."""
    first = 1
    for at in range(1, len(heights) - 1):
        if at + 1 == len(heights) - 1 or abs(heights[at + 1] - heights[at]) > _SAME:
            yield first, at
            first = at + 1
