"""Strips: pieces of content one below the other, of which cards and cells are made.

A strip is made for a width, knows its height and draws itself at a place. So a card is as high as what
is in it, and nothing leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.icons import Marker, draw_icon, draw_marker
from cxblueprint.pictures.scene import Channel, Owner, Standard
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import ENGLISH
from cxblueprint.pictures.words import Words as Vocabulary

BODY = 12.0
LEADING = 15.0
SMALL = 10.5
SMALL_LEADING = 13.0
ICON_INDENT = 18.0
_BULLET_INDENT = 9.0


class Strip(Protocol):
    """A piece of content of a known height."""

    @property
    def height(self) -> float:
        """The height it takes."""
        ...

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its upper left corner at (`x`, `y`)."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """Wrapped text, perhaps with an icon or a bullet in front of it."""

    paragraph: metrics.Paragraph
    room: float
    class_: str = "cx-name"
    size: float = BODY
    leading: float = LEADING
    indent: float = 0
    icon: str | None = None
    marker: Marker | None = None
    bullet: bool = False

    @property
    def height(self) -> float:
        """One line's height for each line."""
        return self.paragraph.count * self.leading

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines below each other."""
        middle = y + self.leading / 2
        if self.icon is not None:
            draw_icon(canvas, x, middle - 7, self.icon)
        if self.marker is not None:
            draw_marker(canvas, x + 6.5, middle, self.marker, 5.8)
        left = x + self.indent
        if self.bullet:
            # Text from right to left has its bullet on the right, in the room that the indent kept free.
            moves = self.paragraph.rtl and not canvas.is_mirrored
            dot = left + self.room - 3 if moves else left - 6
            left -= _BULLET_INDENT if moves else 0
            canvas.element("circle", cx=dot, cy=middle, r=1.6, class_="cx-dot")
        for number, line in enumerate(self.paragraph.lines):
            baseline = y + number * self.leading + self.leading / 2 + self.size * 0.355
            canvas.text(
                left,
                baseline,
                line,
                self.class_,
                self.size,
                room=self.room,
                rtl=self.paragraph.rtl,
            )


def words(
    text: str,
    width: float,
    *,
    lines: int = 5,
    icon: str | None = None,
    bullet: bool = False,
    class_: str = "cx-name",
) -> Words:
    """Return `text` in body size for a place `width` wide."""
    indent = (ICON_INDENT if icon else 0) + (_BULLET_INDENT if bullet else 0)
    # A text of which nothing can be drawn still takes a line.
    paragraph = metrics.wrap(metrics.clean(text) or "\u2013", width - indent, BODY, lines=lines)
    return Words(paragraph, width - indent, class_, indent=indent, icon=icon, bullet=bullet)


def small_words(
    text: str,
    width: float,
    *,
    lines: int = 2,
    icon: str | None = None,
    marker: Marker | None = None,
    indent: float = 0,
    class_: str = "cx-muted",
) -> Words:
    """Return `text` in small size for a place `width` wide."""
    indent += 16 if icon or marker else 0
    paragraph = metrics.wrap(text, width - indent, SMALL, lines=lines)
    return Words(
        paragraph,
        width - indent,
        class_,
        SMALL,
        SMALL_LEADING,
        indent=indent,
        icon=icon,
        marker=marker,
    )


def bullets(
    texts: Sequence[str],
    width: float,
    *,
    most: int,
    lines: int,
    icon: str | None = None,
    listed: bool = False,
    inset: float = 0,
    class_: str = "cx-name",
    vocabulary: Vocabulary = ENGLISH,
) -> list[Strip]:
    """Return one text as a paragraph, several (or `listed` ones) as a list; what is too much is counted.

    All but what stands beside the icon is moved to the right by `inset`.
    """
    if len(texts) == 1 and not listed:
        return [words(texts[0], width, lines=lines + 2, icon=icon, class_=class_)]
    shown = texts if len(texts) <= most else texts[: most - 1]
    strips: list[Strip] = []
    for number, text in enumerate(shown):
        if number == 0 and icon:
            strips.append(words(text, width, lines=lines, icon=icon, bullet=True))
        else:
            strips.append(Inset(words(text, width - inset, lines=lines, bullet=True), inset))
    if len(shown) < len(texts):
        more = and_more(len(texts) - len(shown), width - inset - _BULLET_INDENT, vocabulary)
        strips.append(Inset(more, inset + _BULLET_INDENT))
    return strips


def and_more(number: int, width: float, words: Vocabulary) -> Words:
    """Return how many more there are than are shown."""
    return small_words(words.count(number, "and {n} more"), width)


@dataclass(frozen=True, slots=True)
class Inset:
    """A strip moved to the right."""

    strip: Strip
    by: float

    @property
    def height(self) -> float:
        """The height of what is moved."""
        return self.strip.height

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it further to the right."""
        self.strip.draw(canvas, x + self.by, y)


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of some height."""

    height: float

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw nothing."""


BADGE_WIDTH = 24.0
_BADGE_HEIGHT = 15.0


def draw_code(canvas: Canvas, x: float, y: float, owner: Owner) -> None:
    """Draw a team's two letters with the badge's upper left corner at (`x`, `y`)."""
    class_ = "cx-bad cx-missing" if owner.tone is None else f"cx-team{owner.tone}"
    canvas.rect(x, y, BADGE_WIDTH, _BADGE_HEIGHT, class_, radius=4)
    text = "cx-bad-text" if owner.tone is None else "cx-on-badge"
    middle, room = x + BADGE_WIDTH / 2, BADGE_WIDTH - 2
    canvas.text(middle, y + 11, owner.code, text, 9.5, bold=True, anchor="middle", room=room)


@dataclass(frozen=True, slots=True)
class Badge:
    """A team: its two letters on its colour, and its name."""

    owner: Owner
    width: float

    @property
    def height(self) -> float:
        """One line."""
        return 18

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the letters and the name behind them."""
        draw_code(canvas, x, y + 1.5, self.owner)
        is_missing = self.owner.tone is None
        room = self.width - BADGE_WIDTH - 6
        name = metrics.clip(self.owner.name, room, 11, bold=is_missing)
        class_ = "cx-bad-text" if is_missing else "cx-muted"
        canvas.text(x + BADGE_WIDTH + 6, y + 12.8, name, class_, 11, bold=is_missing, room=room, rtl=False)


@dataclass(frozen=True, slots=True)
class Pill:
    """A service standard: its name and its target alone, for nothing was measured here."""

    standard: Standard
    width: float

    @property
    def _room(self) -> float:
        return self.width - 28

    @property
    def _is_one_line(self) -> bool:
        name = metrics.width(metrics.clean(self.standard.name), SMALL)
        target = metrics.width(metrics.clean(self.standard.target), SMALL, bold=True)
        return not self.standard.target or not self.standard.name or name + target + 8 <= self._room

    @property
    def height(self) -> float:
        """One line or two, and the space below."""
        return 22 if self._is_one_line else 35

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the box, the target icon and the words."""
        box = self.height - 4
        canvas.rect(x, y + 1, self.width, box, "cx-info", radius=9)
        draw_icon(canvas, x + 6, y + 1 + box / 2 - 5.5, "target", size=11, class_="cx-info-line")
        left, right = x + 22, x + self.width - 6
        if not self._is_one_line:
            self._write(canvas, left, y + 13.6, self.standard.name, self._room)
            self._write(canvas, left, y + 26.6, self.standard.target, self._room, bold=True)
        elif self.standard.name and self.standard.target:
            taken = metrics.width(metrics.clean(self.standard.target), SMALL, bold=True)
            self._write(canvas, left, y + 13.8, self.standard.name, self._room - taken - 6)
            self._write(canvas, right - taken, y + 13.8, self.standard.target, taken, bold=True)
        else:
            text, bold = self.standard.name or self.standard.target, not self.standard.name
            self._write(canvas, left, y + 13.8, text, self._room, bold=bold)

    @staticmethod
    def _write(
        canvas: Canvas, x: float, y: float, text: str, room: float, *, bold: bool = False
    ) -> None:  # as Canvas.text
        shown = metrics.clip(text, room, SMALL, bold=bold)
        canvas.text(x, y, shown, "cx-info-text", SMALL, bold=bold, room=room, rtl=False)


@dataclass(frozen=True, slots=True)
class ChannelStrip:
    """A channel's icon and name."""

    channel: Channel
    width: float

    @property
    def height(self) -> float:
        """One line."""
        return 18

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the icon and the name behind it."""
        draw_icon(canvas, x, y + 2, self.channel.icon)
        room = self.width - 20
        name = metrics.clip(self.channel.name, room, 11)
        canvas.text(x + 20, y + 13, name, "cx-muted", 11, room=room, rtl=False)


def pills(
    standards: Sequence[Standard], width: float, *, words: Vocabulary = ENGLISH, most: int = 3
) -> list[Strip]:
    """Return a pill for each standard; what is too much is counted."""
    shown = standards if len(standards) <= most else standards[: most - 1]
    strips: list[Strip] = [Pill(standard, width) for standard in shown]
    if len(shown) < len(standards):
        more = words.count(len(standards) - len(shown), "and {n} more standards")
        strips.append(small_words(more, width))
    return strips


def height_of(strips: Sequence[Strip]) -> float:
    """Return the height of strips one below the other."""
    return sum(strip.height for strip in strips)


def draw_strips(canvas: Canvas, x: float, y: float, strips: Sequence[Strip]) -> None:
    """Draw strips one below the other from (`x`, `y`)."""
    for strip in strips:
        strip.draw(canvas, x, y)
        y += strip.height
