"""What stands above a picture: its title, the stages, and the steps with their markers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.icons import draw_marker
from cxblueprint.pictures.scene import Change, ChangeKind, Column, Heading, Stage
from cxblueprint.pictures.svg import Canvas, number

MARGIN = 14.0
# Title, key and findings of a long journey stay where its beginning is seen.
WIDEST_TEXT = 1280.0
# Names of lanes and rows stand at the left; the column grows with a language's long words, up to a limit.
_LABEL_COLUMN = (150.0, 230.0)
_TITLE = 20.0
_SUBTITLE = 12.5
_NAME = 12.5
_NAME_LEADING = 15.0
_CHEVRON = 26.0
_MARK_PITCH = 19.0
# A stage longer than a screen says its name again, for those who scroll.
_STAGE_NAME_EVERY = 1200.0
_SMALLEST_NAME_ROOM = 74.0
_TAG = 16.0
_TAG_SPACE = 3.0
_TAG_SIZE = 10.5
_TAG_LEADING = 12.5
SIGNS: Mapping[ChangeKind, str] = MappingProxyType({"new": "+", "gone": "\u2212", "changed": "\u2260"})
_TAG_TONES: Mapping[ChangeKind, tuple[str, str]] = MappingProxyType(
    {
        "new": ("cx-info", "cx-info-text"),
        "gone": ("cx-chip", "cx-muted"),
        "changed": ("cx-warn", "cx-warn-text"),
    }
)

Span = tuple[float, float]


def label_column(needed: Iterable[float]) -> float:
    """Return the width of the column of names, from the widths that they ask for."""
    least, most = _LABEL_COLUMN
    return min(most, max([least, *map(math.ceil, needed)]))


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The title and the line below it."""

    title: metrics.Paragraph
    subtitle: metrics.Paragraph
    room: float

    @property
    def bottom(self) -> float:
        """The height of the block, with the margin above it."""
        return MARGIN + self.title.count * 25 + self.subtitle.count * 17

    def draw(self, canvas: Canvas) -> None:
        """Draw it in the upper left corner."""
        y = MARGIN + 18
        for line in self.title.lines:
            canvas.text(MARGIN, y, line, "cx-ink", _TITLE, bold=True, room=self.room, rtl=False)
            y += 25
        y -= 3
        for line in self.subtitle.lines:
            canvas.text(MARGIN, y, line, "cx-muted", _SUBTITLE, room=self.room, rtl=False)
            y += 17


def title_block(heading: Heading, width: float) -> TitleBlock:
    """Return the title block of a picture `width` wide."""
    room = min(width, WIDEST_TEXT) - 2 * MARGIN
    return TitleBlock(
        metrics.wrap(heading.title, room, _TITLE, bold=True, lines=2),
        metrics.wrap(heading.subtitle, room, _SUBTITLE, lines=2),
        room,
    )


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """The stages as chevrons and, below them, each step's number, name and markers."""

    stages: tuple[Stage, ...]
    columns: tuple[Column, ...]
    spans: tuple[Span, ...]
    names: tuple[metrics.Paragraph, ...]
    names_height: float
    tags_height: float
    """The room for what says how steps differ; none where that is not asked."""

    @property
    def height(self) -> float:
        """The height of chevrons and names."""
        return _CHEVRON + 8 + self.names_height + self.tags_height

    def draw_stages(self, canvas: Canvas, y: float) -> None:
        """Draw the chevrons with their upper side at `y`."""
        for stage in self.stages:
            left, right = self.spans[stage.first][0] - 8, self.spans[stage.last][1] + 8
            middle, bottom, tip = y + _CHEVRON / 2, y + _CHEVRON, right - 10
            canvas.path(
                f"M{number(left)} {number(y)}H{number(tip)}L{number(right)} {number(middle)}L{number(tip)} "
                f"{number(bottom)}H{number(left)}L{number(left + 10)} {number(middle)}Z",
                "cx-chip",
            )
            times = max(1, round((right - left) / _STAGE_NAME_EVERY))
            room = (right - left - 36) / times
            name = metrics.clip(stage.name, room, 13, bold=True)
            for turn in range(times):
                x = left + (right - left) * (turn + 0.5) / times
                canvas.text(x, y + 17.6, name, "cx-ink", 13, bold=True, anchor="middle", room=room)

    def draw_column(self, canvas: Canvas, y: float, index: int) -> None:
        """Draw one step's number, name and markers, below chevrons whose upper side is at `y`."""
        left, right = self.spans[index]
        column, name = self.columns[index], self.names[index]
        middle = y + _CHEVRON + 8 + self.names_height / 2
        canvas.element("circle", cx=left + 10, cy=middle, r=10, class_="cx-chip")
        size = 10.5 if column.number < 100 else 9.0
        canvas.text(left + 10, middle + 3.8, str(column.number), "cx-ink", size, bold=True, anchor="middle")
        room = _name_room(column, right - left)
        for line_number, line in enumerate(name.lines):
            baseline = middle + 4.4 + (line_number - (name.count - 1) / 2) * _NAME_LEADING
            canvas.text(left + 26, baseline, line, "cx-ink", _NAME, bold=True, room=room, rtl=False)
        for order, mark in enumerate(column.marks):
            with canvas.saying(mark.text):
                draw_marker(canvas, right - 9 - order * _MARK_PITCH, middle, mark.marker)
        if column.change is not None:
            below = y + _CHEVRON + 8 + self.names_height + _TAG_SPACE
            _tag(column.change, right - left).draw(canvas, left, below)


@dataclass(frozen=True, slots=True)
class _Tag:
    """How a step differs: a sign and a word or two in a box."""

    change: Change
    paragraph: metrics.Paragraph

    @property
    def height(self) -> float:
        return _TAG + (self.paragraph.count - 1) * _TAG_LEADING

    @property
    def width(self) -> float:
        return 26 + max(metrics.width(line, _TAG_SIZE) for line in self.paragraph.lines)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        box, text = _TAG_TONES[self.change.kind]
        with canvas.saying(self.change.said):
            canvas.rect(x, y, self.width, self.height, box, radius=8)
            draw_sign(canvas, x + 10, y + 8, self.change.kind)
            for order, line in enumerate(self.paragraph.lines):
                at = y + 11.8 + order * _TAG_LEADING
                canvas.text(x + 18, at, line, text, _TAG_SIZE, room=self.width - 24, rtl=False)


def _tag(change: Change, width: float) -> _Tag:
    return _Tag(change, metrics.wrap(change.text, width - 26, _TAG_SIZE, lines=3))


def draw_sign(canvas: Canvas, x: float, y: float, kind: ChangeKind) -> None:
    """Draw the sign of a difference around its middle."""
    _, text = _TAG_TONES[kind]
    canvas.text(x, y + 4, SIGNS[kind], text, 12, bold=True, anchor="middle")


def _name_room(column: Column, width: float) -> float:
    return max(_SMALLEST_NAME_ROOM, width - 26 - _MARK_PITCH * len(column.marks) - 2)


def column_heads(stages: Sequence[Stage], columns: Sequence[Column], spans: Sequence[Span]) -> ColumnHeads:
    """Return the heads of columns that lie at `spans`."""
    names = tuple(
        metrics.wrap(column.name, _name_room(column, right - left), _NAME, bold=True, lines=3)
        for column, (left, right) in zip(columns, spans, strict=True)
    )
    names_height = max([22.0, *(name.count * _NAME_LEADING + 4 for name in names)])
    tags = (
        _tag(column.change, right - left)
        for column, (left, right) in zip(columns, spans, strict=True)
        if column.change
    )
    tags_height = max((tag.height + _TAG_SPACE + 5 for tag in tags), default=0.0)
    return ColumnHeads(tuple(stages), tuple(columns), tuple(spans), names, names_height, tags_height)
