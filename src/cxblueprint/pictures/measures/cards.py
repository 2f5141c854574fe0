"""What stands in a card of measures, measured before anything is placed."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.measures.scene import Card, CardKind, Sign
from cxblueprint.pictures.strips import (
    BADGE_WIDTH,
    SMALL,
    SMALL_LEADING,
    Space,
    Strip,
    draw_code,
    draw_strips,
    height_of,
    small_words,
)
from cxblueprint.pictures.svg import Canvas, number

PAD = 9.0
_SIGN = 28.0
_NAME = 12.0
_NAME_LEADING = 15.0
_CHIP = 15.0
_CHIP_PITCH = 18.0
_BETWEEN_CHIPS = 5.0
WIDTHS: dict[CardKind, float] = {
    "journey": 184.0,
    "kpi": 240.0,
    "standard": 226.0,
    "touchpoint": 204.0,
    "gap": 150.0,
}
"""How wide a column has to be for a kind of card."""


@dataclass(frozen=True, slots=True)
class Title:
    """A name in bold."""

    paragraph: metrics.Paragraph
    room: float
    class_: str = "cx-name"

    @property
    def height(self) -> float:
        """One line's height for each line."""
        return self.paragraph.count * _NAME_LEADING

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the lines below each other."""
        for order, line in enumerate(self.paragraph.lines):
            baseline = y + order * _NAME_LEADING + 11.8
            canvas.text(
                x, baseline, line, self.class_, _NAME, bold=True, room=self.room, rtl=self.paragraph.rtl
            )


@dataclass(frozen=True, slots=True)
class Figures:
    """A target, and where it stands: beside it where there is room, else below."""

    target: metrics.Paragraph
    rest: metrics.Paragraph
    room: float

    @property
    def _is_one_line(self) -> bool:
        return self._end + sum(metrics.width(line, SMALL) for line in self.rest.lines) <= self.room and (
            self.target.count == self.rest.count == 1
        )

    @property
    def _end(self) -> float:
        """How far to the right the target reaches, with the space behind it."""
        return sum(metrics.width(line, SMALL, bold=True) for line in self.target.lines) + 8

    @property
    def height(self) -> float:
        """One line, or as many as there are."""
        return SMALL_LEADING * (1 if self._is_one_line else self.target.count + self.rest.count)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the target in bold, and the rest."""
        y += SMALL_LEADING / 2 + SMALL * 0.355
        if self._is_one_line:
            self._write(canvas, x, y, self.target.lines[0], "cx-ink", bold=True)
            self._write(canvas, x + self._end, y, self.rest.lines[0], "cx-muted")
            return
        for line in self.target.lines:
            self._write(canvas, x, y, line, "cx-ink", bold=True)
            y += SMALL_LEADING
        for line in self.rest.lines:
            self._write(canvas, x, y, line, "cx-muted")
            y += SMALL_LEADING

    def _write(
        self, canvas: Canvas, x: float, y: float, text: str, class_: str, *, bold: bool = False
    ) -> None:
        canvas.text(x, y, text, class_, SMALL, bold=bold, room=self.room, rtl=False)


@dataclass(frozen=True, slots=True)
class Chips:
    """What is promised, in a solid line, and what is not stated, in dashes."""

    solid: tuple[str, ...]
    dashed: tuple[str, ...]
    width: float

    def _rows(self) -> list[list[tuple[float, str, float, bool]]]:
        rows: list[list[tuple[float, str, float, bool]]] = [[]]
        x = 0.0
        for text, is_solid in [*((t, True) for t in self.solid), *((t, False) for t in self.dashed)]:
            shown = metrics.clip(text, self.width - 12, SMALL)
            wide = min(self.width, metrics.width(shown, SMALL) + 12)
            if rows[-1] and x + wide > self.width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, shown, wide, is_solid))
            x += wide + _BETWEEN_CHIPS
        return rows

    @property
    def height(self) -> float:
        """A line for each row of chips, and some space above."""
        return len(self._rows()) * _CHIP_PITCH + 2

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the chips one after the other."""
        for order, row in enumerate(self._rows()):
            top = y + 3 + order * _CHIP_PITCH
            for left, text, wide, is_solid in row:
                canvas.rect(x + left, top, wide, _CHIP, "cx-info" if is_solid else "cx-unstated", radius=7)
                class_ = "cx-info-text" if is_solid else "cx-muted"
                canvas.text(
                    x + left + wide / 2, top + 11, text, class_, SMALL, anchor="middle", room=wide - 8
                )


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a card `width` wide."""

    card: Card
    width: float
    strips: tuple[Strip, ...]

    @property
    def _is_signed(self) -> bool:
        return self.card.sign is not None

    @property
    def _badge_is_left(self) -> bool:
        """Whether the team stands below the sign: in cards that are high enough for both."""
        return self.card.kind == "kpi" and self.card.owner is not None

    @property
    def height(self) -> float:
        """The height of the card that holds it."""
        left = PAD + 18 + (6 + 15 if self._badge_is_left else 0) + PAD if self._is_signed else 0
        return max(left, 2 * PAD - 2 + height_of(self.strips), 30)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it into a card whose upper left corner is at (`x`, `y`)."""
        card, height = self.card, self.height
        if card.sign is not None:
            draw_sign(canvas, x + PAD + 8, y + PAD + 9, card.sign)
        if card.owner is not None:
            if self._badge_is_left:
                draw_code(canvas, x + PAD - 4, y + PAD + 24, card.owner)
            else:
                draw_code(canvas, x + self.width - PAD - BADGE_WIDTH, y + height - PAD - 14, card.owner)
        inset = PAD + (_SIGN if self._is_signed else 0)
        free = height - 2 * PAD + 2 - height_of(self.strips)
        draw_strips(canvas, x + inset, y + PAD - 1 + max(0.0, free / 2), self.strips)


def content_of(card: Card, width: float) -> Content:
    """Return what stands in a card of a column as wide as this."""
    room = width - 2 * PAD - (_SIGN if card.sign is not None else 0)
    if card.kind == "gap":
        text = small_words(card.name, room, lines=3)
        return Content(card, width, (text,))
    beside_badge = room - (BADGE_WIDTH + 6 if card.owner is not None and card.kind != "kpi" else 0)
    strips: list[Strip] = [_title(card, beside_badge)]
    if card.target or card.figures:
        strips.append(_figures(card, beside_badge))
    strips += [small_words(line, beside_badge, lines=1) for line in card.lines]
    if card.decides:
        strips += [Space(2), small_words(card.decides, room, icon="onward", lines=2)]
    if card.promised or card.missing:
        solid = (card.promised,) if card.promised else ()
        strips.append(Chips(solid, card.missing, beside_badge))
    return Content(card, width, tuple(strips))


def _title(card: Card, room: float) -> Title:
    # A name of which nothing can be drawn still takes a line.
    paragraph = metrics.wrap(metrics.clean(card.name) or "\u2013", room, _NAME, bold=True, lines=3)
    return Title(paragraph, room)


def _figures(card: Card, room: float) -> Figures:
    # What belongs together stays on one line.
    rest = " \u00b7 ".join(figure.replace(" ", "\u00a0") for figure in card.figures)
    target = metrics.wrap(card.target, room, SMALL, bold=True, lines=2)
    return Figures(target, metrics.wrap(rest, room, SMALL, lines=2), room)


def draw_sign(canvas: Canvas, x: float, y: float, sign: Sign) -> None:
    """Draw what stands in front of a name around its middle: a target, or which way is better."""
    if sign == "target":
        draw_icon(canvas, x - 8.5, y - 8.5, "target", size=17, class_="cx-info-line")
        return
    if sign == "unknown":
        canvas.element("circle", cx=x, cy=y, r=8.5, class_="cx-unstated")
        canvas.text(x, y + 3.9, "?", "cx-muted", 11, bold=True, anchor="middle")
        return
    canvas.element("circle", cx=x, cy=y, r=8.5, class_="cx-info")
    tip, tail, barb = (y - 4.6, y + 4.6, y - 0.8) if sign == "up" else (y + 4.6, y - 4.6, y + 0.8)
    canvas.path(
        f"M{number(x)} {number(tail)}V{number(tip)}M{number(x - 3.6)} {number(barb)}"
        f"L{number(x)} {number(tip)}L{number(x + 3.6)} {number(barb)}",
        "cx-info-line",
    )
