"""Which stacks stand side by side, and what Graphviz says how high everything is.

To it a stack is one box with a port beside each card. A way to a stack farther away passes those between at
points of its own, which are boxes too: nothing is there, so a way may go straight through. Its own ranks
would do, but it trips over a web of many long ways, and we would not know beforehand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxblueprint.pictures.engines import Layouter
from cxblueprint.pictures.layout_graph import Box, Edge, LayoutGraph
from cxblueprint.pictures.ownership.scene import Tie
from cxblueprint.pictures.ownership.stacks import Spot, Stack, is_inside, leads_back

_POINTS = 72.0
_ROW = 8.0
_BETWEEN = 11.0
_AROUND_STACKS = 13.0
_ATTRIBUTES = {"rankdir": "LR", "nodesep": f"{_BETWEEN / _POINTS:.4f}"}


@dataclass(frozen=True, slots=True)
class Heights:
    """Which rank each stack is in, where its upper side is, and where ways pass other ranks."""

    ranks: tuple[int, ...]
    tops: tuple[float, ...]
    passes: Mapping[int, tuple[float, ...]]
    """By the number of a tie that leaves its stack: a height for each rank that it passes, left to right."""


def heights_of(
    ties: Sequence[Tie],
    spots: Sequence[Spot],
    stacks: Sequence[Stack],
    layouter: Layouter,
    *,
    is_one_team: bool,
) -> Heights:
    """Return where Graphviz has everything."""
    boxes = [_box(number, stack) for number, stack in enumerate(stacks)]
    wires = {number: _wire(tie, spots) for number, tie in enumerate(ties) if not is_inside(tie, spots)}
    pairs = [(left.stack, right.stack) for left, right in wires.values()]
    ranks = tuple(range(len(stacks))) if is_one_team else _ranks(len(stacks), pairs)
    beside = list(_beside(stacks, is_one_team=is_one_team))

    passing: dict[int, list[str]] = {}
    edges: list[Edge] = []
    columns: list[list[str]] = [[] for _ in range(max(ranks) + 1)]
    for box, rank in zip(boxes, ranks, strict=True):
        columns[rank].append(box.key)
    for number, (left, right) in wires.items():
        passing[number] = [f"{number}@{rank}" for rank in range(ranks[left.stack] + 1, ranks[right.stack])]
        for rank, key in enumerate(passing[number], ranks[left.stack] + 1):
            columns[rank].append(key)
        edges += _chain(stacks, left, right, passing[number])
    points = [Box(key, 4, 4, is_seen=False) for keys in passing.values() for key in keys]
    same = tuple(tuple(column) for column in columns)
    laid_out = layouter.layout(
        LayoutGraph((*boxes, *points), (*edges, *beside), ranks=same, attributes=_ATTRIBUTES)
    )
    return Heights(
        ranks,
        tuple(laid_out.boxes[box.key].top + _AROUND_STACKS for box in boxes),
        {number: tuple(laid_out.boxes[key].middle[1] for key in keys) for number, keys in passing.items()},
    )


def _ranks(stacks: int, pairs: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return in which rank each stack is, counted from the left, so that ways are short.

    `pairs` are the stacks that ways join, the left one first; it is also the one with the lower number.
    """
    ways = Counter(pairs)
    ranks = [0] * stacks
    for left, right in sorted(ways):
        ranks[right] = max(ranks[right], ranks[left] + 1)
    # All are as far left as can be: those that more ways leave than come in go as far right as can be.
    for stack in range(stacks - 1, -1, -1):
        after = [ranks[right] for left, right in ways if left == stack]
        balance = sum(count * ((left == stack) - (right == stack)) for (left, right), count in ways.items())
        if after and balance > 0:
            ranks[stack] = min(after) - 1
    return tuple(ranks)


def _box(number: int, stack: Stack) -> Box:
    height = stack.height + 2 * _AROUND_STACKS
    return Box(str(number), stack.width, height, max(1, round(height / _ROW)))


def _port(stack: Stack, row: int) -> str:
    """Return the name of the port beside the middle of a card."""
    box = _box(0, stack)
    bottom = stack.tops[row + 1] if row + 1 < len(stack.tops) else stack.height
    middle = (stack.tops[row] + bottom) / 2 + _AROUND_STACKS
    return f"r{min(box.rows - 1, int(middle / box.height * box.rows))}"


def _wire(tie: Tie, spots: Sequence[Spot]) -> tuple[Spot, Spot]:
    """Return the two ends of a way, the left one first."""
    ends = spots[tie.source], spots[tie.target]
    return ends[::-1] if leads_back(tie, spots) else ends


def _edge(stacks: Sequence[Stack], left: Spot, right: Spot) -> Edge:
    ports = {
        "tailport": f"{_port(stacks[left.stack], left.row)}:e",
        "headport": f"{_port(stacks[right.stack], right.row)}:w",
    }
    return Edge(str(left.stack), str(right.stack), ports)


def _chain(stacks: Sequence[Stack], left: Spot, right: Spot, passing: Sequence[str]) -> Iterator[Edge]:
    """Yield the edges of a way from rank to rank; the longer it is, the straighter it should be."""
    whole = _edge(stacks, left, right)
    if not passing:
        yield whole
        return
    yield Edge(whole.tail, passing[0], {"tailport": whole.attributes["tailport"], "weight": "2"})
    for one, other in pairwise(passing):
        yield Edge(one, other, {"weight": "8"})
    yield Edge(passing[-1], whole.head, {"headport": whole.attributes["headport"], "weight": "2"})


def _beside(stacks: Sequence[Stack], *, is_one_team: bool) -> Iterator[Edge]:
    """Yield what keeps the columns of a single team beside each other, their upper sides level."""
    ports = {"tailport": "r0:e", "headport": "r0:w", "weight": "100", "style": "invis"}
    for number in range(len(stacks) - 1 if is_one_team else 0):
        yield Edge(str(number), str(number + 1), ports)
