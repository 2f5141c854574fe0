"""Where everything in the picture of silos lies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import Arrow
from cxblueprint.pictures.frame import TitleBlock, column_heads, title_block
from cxblueprint.pictures.router import TRACK, Cell, Plan, Point, Wire
from cxblueprint.pictures.silos.scene import SilosScene
from cxblueprint.pictures.strips import BADGE_WIDTH

LABEL_COLUMN = 168.0
EDGE = 10.0
CARD_WIDTH = 156.0
CARD_PAD = 10.0
_LEAST_CARD = 38.0
_LEADING = 15.0
_BAND_PAD = 9.0
_BAND_SPACE = 8.0
_GUTTER = 26.0
_LEAST_WIDTH = 640.0


class Layout:
    """The places of lanes, cards and arrows; it is the geometry that the router asks for."""

    def __init__(self, scene: SilosScene) -> None:
        self.scene = scene
        self.cells = {Cell(card.column, card.lane): card for card in scene.cards}
        self.texts = {
            cell: metrics.wrap(card.text, CARD_WIDTH - 2 * CARD_PAD, 12, lines=3)
            for cell, card in self.cells.items()
        }
        places = list(self.cells)
        self._wires = [Wire(places[tie.source], places[tie.target]) for tie in scene.ties]
        self.plan = Plan(self._wires, self.cells)
        self._columns = self._place_columns()
        self.width = self._whole_width()
        self.title: TitleBlock = title_block(scene.heading, self.width)
        spans = [(x, x + CARD_WIDTH) for x in self._columns]
        self.heads = column_heads(scene.stages, scene.columns, spans)
        self.heads_top = self.title.bottom + 10
        self._place_lanes()

    def _place_columns(self) -> list[float]:
        x = EDGE + LABEL_COLUMN
        lefts: list[float] = []
        for column in range(len(self.scene.columns)):
            x += self._gutter_width(column)
            lefts.append(x)
            x += CARD_WIDTH
        return lefts

    def _whole_width(self) -> float:
        if not self._columns:
            return _LEAST_WIDTH
        beyond = max(_BAND_PAD, self._gutter_width(len(self._columns)))
        return max(_LEAST_WIDTH, self._columns[-1] + CARD_WIDTH + beyond + EDGE)

    def _gutter_width(self, column: int) -> float:
        least = _GUTTER if 0 < column < len(self.scene.columns) else 0.0
        tracks = self.plan.gutter_tracks(column)
        return max(least, (tracks + 1) * TRACK + 6) if tracks else least

    @property
    def borders(self) -> tuple[float, ...]:
        """Where one column ends and the next begins: the middles of the gutters."""
        return tuple((left + CARD_WIDTH + right) / 2 for left, right in pairwise(self._columns))

    @property
    def stage_borders(self) -> tuple[float, ...]:
        """The borders between stages."""
        return tuple(self.borders[stage.first - 1] for stage in self.scene.stages if stage.first)

    def _place_lanes(self) -> None:
        self.band_tops: list[float] = []
        self.card_tops: list[float] = []
        self.card_heights: list[float] = []
        self._tracks: list[float] = []
        y = self.heads_top + self.heads.height + 6
        for lane in range(len(self.scene.lanes)):
            y += (_BAND_SPACE if lane else 0) + self._zone(lane)
            self._tracks.append(y - 2)
            self.band_tops.append(y)
            y += _BAND_PAD
            lines = [text.count for cell, text in self.texts.items() if cell.lane == lane]
            height = max([_LEAST_CARD, *(count * _LEADING + 18 for count in lines)])
            self.card_tops.append(y)
            self.card_heights.append(max(height, self.lane_name(lane).count * _LEADING + 4))
            y += self.card_heights[lane] + _BAND_PAD
        self._tracks.append(y + self._zone(len(self.scene.lanes)) + 2)
        self.bands_bottom = y
        self.foot = y + self._zone(len(self.scene.lanes)) + 12

    def _zone(self, gap: int) -> float:
        tracks = self.plan.gap_tracks(gap)
        return tracks * TRACK + 4 if tracks else 0.0

    def lane_name(self, lane: int) -> metrics.Paragraph:
        """Return a team's name, wrapped for the column at the left."""
        room = LABEL_COLUMN - BADGE_WIDTH - 34
        return metrics.wrap(self.scene.lanes[lane].name, room, 12.5, bold=True, lines=3)

    def band_bottom(self, lane: int) -> float:
        """Return the lower side of a lane's band."""
        return self.card_tops[lane] + self.card_heights[lane] + _BAND_PAD

    def band_at(self, y: float) -> str:
        """Return what lies at this height: the colour of a lane, or `ground` between the lanes."""
        for lane, owner in enumerate(self.scene.lanes):
            if self.band_tops[lane] <= y <= self.band_bottom(lane):
                return "support" if owner.tone is not None else "unpleasant"
        return "ground"

    # The router's geometry

    def left(self, cell: Cell) -> float:
        """Return the left side of a card."""
        return self._columns[cell.column]

    def right(self, cell: Cell) -> float:
        """Return the right side of a card."""
        return self._columns[cell.column] + CARD_WIDTH

    def top(self, cell: Cell) -> float:
        """Return the upper side of a card."""
        return self.card_tops[cell.lane]

    def bottom(self, cell: Cell) -> float:
        """Return the lower side of a card."""
        return self.card_tops[cell.lane] + self.card_heights[cell.lane]

    def gutter(self, index: int) -> Point:
        """Return where the gutter in front of a column begins and ends."""
        if index == 0:
            return EDGE + LABEL_COLUMN, self._columns[0]
        begin = self._columns[index - 1] + CARD_WIDTH
        return begin, self._columns[index] if index < len(self._columns) else begin + self._gutter_width(
            index
        )

    def track(self, gap: int, index: int) -> float:
        """Return the height of a track; track 0 is next to the lane below."""
        return self._tracks[gap] - (index + 0.5) * TRACK

    @cached_property
    def arrows(self) -> Sequence[Arrow]:
        """All arrows, placed."""
        return [Arrow(self.plan.points(index, self), tie.kind) for index, tie in enumerate(self.scene.ties)]
