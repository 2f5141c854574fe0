"""Where everything in a service blueprint lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import LABEL_LEADING, Arrow, WayLabel, way_label
from cxblueprint.pictures.frame import TitleBlock, column_heads, label_column, title_block
from cxblueprint.pictures.router import TRACK, Cell, Plan, Point, Wire
from cxblueprint.pictures.scene import Way
from cxblueprint.pictures.service_blueprint.cards import CARD_PAD, card_content
from cxblueprint.pictures.service_blueprint.scene import BlueprintScene, Lane, lane_names
from cxblueprint.pictures.words import Words

NAME = 12.5
LINE_NAME = 10.5
BAND_PAD = 10.0
_LEFT = 10.0
_GUTTER = 26.0
_BAND_SPACE = 10.0
_BOUNDARY_SPACE = 24.0
_LABELLED_TRACK = 18.0
_WAY_LABEL_ROOM = 96.0
_LEAST_CARD = 42.0


def card_width(columns: int) -> float:
    """Return how wide the cards are: a short journey has room for long lines."""
    return {1: 420.0, 2: 280.0, 3: 220.0}.get(columns, 172.0)


class Layout:
    """The places of bands, cards and arrows; it is the geometry that the router asks for."""

    def __init__(self, scene: BlueprintScene, words: Words, *, among: Sequence[BlueprintScene] = ()) -> None:
        """Place everything; `among` are the scenes that are drawn on one sheet, at the same scale."""
        scenes = (scene, *among)
        self.scene = scene
        self.lanes = scene.lanes
        self._words = words
        self._names = lane_names(words)
        self.label_column = label_column(width for one in scenes for width in self._label_widths(one))
        self.card_width = card_width(max(len(one.columns) for one in scenes))
        self.cells = {Cell(card.column, self.lanes.index(card.lane)): card for card in scene.cards}
        self.contents = {
            cell: card_content(card, self.card_width - 2 * CARD_PAD, words)
            for cell, card in self.cells.items()
        }
        self._customer = self.lanes.index("customer") if "customer" in self.lanes else 0
        self.wires, self.classes = self._wires()
        self.plan = Plan(self.wires, self.cells)
        self.labels = self._gutter_labels()
        self._columns = self._place_columns()
        self.labels |= self._arch_labels()
        self.width = self._whole_width()
        self.title: TitleBlock = title_block(scene.heading, self.width)
        spans = [(x, x + self.card_width) for x in self._columns]
        self.heads = column_heads(scene.stages, scene.columns, spans)
        self.heads_top = self.title.bottom + 10
        self._place_lanes()

    # Arrows

    def _wires(self) -> tuple[list[Wire], list[str]]:
        """Return all arrows with their classes: links in a column, ways of the customer, hand-offs."""
        wires: list[Wire] = []
        classes: list[str] = []
        for upper, lower, class_ in self._links():
            wires.append(Wire(upper, lower))
            classes.append(class_)
        for way in self.scene.ways:
            source, target = Cell(way.source, self._customer), Cell(way.target, self._customer)
            wires.append(Wire(source, target, arches=True))
            classes.append("loop" if way.is_back else "flow")
        for passing in self.scene.passings:
            wires.append(Wire(self._lower_card(passing.source), self._lower_card(passing.target)))
            classes.append("handoff")
        return wires, classes

    def _links(self) -> list[tuple[Cell, Cell, str]]:
        """Return what joins the cards of one column below the customer's."""
        links: list[tuple[Cell, Cell, str]] = []
        for column in range(len(self.scene.columns)):
            cells = (Cell(column, lane) for lane in range(self._customer, len(self.lanes)))
            below = [cell for cell in cells if cell in self.cells]
            links += [(a, b, "flow") for a, b in pairwise(below)]
        return links

    def _lower_card(self, column: int) -> Cell:
        """Return the card from which work passes on: backstage if there is one, else frontstage."""
        lower = [lane for lane in ("backstage", "frontstage") if lane in self.lanes]
        cells = (Cell(column, self.lanes.index(lane)) for lane in lower)
        return next(cell for cell in cells if cell in self.cells)

    def _goes_both_ways(self, index: int) -> bool:
        """Tell whether an arrow has a head at either end: customer and frontstage, backstage and support."""
        wire = self.wires[index]
        if wire.source.column != wire.target.column or wire.arches:
            return False
        return self.lanes[wire.source.lane] in ("customer", "backstage")

    def _gutter_labels(self) -> dict[int, WayLabel]:
        """Wrap the labels of straight ways into several short lines."""
        return {
            index: way_label(way.text, _WAY_LABEL_ROOM, 4)
            for index, way in self._labelled_ways()
            if self.plan.routes[index].shape == "straight"
        }

    def _arch_labels(self) -> dict[int, WayLabel]:
        """Cut the labels of arches to one line that leaves some of the arch to be seen."""
        labels: dict[int, WayLabel] = {}
        for index, way in self._labelled_ways():
            if self.plan.routes[index].shape == "arch" and way.source != way.target:
                start, end = self.plan.span(index, self)
                labels[index] = way_label(way.text, end - start - 44, 1)
        return labels

    def _labelled_ways(self) -> Iterator[tuple[int, Way]]:
        first = next((i for i, wire in enumerate(self.wires) if wire.arches), 0)
        for index, way in enumerate(self.scene.ways, first):
            if metrics.clean(way.text):
                yield index, way

    # Columns

    def _place_columns(self) -> list[float]:
        """Return the left side of each column; gutters grow with what they carry."""
        x = _LEFT + self.label_column
        lefts: list[float] = []
        for column in range(len(self.scene.columns)):
            x += self._gutter_width(column)
            lefts.append(x)
            x += self.card_width
        return lefts

    def _whole_width(self) -> float:
        if not self._columns:
            return 640.0
        beyond = max(BAND_PAD, self._gutter_width(len(self._columns)))
        return self._columns[-1] + self.card_width + beyond + _LEFT

    def _gutter_width(self, column: int) -> float:
        tracks = self.plan.gutter_tracks(column)
        least = _GUTTER if 0 < column < len(self.scene.columns) else 0.0
        width = max(least, (tracks + 1) * TRACK + 6 if tracks else least)
        for index, label in self.labels.items():
            wire = self.wires[index]
            is_here = self.plan.routes[index].shape == "straight" and wire.source.column + 1 == column
            if is_here:
                width = max(width, label.width + 26)
        return width

    @property
    def borders(self) -> tuple[float, ...]:
        """Where one column ends and the next begins: the middles of the gutters."""
        return tuple((left + self.card_width + right) / 2 for left, right in pairwise(self._columns))

    @property
    def stage_borders(self) -> tuple[float, ...]:
        """The borders between stages."""
        return tuple(self.borders[stage.first - 1] for stage in self.scene.stages if stage.first)

    # Lanes

    def _place_lanes(self) -> None:
        """Set the upper and lower sides of bands, cards and track zones, from the top down."""
        self.band_tops: list[float] = []
        self.card_tops: list[float] = []
        self.card_heights: list[float] = []
        self.boundaries: list[tuple[float, str]] = []
        self._tracks: list[float] = []
        y = self.heads_top + self.heads.height + 6
        for index, lane in enumerate(self.lanes):
            name = self._boundary(self.lanes, index)
            zone = self._zone(index)
            inside = index == self._customer
            if index:
                space = _BOUNDARY_SPACE if name else _BAND_SPACE
                if name:
                    self.boundaries.append((y + space / 2, name))
                y += space
            if not inside:
                y += zone
            self.band_tops.append(y)
            self._tracks.append(y + (zone + 4 if inside else -2))
            y += BAND_PAD + (zone if inside else 0)
            self.card_tops.append(y)
            contents = [c.height for cell, c in self.contents.items() if cell.lane == index]
            beside = [self._lane_name_height(lane), self._room_for_gutter_labels(index)]
            height = max([_LEAST_CARD, *contents, *beside])
            self.card_heights.append(height)
            y += height + BAND_PAD
        below = self._zone(len(self.lanes))
        self._tracks.append(y + below + 4)
        self.bands_bottom = y
        self.foot = y + below + 12

    def _zone(self, gap: int) -> float:
        tracks = self.plan.gap_tracks(gap)
        return tracks * self._pitch(gap) + 4 if tracks else 0.0

    def _pitch(self, gap: int) -> float:
        labelled = any(
            self.plan.routes[i].gap == gap and self.plan.routes[i].shape == "arch" for i in self.labels
        )
        return _LABELLED_TRACK if labelled else TRACK

    def _boundary(self, lanes: Sequence[Lane], index: int) -> str:
        """Return the name of the line above a lane, or an empty text where there is none."""
        if index == 0:
            return ""
        above, below, words = lanes[index - 1], lanes[index], self._words
        if above == "customer" and below == "frontstage":
            return words("Line of interaction")
        if above in ("customer", "frontstage"):
            return words("Line of visibility")
        return words("Line of internal interaction") if above == "backstage" else ""

    def _label_widths(self, scene: BlueprintScene) -> Iterator[float]:
        """Yield the widths that the longest words of a scene's lanes, and the names of lines, want."""
        for lane in scene.lanes:
            name = metrics.clean(self._names[lane]).replace(metrics.SOFT_HYPHEN, "- ")
            for word in name.split(" "):
                yield metrics.width(word, NAME, bold=True) + 34
        for index in range(len(scene.lanes)):
            name = metrics.clean(self._boundary(scene.lanes, index))
            yield metrics.width(name, LINE_NAME, bold=True) + 18

    def _lane_name_height(self, lane: Lane) -> float:
        return self.lane_name(lane).count * 15.0 - 2

    def lane_name(self, lane: Lane) -> metrics.Paragraph:
        """Return a lane's name, wrapped for the column at the left."""
        return metrics.wrap(self._names[lane], self.label_column - 34, NAME, bold=True, lines=3)

    def _room_for_gutter_labels(self, lane: int) -> float:
        if lane != self._customer:
            return 0.0
        lines = max(
            (
                label.paragraph.count
                for index, label in self.labels.items()
                if self.plan.routes[index].shape == "straight"
            ),
            default=0,
        )
        return 2 * (lines * LABEL_LEADING + 8) if lines else 0.0

    def band_at(self, y: float) -> str:
        """Return what lies at this height: a lane's name, or `ground` between the lanes."""
        for index, lane in enumerate(self.lanes):
            if self.band_tops[index] <= y <= self.band_bottom(index):
                return lane
        return "ground"

    def band_bottom(self, index: int) -> float:
        """Return the lower side of a lane's band."""
        return self.card_tops[index] + self.card_heights[index] + BAND_PAD

    # The router's geometry

    def left(self, cell: Cell) -> float:
        """Return the left side of a card."""
        return self._columns[cell.column]

    def right(self, cell: Cell) -> float:
        """Return the right side of a card."""
        return self._columns[cell.column] + self.card_width

    def top(self, cell: Cell) -> float:
        """Return the upper side of a card."""
        return self.card_tops[cell.lane]

    def bottom(self, cell: Cell) -> float:
        """Return the lower side of a card."""
        return self.card_tops[cell.lane] + self.card_heights[cell.lane]

    def gutter(self, index: int) -> Point:
        """Return where the gutter in front of a column begins and ends; nothing runs before the first."""
        begin = self._columns[index - 1] + self.card_width
        return begin, self._columns[index] if index < len(self._columns) else begin + _GUTTER

    def track(self, gap: int, index: int) -> float:
        """Return the height of a track; track 0 is next to the lane below."""
        return self._tracks[gap] - (index + 0.5) * self._pitch(gap)

    @cached_property
    def arrows(self) -> Sequence[Arrow]:
        """All arrows, placed."""
        return [
            Arrow(self.plan.points(index, self), class_, both_ways=self._goes_both_ways(index))
            for index, class_ in enumerate(self.classes)
        ]
