from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxblueprint.pictures.arrows import crossings
from cxblueprint.pictures.router import TRACK, Cell, Plan, Point, Wire

WIDTH, HEIGHT = 100.0, 90.0


@dataclass
class Grid:
    """Cards of one size; gutters and gaps as wide as the plan asks for."""

    plan: Plan
    columns: int
    lanes: int

    def __post_init__(self) -> None:
        self._lefts: list[float] = []
        x = 0.0
        for column in range(self.columns + 1):
            x += 30 + (self.plan.gutter_tracks(column) + 1) * TRACK
            self._lefts.append(x)
            x += WIDTH
        self._tops: list[float] = []
        y = 0.0
        for lane in range(self.lanes + 1):
            y += 30 + self.plan.gap_tracks(lane) * TRACK
            self._tops.append(y)
            y += HEIGHT

    def left(self, cell: Cell) -> float:
        return self._lefts[cell.column]

    def right(self, cell: Cell) -> float:
        return self.left(cell) + WIDTH

    def top(self, cell: Cell) -> float:
        return self._tops[cell.lane]

    def bottom(self, cell: Cell) -> float:
        return self.top(cell) + HEIGHT

    def gutter(self, index: int) -> Point:
        end = self._lefts[index]
        return end - 30 - (self.plan.gutter_tracks(index) + 1) * TRACK, end

    def track(self, gap: int, index: int) -> float:
        return self._tops[gap] - 15 - index * TRACK


def routed(wires: list[Wire], cells: set[Cell]) -> list[list[Point]]:
    """Return the corners of every wire on a grid just large enough."""
    plan = Plan(wires, cells)
    columns = max(cell.column for cell in cells) + 1
    lanes = max(cell.lane for cell in cells) + 1
    grid = Grid(plan, columns, lanes)
    return [plan.points(index, grid) for index in range(len(wires))]


def shapes(*wires: Wire, cells: set[Cell]) -> list[str]:
    """Return how each wire goes."""
    return [route.shape for route in Plan(wires, cells).routes]


def row(count: int, lane: int = 0) -> set[Cell]:
    """Return cards side by side."""
    return {Cell(column, lane) for column in range(count)}


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[Wire], set[Cell]]:
    """Draw cards on a grid and arrows between them."""
    cells = draw(st.sets(st.builds(Cell, st.integers(0, 6), st.integers(0, 3)), min_size=1, max_size=20))
    ends = st.sampled_from(sorted(cells))
    arches = st.builds(lambda a, b: Wire(a, b, arches=True), ends, ends)
    others = st.builds(Wire, ends, ends)
    wires = draw(st.lists(st.one_of(others, arches), max_size=14))
    # Arches stay in their lane, as the ways of a customer do.
    return [w for w in wires if not w.arches or w.source.lane == w.target.lane], cells


def segments(points: list[Point]) -> Iterator[tuple[Point, Point]]:
    yield from pairwise(points)


def run_along(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    """Tell whether two stretches share more than a point."""
    (a, b), (c, d) = first, second
    for axis in (0, 1):
        across = 1 - axis
        if a[across] == b[across] == c[across] == d[across]:
            low = max(min(a[axis], b[axis]), min(c[axis], d[axis]))
            high = min(max(a[axis], b[axis]), max(c[axis], d[axis]))
            return low < high - 1e-6
    return False


@given(grids())
def test_no_two_arrows_run_along_each_other(grid: tuple[list[Wire], set[Cell]]) -> None:
    lines = routed(*grid)
    assert not [
        (one, other)
        for one, other in combinations(range(len(lines)), 2)
        for first in segments(lines[one])
        for second in segments(lines[other])
        if run_along(first, second)
    ]


@given(grids())
def test_no_arrow_crosses_a_card(grid: tuple[list[Wire], set[Cell]]) -> None:
    wires, cells = grid
    plan = Plan(wires, cells)
    layout = Grid(plan, 7, 4)
    for index in range(len(wires)):
        for (x1, y1), (x2, y2) in segments(plan.points(index, layout)):
            for cell in cells:
                is_beside = max(x1, x2) <= layout.left(cell) or min(x1, x2) >= layout.right(cell)
                is_above_or_below = max(y1, y2) <= layout.top(cell) or min(y1, y2) >= layout.bottom(cell)
                assert is_beside or is_above_or_below, (wires[index], cell)


@given(grids())
def test_an_arrow_is_made_of_level_and_upright_stretches_from_card_to_card(
    grid: tuple[list[Wire], set[Cell]],
) -> None:
    wires, cells = grid
    plan = Plan(wires, cells)
    layout = Grid(plan, 7, 4)
    for index, wire in enumerate(wires):
        points = plan.points(index, layout)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in segments(points))
        for cell, (x, y) in ((wire.source, points[0]), (wire.target, points[-1])):
            on_side = x in (layout.left(cell), layout.right(cell)) and layout.top(cell) < y < layout.bottom(
                cell
            )
            on_edge = y in (layout.top(cell), layout.bottom(cell)) and layout.left(cell) < x < layout.right(
                cell
            )
            assert on_side or on_edge


@given(grids())
def test_the_same_arrows_take_the_same_ways(grid: tuple[list[Wire], set[Cell]]) -> None:
    wires, cells = grid
    turned = dict.fromkeys(sorted(cells, reverse=True))
    assert routed(wires, cells) == routed(wires, set(turned))


def test_neighbours_are_joined_straight() -> None:
    assert shapes(Wire(Cell(0, 0), Cell(1, 0)), cells=row(2)) == ["straight"]


def test_an_arrow_goes_straight_over_empty_places() -> None:
    assert shapes(Wire(Cell(0, 0), Cell(3, 0)), cells={Cell(0, 0), Cell(3, 0)}) == ["straight"]


def test_an_arrow_goes_around_cards_in_its_way() -> None:
    assert shapes(Wire(Cell(0, 0), Cell(2, 0)), cells=row(3)) == ["detour"]


def test_a_second_arrow_between_the_same_cards_takes_another_way() -> None:
    twice = Wire(Cell(0, 0), Cell(1, 0))
    assert shapes(twice, twice, cells=row(2)) == ["straight", "side"]


def test_a_link_in_a_column_goes_straight_down_or_around() -> None:
    column = {Cell(0, 0), Cell(0, 1), Cell(0, 2)}
    wires = [Wire(Cell(0, 0), Cell(0, 1)), Wire(Cell(0, 0), Cell(0, 2))]
    assert shapes(*wires, cells=column) == ["down", "side"]


def test_an_arch_rises_from_the_top_of_its_cards() -> None:
    back = Wire(Cell(2, 0), Cell(0, 0), arches=True)
    (points,) = routed([back], row(3))
    assert (len(points), points[0][1], points[-1][1]) == (4, points[3][1], points[0][1])
    assert points[1][1] < points[0][1]


def test_an_arch_inside_another_lies_lower() -> None:
    inner = Wire(Cell(2, 0), Cell(1, 0), arches=True)
    outer = Wire(Cell(3, 0), Cell(0, 0), arches=True)
    lines = routed([outer, inner], row(4))
    assert lines[0][1][1] < lines[1][1][1]
    assert crossings(*lines) == []


def test_arches_to_one_card_from_one_side_do_not_cross() -> None:
    lines = routed([Wire(Cell(0, 0), Cell(n, 0), arches=True) for n in (2, 3, 4)], row(5))
    assert [crossings(one, other) for one, other in combinations(lines, 2)] == [[], [], []]


def test_an_arch_may_lead_back_to_its_own_card() -> None:
    (points,) = routed([Wire(Cell(0, 0), Cell(0, 0), arches=True)], row(1))
    assert points[0][0] > points[-1][0]


def test_arches_apart_share_a_track() -> None:
    wires = [Wire(Cell(2, 0), Cell(0, 0), arches=True), Wire(Cell(6, 0), Cell(4, 0), arches=True)]
    assert Plan(wires, row(7)).gap_tracks(0) == 1


def test_gutters_and_gaps_know_what_they_have_to_carry() -> None:
    wires = [Wire(Cell(0, 0), Cell(2, 0)), Wire(Cell(0, 0), Cell(3, 0))]
    plan = Plan(wires, row(4))
    assert [plan.gutter_tracks(gutter) for gutter in range(5)] == [0, 2, 1, 1, 0]
    assert [plan.gap_tracks(gap) for gap in range(2)] == [0, 2]


def test_a_crossing_is_where_a_level_and_an_upright_stretch_meet() -> None:
    assert crossings([(0, 5), (10, 5)], [(4, 0), (4, 9)]) == [(4, 5)]
