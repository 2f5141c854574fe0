"""Where everything in a way up lies: an axis of times in order, and a lane for each level."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxblueprint.pictures import strips
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.recovery.scene import End, Ladder, Rung
from cxblueprint.pictures.recovery.stairs import Flag, rows_of
from cxblueprint.pictures.router import Point
from cxblueprint.pictures.strips import Badge, Space, Strip, height_of, small_words
from cxblueprint.pictures.words import Words

LABEL_COLUMN = 150.0
CARD = 188.0
CARD_PAD = 9.0
CARD_SHIFT = 10.0
"""How far right of its tick a card begins: the line where a standard ends runs free."""
RIBBON = 28.0
MOST_UPDATES = 5
EDGE = 10.0
_GUTTER = 36.0
_TURN = 15.0
_PORT = 11.0
_LEAST_COLUMN = 96.0
_LEAST_CARD = 40.0
_BAND_PAD = 10.0
_BAND_SPACE = 12.0
_LABEL_SPACE = 32.0
_AXIS = 30.0
_OVERHANG = 8.0
PILL_ROW = 21.0
TICK_SIZE = 12.5
PILL_SIZE = 10.5
_MOST_PILL = 250.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A band: its tint, its name with what stands below it, and where it lies."""

    tint: str
    name: metrics.Paragraph
    detail: metrics.Paragraph
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def has_card(ladder: Ladder, column: int) -> bool:
    """Tell whether a card stands in a column."""
    return column in (0, ladder.told.column) or any(rung.column == column for rung in ladder.rungs)


class LadderLayout:
    """The places of axis, pills, bands, cards and arrows.

    Args:
        ladder: what is drawn.
        words: the words of lanes.
        top: the upper side.
        width: how wide it is at least; columns move apart to fill it.
    """

    def __init__(self, ladder: Ladder, words: Words, top: float = 0, width: float = 0) -> None:
        self.ladder = ladder
        self.words = words
        self._widths = self._column_widths()
        extra = max(0.0, width - self._natural()) / len(self._widths)
        self._widths = [one + extra for one in self._widths]
        self.ticks = [EDGE + LABEL_COLUMN + 8 + sum(self._widths[:n]) for n in range(len(self._widths))]
        self.width = max(width, self._natural())
        self.axis = top + _AXIS - 6
        self.pill_rows = rows_of([self._flag(end) for end in ladder.ends])
        rows = max(self.pill_rows, default=-1) + 1
        self.pills_bottom = top + _AXIS + rows * PILL_ROW + (2 if rows else 0)
        self._place_lanes(self.pills_bottom + 6)
        self.bottom = self.lanes[-1].bottom

    # Columns

    def _column_widths(self) -> list[float]:
        widths = []
        for column, tick in enumerate(self.ladder.ticks):
            text = min(metrics.width(metrics.clean(tick.text), TICK_SIZE, bold=True), CARD) + 18
            least = CARD_SHIFT + CARD + _GUTTER if has_card(self.ladder, column) else _LEAST_COLUMN
            widths.append(max(text, least))
        return widths

    def _natural(self) -> float:
        left = EDGE + LABEL_COLUMN + 8
        ends = [left + sum(self._widths)]
        ends += [left + sum(self._widths[: end.column]) + pill_width(end) for end in self.ladder.ends]
        return max(ends) + EDGE

    def tick_room(self, column: int) -> float:
        """Return how wide the text of a tick may be."""
        return self._widths[column] - 14

    def card_left(self, column: int) -> float:
        """Return the left side of the cards of a column."""
        return self.ticks[column] + CARD_SHIFT

    # Pills

    def _flag(self, end: End) -> Flag:
        x = self.ticks[end.column]
        return Flag(x, x - _OVERHANG + 2, x - _OVERHANG + pill_width(end))

    def pill(self, index: int) -> tuple[float, float, float]:
        """Return the left and upper side of a standard's pill, and its width."""
        end = self.ladder.ends[index]
        y = self.pills_bottom - PILL_ROW * (self.pill_rows[index] + 1)
        return self.ticks[end.column] - _OVERHANG, y, pill_width(end)

    # Lanes

    def _place_lanes(self, y: float) -> None:
        self.lanes: list[Lane] = []
        ribbons = min(len(self.ladder.updates), MOST_UPDATES)
        space = 4.0 if ribbons else 0.0
        told = card_height(self.told_strips) if self.ladder.told.column is not None else RIBBON
        more = 18.0 if len(self.ladder.updates) > MOST_UPDATES else 0.0
        y = self._add_lane(
            y, "customer", self.words("Customer"), "", ribbons * (RIBBON + 8) + more + space + told
        )
        y = self._add_lane(
            y + _BAND_SPACE, "support", self.words("Start"), "", card_height(self.start_strips)
        )
        for index, rung in enumerate(self.ladder.rungs):
            tint = {"functional": "frontstage", "hierarchical": "backstage"}.get(rung.kind or "", "evidence")
            space = _LABEL_SPACE if rung.within else _BAND_SPACE
            y = self._add_lane(
                y + space, tint, rung.name, rung.kind_text, card_height(self.rung_strips[index])
            )
        if not self.ladder.rungs:
            self._add_lane(y + _BAND_SPACE, "evidence", self.words("Levels"), "", _LEAST_CARD)

    def _add_lane(self, y: float, tint: str, name: str, detail: str, inside: float) -> float:
        room = LABEL_COLUMN - 28
        title = metrics.wrap(name, room, 12.5, bold=True, lines=2)
        below = metrics.wrap(detail, room, 10.5, lines=3)
        height = 2 * _BAND_PAD + max(inside, title.count * 15 + below.count * 13, _LEAST_CARD)
        self.lanes.append(Lane(tint, title, below, y, y + height))
        return y + height

    # Cards

    @cached_property
    def start_strips(self) -> list[Strip]:
        """What stands in the card that starts the clock."""
        start, room = self.ladder.start, CARD - 2 * CARD_PAD
        event = start.event or self.words("What starts the clock is not stated")
        class_ = "cx-name cx-muted" if start.is_ghost else "cx-name"
        return [
            strips.words(event, room, lines=3, icon="alarm", class_=class_),
            Space(2),
            small_words(start.flag, room, lines=4),
        ]

    @cached_property
    def told_strips(self) -> list[Strip]:
        """What stands in the card that says when the customer is told."""
        told, room = self.ladder.told, CARD - 2 * CARD_PAD
        return [strips.words(told.text, room, lines=3, icon="chat"), small_words(told.detail, room)]

    @cached_property
    def rung_strips(self) -> list[list[Strip]]:
        """What stands in the card of each level."""
        return [self._of_rung(rung) for rung in self.ladder.rungs]

    def _of_rung(self, rung: Rung) -> list[Strip]:
        room = CARD - 2 * CARD_PAD
        icon = {"functional": "expert", "hierarchical": "rise"}.get(rung.kind or "")
        class_ = "cx-name cx-muted" if rung.is_ghost else "cx-name"
        content: list[Strip] = [strips.words(rung.role, room, lines=4, icon=icon, class_=class_)]
        if rung.rank and metrics.clean(rung.rank) != metrics.clean(rung.role):
            content.append(small_words(rung.rank, room, indent=18 if icon else 0))
        if rung.owner is not None:
            content += [Space(3), Badge(rung.owner, room)]
        return content

    def card_top(self, lane: int, content: list[Strip]) -> float:
        """Return the upper side of a card in the middle of its lane; of a told customer, at its foot."""
        place = self.lanes[lane]
        return (
            place.bottom - _BAND_PAD - card_height(content)
            if lane == 0
            else place.middle - card_height(content) / 2
        )

    @property
    def untold_top(self) -> float:
        """The upper side of what says that nobody knows when the customer is told."""
        lane = self.lanes[0]
        return lane.bottom - _BAND_PAD - RIBBON if self.ladder.updates else lane.middle - RIBBON / 2

    # Arrows

    def to_told(self) -> list[Point] | None:
        """Return the corners of the arrow from the start to where the customer is told."""
        column = self.ladder.told.column
        if column is None:
            return None
        x = self.card_left(0) + CARD / 2
        y = self.card_top(1, self.start_strips)
        top = self.card_top(0, self.told_strips)
        if column == 0:
            return [(x, y), (x, top + card_height(self.told_strips))]
        middle = top + card_height(self.told_strips) / 2
        return [(x, y), (x, middle), (self.card_left(column), middle)]

    def to_rung(self, index: int) -> list[Point]:
        """Return the corners of the arrow that leads to a level from the one before it, or from the start."""
        source = self.ladder.rungs[index - 1].column if index else 0
        target = self.ladder.rungs[index].column
        content = self.rung_strips[index - 1] if index else self.start_strips
        leaves, enters = self.lanes[index + 1].middle, self.lanes[index + 2].middle
        if source == target:
            x = self.card_left(source) + CARD / 2
            half = card_height(self.rung_strips[index]) / 2
            return [(x, leaves + card_height(content) / 2), (x, enters - half)]
        if source < target:
            x = self.ticks[target] - _TURN
            return [
                (self.card_left(source) + CARD, leaves),
                (x, leaves),
                (x, enters),
                (self.card_left(target), enters),
            ]
        # It leaves by the side by which another one came in.
        leaves += _PORT
        x = self.card_left(target) + CARD + _TURN
        return [
            (self.card_left(source), leaves),
            (x, leaves),
            (x, enters),
            (self.card_left(target) + CARD, enters),
        ]

    def label_at(self, index: int) -> Point:
        """Return the middle of what an arrow to a level says: in the space above its lane."""
        x = self.to_rung(index)[1][0]
        above, lane = self.lanes[index + 1], self.lanes[index + 2]
        return x, (above.bottom + lane.top) / 2


def card_height(content: list[Strip]) -> float:
    """Return the height of a card with these strips in it."""
    return max(_LEAST_CARD, 2 * CARD_PAD - 2 + height_of(content))


def pill_width(end: End) -> float:
    """Return how wide the pill of a standard is, which begins a little left of its line."""
    name = metrics.width(metrics.clean(end.name), PILL_SIZE)
    target = metrics.width(metrics.clean(end.target), PILL_SIZE, bold=True)
    return min(_MOST_PILL, 24 + name + 6 + target + 11)
