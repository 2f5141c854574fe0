"""Orthogonal arrows on a grid of cards: they cross no card and none runs along another.

Routes are chosen on the grid before any size is known. Between two columns lies a gutter, above each
lane a gap; an arrow that cannot go straight takes a track in them. Tracks are shared by arrows that do
not meet (greedy interval colouring, shortest first), so gutters and gaps can then grow to what they
have to carry. Everything follows from the order of the arrows: the same input, the same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from cxblueprint.pictures.tracks import Span, Tracks, colour

TRACK = 9.0
PORT = 12.0

Point = tuple[float, float]


class Cell(NamedTuple):
    """A place on the grid; column and lane start at 0."""

    column: int
    lane: int


@dataclass(frozen=True, slots=True)
class Wire:
    """An arrow to be routed. An arching one leaves and enters through the top of its cards."""

    source: Cell
    target: Cell
    arches: bool = False


Shape = Literal["down", "straight", "side", "arch", "detour"]


@dataclass(frozen=True, slots=True)
class Route:
    """How one wire goes: its shape, the gutters by which it leaves and enters, and the gap it runs in."""

    shape: Shape
    gutters: tuple[int, int] | None = None
    gap: int | None = None


class Geometry(Protocol):
    """Where the cells lie, once their sizes are known."""

    def left(self, cell: Cell) -> float:
        """Return the left side of the card."""
        ...

    def right(self, cell: Cell) -> float:
        """Return the right side of the card."""
        ...

    def top(self, cell: Cell) -> float:
        """Return the upper side of the card."""
        ...

    def bottom(self, cell: Cell) -> float:
        """Return the lower side of the card."""
        ...

    def gutter(self, index: int) -> Point:
        """Return where the gutter in front of column `index` begins and ends."""
        ...

    def track(self, gap: int, index: int) -> float:
        """Return the height of track `index` in the gap above lane `gap`, 0 being next to the cards."""
        ...


class _Port(NamedTuple):
    """A place on a card's side: steps away from its middle, and how many steps the row has."""

    step: int
    furthest: int


class Plan:
    """The routes of all wires, and the room they need."""

    def __init__(self, wires: Sequence[Wire], occupied: Collection[Cell]) -> None:
        self.wires = tuple(wires)
        self._occupied = frozenset(occupied)
        self._straight: set[tuple[Cell, Cell]] = set()
        self.routes = tuple(self._route(wire) for wire in self.wires)
        self._tops = self._top_ports()
        self._sides = self._side_ports()
        self._gaps = self._gap_tracks()
        self._gutters = self._gutter_tracks()

    def gutter_tracks(self, index: int) -> int:
        """Return how many vertical tracks run in the gutter in front of column `index`."""
        return self._gutters[index].count if index in self._gutters else 0

    def gap_tracks(self, gap: int) -> int:
        """Return how many horizontal tracks run in the gap above lane `gap`."""
        return self._gaps[gap].count if gap in self._gaps else 0

    # Choosing the routes

    def _is_free(self, cells: Iterable[Cell]) -> bool:
        return not any(cell in self._occupied for cell in cells)

    def _route(self, wire: Wire) -> Route:
        (c1, l1), (c2, l2) = wire.source, wire.target
        if c2 > c1 and self._takes_straight_way(wire):
            return Route("straight")
        if wire.arches:
            return Route("arch", gap=l1)
        if c1 == c2:
            return self._route_in_column(wire)
        gutters = (c1 + 1, c2) if c2 > c1 else (c1, c2 + 1)
        if gutters[0] == gutters[1]:
            return Route("side", gutters)
        return Route("detour", gutters, l1 if l2 < l1 else l1 + 1)

    def _route_in_column(self, wire: Wire) -> Route:
        (column, l1), (_, l2) = wire.source, wire.target
        low, high = sorted((l1, l2))
        between = (Cell(column, lane) for lane in range(low + 1, high))
        is_new = low != high and (wire.source, wire.target) not in self._straight
        if is_new and self._is_free(between):
            self._straight |= {(wire.source, wire.target), (wire.target, wire.source)}
            return Route("down")
        return Route("side", (column + 1, column + 1))

    def _takes_straight_way(self, wire: Wire) -> bool:
        """Tell whether nothing stands between two cards of a lane, and take that way once."""
        (c1, l1), (c2, l2) = wire.source, wire.target
        between = (Cell(column, l1) for column in range(c1 + 1, c2))
        key = (wire.source, wire.target)
        if l1 != l2 or key in self._straight or not self._is_free(between):
            return False
        self._straight.add(key)
        return True

    # Ports

    def _top_ports(self) -> dict[Cell, list[tuple[int, bool]]]:
        """Order the arches on each card's top so that no two cross above it.

        Those to the left come first, then those to the right; of the same side, the arch that spans
        less lies lower, so it stands further out.
        """
        ends: dict[Cell, list[tuple[tuple[int, int, int, bool], int, bool]]] = defaultdict(list)
        for index, (wire, route) in enumerate(zip(self.wires, self.routes, strict=True)):
            if route.shape != "arch":
                continue
            reach = wire.target.column - wire.source.column
            # An arch to the card itself leaves on the right and comes back on the left.
            for cell, way, is_source in ((wire.source, reach, True), (wire.target, -reach or -1, False)):
                side = 0 if way < 0 else 1
                order = (side, abs(way) if side == 0 else -abs(way), index, is_source)
                ends[cell].append((order, index, is_source))
        return {cell: [(i, s) for _, i, s in sorted(found)] for cell, found in ends.items()}

    def _side_ports(self) -> dict[tuple[int, bool], _Port]:
        """Spread the ports in each stretch between two neighbouring columns of a lane.

        Both sides of a gutter share one set of heights: what leaves the left card must not run along
        what enters the right one. The middle belongs to a straight arrow.
        """
        rows: dict[tuple[int, int], list[tuple[int, bool]]] = defaultdict(list)
        has_straight: set[tuple[int, int]] = set()
        for index, (wire, route) in enumerate(zip(self.wires, self.routes, strict=True)):
            if route.shape == "straight":
                for gutter in range(wire.source.column + 1, wire.target.column + 1):
                    has_straight.add((gutter, wire.source.lane))
            if route.gutters is not None:
                leaves_by, enters_by = route.gutters
                rows[leaves_by, wire.source.lane].append((index, True))
                rows[enters_by, wire.target.lane].append((index, False))
        places: dict[tuple[int, bool], _Port] = {}
        for key, ports in rows.items():
            first = 1 if key in has_straight else 0
            furthest = math.ceil((first + len(ports) - 1) / 2)
            for order, port in enumerate(ports, first):
                # 0, +1, -1, +2, -2 ...
                places[port] = _Port(math.ceil(order / 2) * (1 if order % 2 else -1), furthest)
        return places

    # Tracks

    def _gap_tracks(self) -> dict[int, Tracks]:
        spans: dict[int, list[Span]] = defaultdict(list)
        for index, (wire, route) in enumerate(zip(self.wires, self.routes, strict=True)):
            if route.gap is None:
                continue
            if route.shape == "arch":
                ends = sorted(
                    (2 * cell.column + 1, self._tops[cell].index((index, is_source)))
                    for cell, is_source in ((wire.source, True), (wire.target, False))
                )
            else:
                ends = sorted((2 * gutter, 0) for gutter in route.gutters or ())
            spans[route.gap].append(Span(ends[0], ends[1], index))
        return {gap: colour(found) for gap, found in spans.items()}

    def _gutter_tracks(self) -> dict[int, Tracks]:
        spans: dict[int, list[Span]] = defaultdict(list)
        for index, (wire, route) in enumerate(zip(self.wires, self.routes, strict=True)):
            if route.gutters is None:
                continue
            source, target = (2 * wire.source.lane + 1, 0), (2 * wire.target.lane + 1, 0)
            if route.gap is None:
                low, high = sorted((source, target))
                spans[route.gutters[0]].append(Span(low, high, index))
                continue
            for gutter, end in zip(route.gutters, (source, target), strict=True):
                low, high = sorted((end, (2 * route.gap, 0)))
                spans[gutter].append(Span(low, high, index))
        return {gutter: colour(found) for gutter, found in spans.items()}

    # Points

    def points(self, index: int, geometry: Geometry) -> list[Point]:
        """Return the corners of one wire, from its source's side to its target's."""
        wire, route = self.wires[index], self.routes[index]
        source, target = wire.source, wire.target
        if route.shape == "down":
            x = (geometry.left(source) + geometry.right(source)) / 2
            if source.lane < target.lane:
                return [(x, geometry.bottom(source)), (x, geometry.top(target))]
            return [(x, geometry.top(source)), (x, geometry.bottom(target))]
        if route.shape == "straight":
            y = _middle(source, geometry)
            return [(geometry.right(source), y), (geometry.left(target), y)]
        if route.shape == "arch":
            x1 = self._top_port(source, (index, True), geometry)
            x2 = self._top_port(target, (index, False), geometry)
            y = geometry.track(source.lane, self._gaps[source.lane].of[index])
            return [(x1, geometry.top(source)), (x1, y), (x2, y), (x2, geometry.top(target))]
        leaves_by, enters_by = route.gutters or (0, 0)
        return _without_repeats(self._around(index, leaves_by, enters_by, geometry))

    def span(self, index: int, geometry: Geometry) -> Point:
        """Return from where to where an arch reaches, left to right."""
        wire = self.wires[index]
        x1 = self._top_port(wire.source, (index, True), geometry)
        x2 = self._top_port(wire.target, (index, False), geometry)
        return min(x1, x2), max(x1, x2)

    def _around(self, index: int, leaves_by: int, enters_by: int, geometry: Geometry) -> Iterator[Point]:
        """Yield the corners of a wire that leaves and enters by the sides of its cards."""
        wire, route = self.wires[index], self.routes[index]
        y1 = _port_height(wire.source, self._sides[index, True], geometry)
        y2 = _port_height(wire.target, self._sides[index, False], geometry)
        x1, x2 = (self._track_x(gutter, index, geometry) for gutter in (leaves_by, enters_by))
        leaves_right = leaves_by > wire.source.column
        enters_left = enters_by <= wire.target.column
        yield (geometry.right if leaves_right else geometry.left)(wire.source), y1
        yield x1, y1
        if route.gap is not None:
            y = geometry.track(route.gap, self._gaps[route.gap].of[index])
            yield x1, y
            yield x2, y
        yield x2, y2
        yield (geometry.left if enters_left else geometry.right)(wire.target), y2

    def _top_port(self, cell: Cell, port: tuple[int, bool], geometry: Geometry) -> float:
        ports = self._tops[cell]
        left, right = geometry.left(cell), geometry.right(cell)
        # Slots beside the middle only: a link from the lane above may arrive there.
        slots = len(ports) + len(ports) % 2
        pitch = min(2 * PORT, (right - left) / (slots + 1))
        return (left + right) / 2 + (ports.index(port) - (slots - 1) / 2) * pitch

    def _track_x(self, gutter: int, index: int, geometry: Geometry) -> float:
        begin, end = geometry.gutter(gutter)
        tracks = self._gutters[gutter]
        pitch = min(TRACK, (end - begin) / (tracks.count + 1))
        return (begin + end) / 2 + (tracks.of[index] - (tracks.count - 1) / 2) * pitch


def _middle(cell: Cell, geometry: Geometry) -> float:
    return (geometry.top(cell) + geometry.bottom(cell)) / 2


def _port_height(cell: Cell, port: _Port, geometry: Geometry) -> float:
    half = (geometry.bottom(cell) - geometry.top(cell)) / 2
    return _middle(cell, geometry) + port.step * min(PORT, half / (port.furthest + 1))


def _without_repeats(points: Iterable[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept
