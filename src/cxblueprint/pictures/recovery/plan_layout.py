"""Where the parts of a plan lie: why it happened, what is done, and how one knows that it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxblueprint.pictures import strips
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.recovery.cards import MOST_CASES
from cxblueprint.pictures.recovery.chart_layout import ChartLayout
from cxblueprint.pictures.recovery.scene import CauseBar, FactCard, Plan
from cxblueprint.pictures.strips import Badge, Space, Strip, height_of, small_words
from cxblueprint.pictures.strips import Words as Lines
from cxblueprint.pictures.words import Words

HEADING = 34.0
CARD_PAD = 10.0
GAP = 12.0
CAUSE_BAR = 14.0
_LEAST_CARD = 250.0
_LARGE = 16.0
_CIRCLE = 18.0
MOST_CIRCLES = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and where it lies."""

    card: FactCard
    strips: tuple[Strip, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedCause:
    """A cause with its name and what is said of it, and where its row lies."""

    cause: CauseBar
    name: Lines
    details: Lines
    top: float
    height: float


@dataclass
class PlanLayout:
    """The places of everything in a plan, from an upper side down."""

    plan: Plan
    words: Words
    top: float
    width: float
    headings: list[tuple[float, str]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    causes: list[PlacedCause] = field(default_factory=list)
    causes_left: float = MARGIN
    circles: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Place the parts below each other."""
        y = self._place_reasons(self.top)
        y = self._head(y, self.words("What is done, and by when"))
        self.chart = ChartLayout(self.plan, y, self.width)
        y = self.chart.bottom + (10 if self.plan.actions else 34)
        y = self._place_circles(y)
        y = self._head(y + 6, self.words("How we know that it is over"))
        self.bottom = self._place_grid(self.plan.cards, y)

    def _head(self, y: float, text: str) -> float:
        self.headings.append((y, text))
        return y + HEADING

    @property
    def right(self) -> float:
        """The right side of everything."""
        return self.chart.right

    # Why it happened

    def _place_reasons(self, y: float) -> float:
        """Place what happened at the left, and the causes beside it."""
        y = self._head(y, self.words("Why it happened"))
        inside = self.width - 2 * MARGIN
        cards = self.plan.happened[:MOST_CASES]
        bottom = y
        if cards:
            column = round(inside * 0.36)
            self.causes_left = MARGIN + column + 2 * GAP
            for card in cards:
                bottom = self._place(card, MARGIN, bottom, column) + GAP
        top = y
        for cause in self.plan.causes:
            placed = self._cause(cause, top)
            self.causes.append(placed)
            top += placed.height
        if not self.plan.causes:
            top += 26
        return max(bottom, top) + 8

    @property
    def bars_left(self) -> float:
        """Where the bars of causes begin."""
        return self.causes_left + (self.width - MARGIN - self.causes_left) * 0.42

    @property
    def bars_room(self) -> float:
        """How wide the bar of all of the harm is."""
        return self.width - MARGIN - self.bars_left - 130

    def _cause(self, cause: CauseBar, top: float) -> PlacedCause:
        room = self.bars_left - self.causes_left - 16
        name = strips.words(cause.name, room, lines=3)
        details = small_words(cause.details, room, lines=2)
        height = max(34.0, name.height + details.height + 12)
        return PlacedCause(cause, name, details, top, height)

    # Circles

    def _place_circles(self, y: float) -> float:
        circles = self.plan.circles
        if not circles:
            return y
        y = self._head(y + 6, self.words("What can never begin, because it waits for itself"))
        for text in circles[:MOST_CIRCLES]:
            self.circles.append((y, text))
            y += _CIRCLE
        if len(circles) > MOST_CIRCLES:
            more = self.words("and {count} more", count=len(circles) - MOST_CIRCLES)
            self.circles.append((y, more))
            y += _CIRCLE
        return y + 4

    # Cards

    def _place_grid(self, cards: Sequence[FactCard], y: float) -> float:
        """Place cards side by side, row by row; those of a row are as high as the highest."""
        inside = self.width - 2 * MARGIN
        most = max(1, int((inside + GAP) // (_LEAST_CARD + GAP)))
        rows = -(-len(cards) // most)
        count = -(-len(cards) // rows) if rows else 1
        width = (inside - (count - 1) * GAP) / count
        for start in range(0, len(cards), count):
            row = cards[start : start + count]
            height = max(_height(_strips(card, width - 2 * CARD_PAD)) for card in row)
            for place, card in enumerate(row):
                self._place(card, MARGIN + place * (width + GAP), y, width, height)
            y += height + GAP
        return y

    def _place(self, card: FactCard, left: float, top: float, width: float, height: float = 0) -> float:
        content = _strips(card, width - 2 * CARD_PAD)
        height = max(height, _height(content))
        self.placed.append(Placed(card, content, left, top, width, height))
        return top + height


def _strips(card: FactCard, width: float) -> tuple[Strip, ...]:
    """Return what stands in a card: its title, the figures large, the rest below."""
    content: list[Strip] = [small_words(card.title, width, icon=card.icon), Space(4)]
    first, *rest = card.lines or ("",)
    class_ = "cx-name cx-muted" if card.is_ghost else "cx-name"
    content.append(strips.words(first, width, lines=5, class_=class_))
    if card.large:
        paragraph = metrics.wrap(card.large, width, _LARGE, lines=2)
        content += [Space(2), Lines(paragraph, width, "cx-ink", _LARGE, 21)]
    content += [small_words(line, width, lines=4) for line in rest]
    if card.owner is not None:
        content += [Space(4), Badge(card.owner, width)]
    return tuple(content)


def _height(content: Sequence[Strip]) -> float:
    return max(44.0, 2 * CARD_PAD + height_of(content))
