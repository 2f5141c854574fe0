"""Orders in which little is the wrong way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# How many comparisons a search may take; then what it has found by then is good enough.
_PATIENCE = 2_000_000


def least_backwards(count: int, weights: Mapping[tuple[int, int], float]) -> list[int]:
    """Return the numbers below `count` so that the weights of pairs the wrong way round come to little.

    A weight is that of one number coming before another. What is in order already stays: the numbers are
    moved one by one, always the one whose move gains most, until none gains any more.
    """
    order = list(range(count))
    gains = [[0.0] * count for _ in order]
    for (before, after), weight in weights.items():
        gains[before][after] += weight
        gains[after][before] -= weight
    for _ in range(_PATIENCE // max(1, count * count)):
        gained, at, to = _best_move(order, gains)
        if gained <= 0:
            break
        order.insert(to, order.pop(at))
    return order


def _best_move(order: Sequence[int], gains: Sequence[Sequence[float]]) -> tuple[float, int, int]:
    """Return how much the best move gains, and from where to where it goes.

    `gains` are by pair what it is worth that the first comes before the second.
    """
    best = (0.0, 0, 0)
    for at, moved in enumerate(order):
        row = gains[moved]
        gained = 0.0
        for to in range(at - 1, -1, -1):
            gained += row[order[to]]
            if gained > best[0]:
                best = (gained, at, to)
        gained = 0.0
        for to in range(at + 1, len(order)):
            gained -= row[order[to]]
            if gained > best[0]:
                best = (gained, at, to)
    return best
