"""Where everything in a journey map lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import LABEL_LEADING, Arrow, WayLabel, way_label
from cxblueprint.pictures.facts import feelings
from cxblueprint.pictures.frame import column_heads, label_column, title_block
from cxblueprint.pictures.journey_map.scene import MapScene, Moment, Row, row_names
from cxblueprint.pictures.key import CODE_BADGE, draw_code_badge
from cxblueprint.pictures.router import Cell, Plan, Point, Wire
from cxblueprint.pictures.scene import Note, Way
from cxblueprint.pictures.strips import ChannelStrip, Strip, bullets, height_of, pills, small_words, words
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import Words

NAME = 12.5
FEELING = 10.5
MOST_OF_A_FEELING = 90.0
_LEFT = 10.0
_GAP = 10.0
_CELL_PAD = 9.0
_ROW_SPACE = 9.0
_NODE_WIDTH = 46.0
_NODE_HEIGHT = 24.0
_TRACK = 18.0
_FEELING_HEIGHT = 208.0
_FEELING_PAD = 32.0


def column_width(columns: int) -> float:
    """Return how wide the columns are: a short journey has room for long lines."""
    return {1: 420.0, 2: 280.0, 3: 220.0}.get(columns, 168.0)


class Codes:
    """The codes of a step's findings, side by side as far as they fit."""

    def __init__(self, notes: Sequence[Note], width: float) -> None:
        self._notes = list({(note.code, note.severity): note for note in notes}.values())
        self._per_line = max(1, int((width + 4) // (CODE_BADGE + 4)))

    @property
    def height(self) -> float:
        """A line for each full row of codes."""
        return -(-len(self._notes) // self._per_line) * 19.0

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the codes."""
        for order, note in enumerate(self._notes):
            line, place = divmod(order, self._per_line)
            draw_code_badge(canvas, x + place * (CODE_BADGE + 4), y + line * 19 + 2, note)


def quoted(text: str, words: Words) -> str:
    """Return a thought in quotation marks, unless it has some."""
    text = metrics.clean(text)
    is_quoted = not text or text[0] in "\"'\u201c\u201e\u00ab\u2018\u300c"
    return text if is_quoted else words("\u201c{thought}\u201d", thought=text)


def cell_strips(row: Row, moment: Moment, width: float, vocabulary: Words) -> list[Strip]:
    """Return what stands in one row at one step; nothing for the rows which are drawn otherwise."""
    strips: list[Strip] = []
    match row:
        case "doing":
            class_ = "cx-name cx-muted" if moment.stands_back else "cx-name"
            strips.append(words(moment.doing, width, class_=class_))
            if moment.wait:
                strips.append(small_words(moment.wait, width, marker="wait"))
        case "thinking" if moment.thinking:
            strips.append(words(quoted(moment.thinking, vocabulary), width))
        case "channel" if moment.channel:
            strips.append(ChannelStrip(moment.channel, width))
        case "pains":
            strips += bullets(moment.pains, width, most=5, lines=3, vocabulary=vocabulary)
        case "opportunities":
            strips += bullets(moment.opportunities, width, most=5, lines=3, vocabulary=vocabulary)
        case "standards":
            strips += pills(moment.standards, width, words=vocabulary)
        case "findings" if moment.notes:
            strips.append(Codes(moment.notes, width))
    return strips


def _one_feeling(name: str) -> str:
    return metrics.clip(name, MOST_OF_A_FEELING, FEELING)


class Layout:
    """The places of rows and columns; it is the geometry that the router asks for."""

    def __init__(self, scene: MapScene, vocabulary: Words, *, among: Sequence[MapScene] = ()) -> None:
        """Place everything; `among` are the scenes that are drawn on one sheet, at the same scale."""
        scenes = (scene, *among)
        self.scene = scene
        self.rows = scene.rows
        self.names = row_names(vocabulary)
        self.feelings = {feeling: _one_feeling(name) for feeling, name in feelings(vocabulary).items()}
        self.label_column = label_column(width for one in scenes for width in self._label_widths(one))
        self.column_width = column_width(max(len(one.columns) for one in scenes))
        pitch = self.column_width + _GAP
        self.lefts = [_LEFT + self.label_column + column * pitch for column in range(len(scene.columns))]
        self.width = self.lefts[-1] + self.column_width + _LEFT + 8 if self.lefts else 640.0
        self.title = title_block(scene.heading, self.width)
        self.heads_top = self.title.bottom + 10
        spans = [(left + _CELL_PAD - 1, left + self.column_width - 2) for left in self.lefts]
        self.heads = column_heads(scene.stages, scene.columns, spans)
        inside = self.column_width - _CELL_PAD - 4
        self.cells = {
            (row, column): cell_strips(row, moment, inside, vocabulary)
            for row in self.rows
            for column, moment in enumerate(scene.moments)
        }
        self.plan = Plan(
            [Wire(Cell(way.source, 0), Cell(way.target, 0), arches=True) for way in scene.ways],
            [Cell(column, 0) for column in range(len(scene.columns))],
        )
        self.labels: dict[int, WayLabel] = {}
        for index, way in enumerate(scene.ways):
            if label := self._label(index, way):
                self.labels[index] = label
        self._place_rows()

    @property
    def borders(self) -> tuple[float, ...]:
        """Where one column ends and the next begins."""
        return tuple(left - 3 for left in self.lefts[1:])

    @property
    def stage_borders(self) -> tuple[float, ...]:
        """The borders between stages."""
        return tuple(self.borders[stage.first - 1] for stage in self.scene.stages if stage.first)

    # Names

    def name_room(self, row: Row) -> float:
        """Return the room for a row's name."""
        return self.label_column - self._beside(row)

    def _label_widths(self, scene: MapScene) -> Iterator[float]:
        """Yield the widths that the names of a scene's rows want."""
        for row in scene.rows:
            yield metrics.width(metrics.clean(self.names[row]), NAME, bold=True) + self._beside(row)

    def _beside(self, row: Row) -> float:
        """Return what a row's name leaves free; beside that of the feelings stand theirs."""
        widest = max(metrics.width(name, FEELING) for name in self.feelings.values())
        return 29 + widest if row == "feeling" else 20

    # Rows

    def _place_rows(self) -> None:
        y = self.heads_top + self.heads.height + 6
        self.tops: dict[Row, float] = {}
        self.heights: dict[Row, float] = {}
        for row in self.rows:
            self.tops[row] = y
            self.heights[row] = self._height(row)
            y += self.heights[row] + _ROW_SPACE
        self.foot = y + 4

    def _height(self, row: Row) -> float:
        if row == "feeling":
            return _FEELING_HEIGHT
        if row == "ways":
            return self._arch_zone + self._above_nodes + _NODE_HEIGHT / 2 + 16
        tallest = max(height_of(strips) for (of, _), strips in self.cells.items() if of == row)
        # A pill brings some space below itself.
        return max(24.0, tallest) + (12 if row in ("channel", "standards", "findings") else 18)

    def cell_x(self, column: int) -> float:
        """Return where the content of a column begins."""
        return self.lefts[column] + _CELL_PAD

    def cell_y(self, row: Row) -> float:
        """Return where the content of a row begins."""
        return self.tops[row] + (7 if row in ("channel", "standards", "findings") else 8)

    # The feeling curve

    def middle(self, column: int) -> float:
        """Return the middle of a column."""
        return self.lefts[column] + self.column_width / 2

    def feeling_y(self, feeling: float) -> float:
        """Return the height of a feeling from -2 to 2."""
        half = _FEELING_HEIGHT / 2
        return self.tops["feeling"] + half - feeling * (half - _FEELING_PAD) / 2

    def feeling_points(self) -> tuple[list[int], list[Point]]:
        """Return the columns that state a feeling, and where each lies."""
        stated = [(c, m.feeling) for c, m in enumerate(self.scene.moments) if m.feeling is not None]
        return [c for c, _ in stated], [(self.middle(c), self.feeling_y(f)) for c, f in stated]

    # Ways; the row of nodes is the only lane of the router's grid

    @property
    def _arch_zone(self) -> float:
        return self.plan.gap_tracks(0) * _TRACK + (4 if self.plan.gap_tracks(0) else 0)

    @property
    def _above_nodes(self) -> float:
        """The room above the middle of the nodes, for labels of straight ways."""
        straight = [label for i, label in self.labels.items() if self.plan.routes[i].shape == "straight"]
        lines = max((label.paragraph.count for label in straight), default=0)
        return max(_NODE_HEIGHT / 2, lines * LABEL_LEADING + 6)

    def _label(self, index: int, way: Way) -> WayLabel | None:
        if not metrics.clean(way.text):
            return None
        if self.plan.routes[index].shape == "straight":
            return way_label(way.text, self.column_width + _GAP - _NODE_WIDTH - 22, 3)
        start, end = self.plan.span(index, self)
        return way_label(way.text, end - start - 44, 1) if way.source != way.target else None

    @property
    def arrows(self) -> list[Arrow]:
        """All ways, placed."""
        return [
            Arrow(self.plan.points(index, self), "loop" if way.is_back else "flow")
            for index, way in enumerate(self.scene.ways)
        ]

    def left(self, cell: Cell) -> float:
        """Return the left side of a node."""
        return self.middle(cell.column) - _NODE_WIDTH / 2

    def right(self, cell: Cell) -> float:
        """Return the right side of a node."""
        return self.middle(cell.column) + _NODE_WIDTH / 2

    def top(self, cell: Cell) -> float:  # noqa: ARG002  # the router asks for a cell; all nodes are level
        """Return the upper side of a node."""
        return self.tops["ways"] + 8 + self._arch_zone + self._above_nodes - _NODE_HEIGHT / 2

    def bottom(self, cell: Cell) -> float:
        """Return the lower side of a node."""
        return self.top(cell) + _NODE_HEIGHT

    def gutter(self, index: int) -> Point:
        """Return the space in front of a node; ways run straight or in arches, none needs it."""
        return self.lefts[index] - _GAP, self.lefts[index]

    def track(self, gap: int, index: int) -> float:  # noqa: ARG002  # there is one gap
        """Return the height of a track; track 0 is next to the nodes."""
        return self.tops["ways"] + 8 + self._arch_zone - 2 - (index + 0.5) * _TRACK
