"""Draws the actions of a plan: rows, bars in a calendar, what waits for what, and the dates."""

from __future__ import annotations

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrow_head, rounded_path
from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.recovery.calendar_axis import Axis, Cell
from cxblueprint.pictures.recovery.chart_layout import (
    BAR,
    DATES,
    DIAMOND,
    MARK_SIZE,
    NUMBER,
    SLACK,
    TABLE,
    TAKES,
    TEXT,
    ChartLayout,
    mark_text,
)
from cxblueprint.pictures.recovery.codes import codes_width, draw_codes, draw_row_frame
from cxblueprint.pictures.recovery.scene import ActionRow, Mark
from cxblueprint.pictures.strips import BADGE_WIDTH, draw_code
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

LINES = {
    "started": "date",
    "reviewed": "date",
    "committed-on": "date",
    "committed-to": "date-given",
    "bau": "date-usual",
    "end": "date-end",
}
"""The class of the line of each date; a milestone has a diamond instead."""
ICONS = {"containment": "shield", "corrective": "wrench"}
BARS = {"containment": "cx-warn", "corrective": "cx-info"}
_HATCH = 7.0


def draw_chart(canvas: Canvas, layout: ChartLayout, words: Words) -> None:
    """Draw the actions and the dates of a plan."""
    with canvas.within("g", aria_hidden="true"):
        if layout.axis is not None:
            _draw_calendar(canvas, layout, layout.axis, words)
        if layout.plan.actions:
            _draw_heads(canvas, layout, words)
        _draw_lines(canvas, layout)
        for points, is_critical in layout.arrows():
            class_ = "critical" if is_critical else "flow"
            canvas.path(rounded_path(points, 4), f"cx-{class_}")
            size = 8.0 if is_critical else 6.0
            draw_arrow_head(canvas, points[-2], points[-1], f"cx-head-{class_}", size)
    for index, row in enumerate(layout.plan.actions):
        _draw_row(canvas, layout, index, row)
    if not layout.plan.actions:
        canvas.text(
            layout.left + NUMBER, layout.bottom + 20, words("No action is stated yet"), "cx-muted", 12
        )
    for index, mark in enumerate(layout.plan.marks):
        _draw_mark(canvas, layout, index, mark)


# The calendar


def _draw_calendar(canvas: Canvas, layout: ChartLayout, axis: Axis, words: Words) -> None:
    upper, lower = axis.cells(words)
    top, height = layout.calendar_top, (layout.head_bottom - layout.calendar_top) / 2
    for left, right in axis.off():
        canvas.rect(left, layout.head_bottom, right - left, layout.bottom - layout.head_bottom, "cx-chip")
    canvas.rect(axis.left, top, axis.end - axis.left, 2 * height, "cx-chip", radius=4)
    for cells, y, size in ((upper, top, 11.0), (lower, top + height, 10.0)):
        for cell in cells:
            _draw_cell(canvas, cell, y, height, size, bold=cells is upper)
    for cell in upper[1:] or lower[1:]:
        canvas.line(cell.left, layout.head_bottom, cell.left, layout.bottom, "cx-rule")


def _draw_cell(canvas: Canvas, cell: Cell, y: float, height: float, size: float, *, bold: bool) -> None:
    canvas.line(cell.left, y + 2, cell.left, y + height, "cx-rule")
    room = cell.right - cell.left - 6
    if room >= metrics.width(metrics.clean(cell.text), size, bold=bold):
        class_ = "cx-ink" if bold else "cx-muted"
        canvas.text(cell.left + 4, y + height - 5.5, cell.text, class_, size, bold=bold, room=room, rtl=False)


def _draw_heads(canvas: Canvas, layout: ChartLayout, words: Words) -> None:
    """Draw what the columns are called."""
    y, x = layout.head_bottom - 6, layout.left + NUMBER
    for text, width in (
        (words("Action"), TEXT),
        (words("Takes"), TAKES),
        (words("At the earliest"), DATES),
        (words("Slack"), SLACK),
    ):
        canvas.text(x, y, metrics.clip(text, width - 10, 10.5), "cx-muted", 10.5, room=width - 10, rtl=False)
        x += width
    right = layout.rows_right
    canvas.line(layout.left, layout.head_bottom, right, layout.head_bottom, "cx-rule")


# Dates


def _draw_lines(canvas: Canvas, layout: ChartLayout) -> None:
    for index, mark in enumerate(layout.plan.marks):
        x, y = layout.mark_x(mark), layout.mark_y(index) + 4
        if mark.kind == "milestone":
            canvas.line(x, y, x, layout.calendar_top - 2 * DIAMOND, "cx-date")
        else:
            canvas.line(x, y, x, layout.calendar_top, f"cx-{LINES[mark.kind]}")
            canvas.line(x, layout.head_bottom, x, layout.bottom, f"cx-{LINES[mark.kind]}")


def _draw_mark(canvas: Canvas, layout: ChartLayout, index: int, mark: Mark) -> None:
    flag, y = layout.flags[index], layout.mark_y(index)
    bold = mark.kind != "milestone"
    text = mark_text(mark)
    with canvas.linked(None, mark.label):
        if mark.kind == "milestone":
            draw_diamond(canvas, layout.mark_x(mark), layout.calendar_top - DIAMOND - 1)
        codes = codes_width(mark.notes)
        if mark.notes:
            draw_codes(canvas, flag.left + codes - 3, y - 7.5, mark.notes, room=codes)
        class_ = "cx-bad-text" if mark.is_late else "cx-ink" if bold else "cx-muted"
        # It keeps to its line, though another font may be narrower.
        anchor, x = ("end", flag.right) if flag.right < flag.line else (None, flag.left + codes)
        room = flag.right - flag.left - codes
        canvas.text(x, y + 4, text, class_, MARK_SIZE, bold=bold, anchor=anchor, room=room, rtl=False)


def draw_diamond(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of a milestone around its middle."""
    corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
    canvas.path(f"M{'L'.join(f'{number(a)} {number(b)}' for a, b in corners)}Z", "cx-diamond")


# Actions


def _draw_row(canvas: Canvas, layout: ChartLayout, index: int, row: ActionRow) -> None:
    top, height, left = layout.tops[index], layout.heights[index], layout.left
    right = layout.rows_right
    with canvas.linked(row.href, row.label):
        canvas.rect(left - 4, top + 1, right - left + 8, height - 2, "cx-hit", radius=6)
        _draw_number(canvas, left + 12, top + height / 2, row)
        _draw_facts(canvas, layout, index, row)
        _draw_bar(canvas, layout, index, row)
        if row.waiting:
            _draw_waiting(canvas, layout, index, row)
        draw_row_frame(canvas, (left - 1, top + 3, TABLE - 6, height - 6), row.notes)
    canvas.line(left, top + height, right, top + height, "cx-rule")


def _draw_number(canvas: Canvas, x: float, y: float, row: ActionRow) -> None:
    """Draw the number by which other actions refer to an action."""
    canvas.element("circle", cx=x, cy=y, r=10, class_="cx-chip")
    size = 10.5 if row.number < 100 else 9.0
    canvas.text(x, y + 3.8, str(row.number), "cx-ink", size, bold=True, anchor="middle")


def _draw_facts(canvas: Canvas, layout: ChartLayout, index: int, row: ActionRow) -> None:
    x, text = layout.left + NUMBER, layout.texts[index]
    middle = layout.middle(index)
    y = middle - (text.height + 18) / 2
    text.draw(canvas, x, y)
    _draw_kind(canvas, x, y + text.height + 2, x + TEXT - 12, row)
    x += TEXT
    for width, column in layout.columns(row):
        column.draw(canvas, x, middle - column.height / 2)
        x += width
    if row.is_done:
        draw_icon(canvas, x - SLACK - 2, middle - 6, "tick", size=12, class_="cx-critical")


def _draw_kind(canvas: Canvas, x: float, y: float, right: float, row: ActionRow) -> None:
    """Draw the kind of an action, and the team that does it, on one line."""
    if row.kind is not None:
        draw_icon(canvas, x, y + 1, ICONS[row.kind], size=12)
        x += 17
    text = metrics.clip(row.kind_text, 110, 10.5)
    canvas.text(x, y + 10.8, text, "cx-muted", 10.5, rtl=False)
    x += metrics.width(text, 10.5) + 14
    if row.owner is not None:
        room = right - x - BADGE_WIDTH - 6
        draw_code(canvas, x, y - 0.5, row.owner)
        name = metrics.clip(row.owner.name, room, 10.5)
        class_ = "cx-bad-text" if row.owner.tone is None else "cx-muted"
        canvas.text(x + BADGE_WIDTH + 6, y + 10.8, name, class_, 10.5, room=room, rtl=False)


def _draw_bar(canvas: Canvas, layout: ChartLayout, index: int, row: ActionRow) -> None:
    place = layout.bar(index)
    if place is None:
        return
    (left, right), middle = place, layout.middle(index)
    slack = layout.slack_end(index)
    if slack is not None and slack > right:
        y = middle + BAR / 2 - 1.5
        canvas.path(
            f"M{number(right)} {number(y)}H{number(slack)}M{number(slack)} {number(y - 4)}v8", "cx-loop"
        )
    top = middle - BAR / 2
    class_ = BARS.get(row.kind or "") if row.has_length else None
    radius = BAR / 2 if row.kind == "containment" else 2.0
    canvas.rect(
        left, top, right - left, BAR, class_ or "cx-bar cx-ghost", radius=min(radius, (right - left) / 2)
    )
    if row.is_critical:
        if not row.is_done:  # the tick is to be seen
            draw_hatch(canvas, left, right, top, BAR)
        canvas.rect(left, top, right - left, BAR, "cx-critical", radius=min(radius, (right - left) / 2))
    if row.is_done and right - left >= BAR:
        draw_icon(canvas, (left + right) / 2 - 6, middle - 6, "tick", size=12, class_="cx-critical")


def draw_hatch(canvas: Canvas, left: float, right: float, top: float, height: float) -> None:
    """Draw slanted strokes over a bar, as many as fit."""
    if right - left < height:
        return
    count = int((right - left - height) // _HATCH) + 1
    strokes = (
        f"M{number(left + n * _HATCH)} {number(top + height)}l{number(height)} {number(-height)}"
        for n in range(count)
    )
    canvas.path("".join(strokes), "cx-hatch")


def _draw_waiting(canvas: Canvas, layout: ChartLayout, index: int, row: ActionRow) -> None:
    """Draw in place of a bar what an action waits for in vain."""
    left = layout.chart_left + 4
    room = layout.rows_right - left - 20
    text = metrics.clip(row.waiting, room, 11)
    width = metrics.width(text, 11)
    y = layout.middle(index)
    canvas.rect(left, y - 11, width + 16, 22, "cx-bad cx-missing", radius=6)
    canvas.text(left + 8, y + 3.8, text, "cx-bad-text", 11, room=width, rtl=False)
