"""Ways that pass other ranks, made straight where there is room for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_CLEAR_OF_STACKS = 12.0
_CLEAR_OF_WAYS = 9.0
_SAME = 0.5
# What one way leaves free helps another in the next round.
_ROUNDS = 3
_CLEAR_OF_ENDS = 6.0
_AWAY = (0.0, 8.0, -8.0, 13.0, -13.0, 18.0, -18.0)

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
    for way in found:
        _keep_clear(way, found, first_ranks, rooms)
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


def _keep_clear(
    way: int, levels: Mapping[int, list[float]], first_ranks: Mapping[int, int], rooms: _Rooms
) -> None:
    """Move a way that would come out of a channel as high as another goes in, or the other way round.

    The two would lie on each other between their tracks.
    """
    heights, first_rank = levels[way], first_ranks[way]
    for first, last in _runs(heights):
        here = heights[first]
        met: list[float] = []
        if abs(heights[first - 1] - here) > _SAME:
            met += _others(way, first_rank + first - 1, levels, first_ranks, at_end=False)
        if abs(heights[last + 1] - here) > _SAME:
            met += _others(way, first_rank + last, levels, first_ranks, at_end=True)
        for by in _AWAY:
            is_clear = all(abs(here + by - height) >= _CLEAR_OF_ENDS for height in met)
            run = range(first, last + 1)
            if is_clear and all(rooms.is_free(way, first_rank + at, here + by) for at in run):
                for at in run:
                    heights[at] = here + by
                    rooms.put(way, first_rank + at, here + by)
                break


def _others(
    way: int,
    channel: int,
    levels: Mapping[int, list[float]],
    first_ranks: Mapping[int, int],
    *,
    at_end: bool,
) -> list[float]:
    """Return where the other ways of a channel begin, or where they end; but for those that stay level."""
    found = []
    for other, heights in levels.items():
        at = channel - first_ranks[other]
        if other != way and 0 <= at < len(heights) - 1 and abs(heights[at + 1] - heights[at]) > _SAME:
            found.append(heights[at + at_end])
    return found


def _runs(heights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield where a way passes ranks at one height, without its ends."""
    first = 1
    for at in range(1, len(heights) - 1):
        if at + 1 == len(heights) - 1 or abs(heights[at + 1] - heights[at]) > _SAME:
            yield first, at
            first = at + 1
