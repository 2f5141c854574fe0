"""What stands in a team's card, in strips."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.governance.scene import TeamCard
from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.scene import Owner
from cxblueprint.pictures.strips import (
    BADGE_WIDTH,
    LEADING,
    SMALL,
    SMALL_LEADING,
    Space,
    Strip,
    draw_code,
    height_of,
    small_words,
)
from cxblueprint.pictures.svg import Canvas

CARD_WIDTH = 204.0
CARD_PAD = 11.0
_NAME = 12.5


@dataclass(frozen=True, slots=True)
class Name:
    """A team's badge and its name."""

    owner: Owner
    width: float

    @property
    def _room(self) -> float:
        return self.width - BADGE_WIDTH - 7

    @property
    def _paragraph(self) -> metrics.Paragraph:
        return metrics.wrap(self.owner.name, self._room, _NAME, bold=True, lines=2)

    @property
    def height(self) -> float:
        """A line's height for each line."""
        return self._paragraph.count * LEADING + 2

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the badge, and the name beside it."""
        draw_code(canvas, x, y, self.owner)
        left = x + BADGE_WIDTH + 7
        for order, line in enumerate(self._paragraph.lines):
            baseline = y + order * LEADING + 12
            canvas.text(left, baseline, line, "cx-name", _NAME, bold=True, room=self._room, rtl=False)


@dataclass(frozen=True, slots=True)
class Flag:
    """What is remarkable about a team: an icon and words in a box."""

    text: str
    icon: str
    width: float

    @property
    def _room(self) -> float:
        return self.width - 30

    @property
    def _paragraph(self) -> metrics.Paragraph:
        return metrics.wrap(self.text, self._room, SMALL, bold=True, lines=2)

    @property
    def _box(self) -> float:
        return self._paragraph.count * SMALL_LEADING + 7

    @property
    def height(self) -> float:
        """The box and the space below it."""
        return self._box + 3

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the box."""
        canvas.rect(x, y, self.width, self._box, "cx-info", radius=4)
        draw_icon(canvas, x + 6, y + self._box / 2 - 6, self.icon, size=12, class_="cx-info-line")
        for order, line in enumerate(self._paragraph.lines):
            baseline = y + 13.8 + order * SMALL_LEADING
            canvas.text(x + 23, baseline, line, "cx-info-text", SMALL, bold=True, room=self._room, rtl=False)


def strips_of(card: TeamCard, *, at_table: str) -> list[Strip]:
    """Return the content of a card.

    `at_table` are the words for a seat at the executive table, where no frame around the card has them.
    """
    width = CARD_WIDTH - 2 * CARD_PAD
    strips: list[Strip] = [Name(card.owner, width)]
    if card.function:
        strips.append(small_words(card.function, width, lines=2))
    flags = [Flag(text, icon, width) for text, icon in ((card.cx, "goal"), (at_table, "seat")) if text]
    if flags:
        strips += [Space(4), *flags]
    if card.lines:
        strips.append(Space(4))
    for line in card.lines:
        class_ = "cx-bad-text" if line.tone == "bad" else "cx-name"
        strips.append(small_words(line.text, width, lines=4, class_=class_))
    return strips


def card_height(strips: list[Strip]) -> float:
    """Return the height of a card with this content."""
    return height_of(strips) + 2 * CARD_PAD - 2
