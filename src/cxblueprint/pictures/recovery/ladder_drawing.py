"""Draws a way up: the axis, the pills of standards, bands, arrows and cards."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrow_head, rounded_path
from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.recovery.ladder_layout import (
    CARD,
    CARD_PAD,
    EDGE,
    LABEL_COLUMN,
    MOST_UPDATES,
    PILL_SIZE,
    RIBBON,
    TICK_SIZE,
    LadderLayout,
    Lane,
    card_height,
)
from cxblueprint.pictures.recovery.scene import End, Rung, Update
from cxblueprint.pictures.router import Point
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.strips import BADGE_WIDTH, Strip, draw_code, draw_strips
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

_LABEL = 10.5
_MOST_LABEL = 240.0


def draw_ladder(canvas: Canvas, layout: LadderLayout, words: Words) -> None:
    """Draw a way up."""
    right = layout.width - EDGE
    for lane in layout.lanes:
        canvas.rect(EDGE, lane.top, right - EDGE, lane.bottom - lane.top, f"cx-lane-{lane.tint}", radius=8)
        draw_lane_name(canvas, lane)
    with canvas.within("g", aria_hidden="true"):
        _draw_axis(canvas, layout, right)
        for column in dict.fromkeys(end.column for end in layout.ladder.ends):
            x = layout.ticks[column]
            canvas.line(x, layout.axis + 8, x, layout.bottom + 6, "cx-limit")
        _draw_arrows(canvas, layout)
    _draw_start(canvas, layout)
    _draw_customer(canvas, layout, words)
    for index, rung in enumerate(layout.ladder.rungs):
        _draw_rung(canvas, layout, index, rung)
    if not layout.ladder.rungs:
        _draw_nobody(canvas, layout, words)
    for index, end in enumerate(layout.ladder.ends):
        _draw_pill(canvas, layout, index, end)


def draw_lane_name(canvas: Canvas, lane: Lane) -> None:
    """Draw what a lane is called, and below it what kind of level it is."""
    height = lane.name.count * 15 + lane.detail.count * 13
    y, room = lane.middle - height / 2, LABEL_COLUMN - 28
    for line in lane.name.lines:
        canvas.text(EDGE + 12, y + 11.8, line, "cx-ink", 12.5, bold=True, room=room)
        y += 15
    for line in lane.detail.lines:
        canvas.text(EDGE + 12, y + 10, line, "cx-muted", _LABEL, room=room)
        y += 13


def _draw_axis(canvas: Canvas, layout: LadderLayout, right: float) -> None:
    y, ticks = layout.axis, layout.ladder.ticks
    canvas.line(EDGE + LABEL_COLUMN, y, right, y, "cx-flow")
    top, bottom = layout.lanes[0].top, layout.bottom
    for column, tick in enumerate(ticks):
        x = layout.ticks[column]
        canvas.line(x, y - 6, x, y + 5, "cx-flow" if tick.is_known else "cx-loop")
        canvas.line(x, top, x, bottom, "cx-rule")
        room = layout.tick_room(column)
        text = metrics.clip(tick.text, room, TICK_SIZE, bold=tick.is_known)
        class_ = "cx-ink" if tick.is_known else "cx-muted"
        canvas.text(x, y - 11, text, class_, TICK_SIZE, bold=tick.is_known, room=room, rtl=False)


# Arrows


def _draw_arrows(canvas: Canvas, layout: LadderLayout) -> None:
    told = layout.to_told()
    if told is not None:
        _draw_arrow(canvas, told, "flow")
    for index, rung in enumerate(layout.ladder.rungs):
        _draw_arrow(canvas, layout.to_rung(index), arrow_class(rung))
    for index, rung in enumerate(layout.ladder.rungs):
        if rung.within:
            _draw_label(canvas, layout, index, rung)


def arrow_class(rung: Rung) -> str:
    """Return how the arrow to a level is drawn: up, to the side, or dashed where no time is stated."""
    if not rung.within:
        return "loop"
    return "flow" if rung.kind == "functional" else "handoff"


def _draw_arrow(canvas: Canvas, points: Sequence[Point], class_: str) -> None:
    canvas.path(rounded_path(points), f"cx-{class_}")
    draw_arrow_head(canvas, points[-2], points[-1], f"cx-head-{class_}")


def _draw_label(canvas: Canvas, layout: LadderLayout, index: int, rung: Rung) -> None:
    x, y = layout.label_at(index)
    text = metrics.clip(rung.within, _MOST_LABEL, _LABEL, bold=True)
    width = metrics.width(text, _LABEL, bold=True)
    x = min(max(x, EDGE + LABEL_COLUMN + width / 2), layout.width - EDGE - width / 2 - 6)
    canvas.rect(x - width / 2 - 5, y - 8, width + 10, 16, "cx-ground")
    canvas.text(x, y + 3.7, text, "cx-ink", _LABEL, bold=True, anchor="middle", room=width)


# Cards


def _draw_card(
    canvas: Canvas, place: Point, strips: list[Strip], notes: tuple[Note, ...], *, is_ghost: bool
) -> None:
    x, y = place
    height = card_height(strips)
    canvas.rect(x, y, CARD, height, "cx-card cx-ghost" if is_ghost else "cx-card", radius=6)
    draw_strips(canvas, x + CARD_PAD, y + CARD_PAD - 1, strips)
    draw_finding_frame(canvas, (x, y, CARD, height), notes)


def _draw_start(canvas: Canvas, layout: LadderLayout) -> None:
    start, strips = layout.ladder.start, layout.start_strips
    with canvas.linked(None, start.label):
        place = layout.card_left(0), layout.card_top(1, strips)
        _draw_card(canvas, place, strips, start.notes, is_ghost=start.is_ghost)


def _draw_customer(canvas: Canvas, layout: LadderLayout, words: Words) -> None:
    told, strips = layout.ladder.told, layout.told_strips
    left, right = layout.card_left(0), layout.width - EDGE - 10
    with canvas.linked(None, told.label):
        if told.column is not None:
            place = layout.card_left(told.column), layout.card_top(0, strips)
            _draw_card(canvas, place, strips, told.notes, is_ghost=False)
        else:
            y = layout.untold_top
            canvas.rect(left, y, right - left, RIBBON, "cx-card cx-ghost", radius=6)
            draw_icon(canvas, left + CARD_PAD, y + 7, "chat")
            room = right - left - 2 * CARD_PAD - 20
            text = metrics.clip(told.text, room, 12)
            canvas.text(left + CARD_PAD + 20, y + 18.2, text, "cx-name cx-muted", 12, room=room, rtl=False)
            draw_finding_frame(canvas, (left, y, right - left, RIBBON), told.notes)
    y = layout.lanes[0].top + 10
    updates = layout.ladder.updates
    for update in updates[:MOST_UPDATES]:
        _draw_update(canvas, (left, y, right - left), update)
        y += RIBBON + 8
    if len(updates) > MOST_UPDATES:
        more = words("and {count} more", count=len(updates) - MOST_UPDATES)
        canvas.text(left + CARD_PAD, y + 9, more, "cx-muted", 11)


def _draw_update(canvas: Canvas, box: tuple[float, float, float], update: Update) -> None:
    """Draw what the customer hears all the while: a card along the whole axis."""
    x, y, width = box
    with canvas.linked(update.href, update.label):
        canvas.rect(x, y, width, RIBBON, "cx-card", radius=14)
        draw_icon(canvas, x + CARD_PAD + 2, y + 7, update.icon)
        left = x + CARD_PAD + 22
        room = width - 2 * CARD_PAD - 30
        badge = 0.0
        if update.owner is not None:
            name = metrics.clip(update.owner.name, 240, 11)
            badge = BADGE_WIDTH + 6 + metrics.width(name, 11) + 16
        text = metrics.clip(update.text, room - badge, 12)
        canvas.text(left, y + 18.2, text, "cx-name", 12, room=room - badge, rtl=False)
        if update.owner is not None:
            at = left + metrics.width(text, 12) + 16
            draw_code(canvas, at, y + 6.5, update.owner)
            name_room = badge - BADGE_WIDTH - 22
            canvas.text(at + BADGE_WIDTH + 6, y + 17.8, name, "cx-muted", 11, room=name_room, rtl=False)


def _draw_rung(canvas: Canvas, layout: LadderLayout, index: int, rung: Rung) -> None:
    strips = layout.rung_strips[index]
    with canvas.linked(rung.href, rung.label):
        place = layout.card_left(rung.column), layout.card_top(index + 2, strips)
        _draw_card(canvas, place, strips, rung.notes, is_ghost=rung.is_ghost)


def _draw_nobody(canvas: Canvas, layout: LadderLayout, words: Words) -> None:
    lane = layout.lanes[-1]
    text = words("No level is stated: nobody is called in")
    canvas.text(
        layout.card_left(0), lane.middle + 4.3, metrics.clip(text, 600, 12), "cx-muted", 12, rtl=False
    )


def _draw_pill(canvas: Canvas, layout: LadderLayout, index: int, end: End) -> None:
    x, y, width = layout.pill(index)
    with canvas.linked(end.href, end.label):
        class_ = "cx-bad" if end.is_sure else "cx-bad cx-missing"
        canvas.rect(x, y, width, 18, class_, radius=9)
        draw_icon(canvas, x + 7, y + 3.5, "target", size=11, class_="cx-bad-line")
        room = width - 24 - 6 - 10
        left_over = max(room / 2, room - metrics.width(metrics.clean(end.name), PILL_SIZE))
        target_room = min(metrics.width(metrics.clean(end.target), PILL_SIZE, bold=True), left_over)
        name_room = room - target_room
        name = metrics.clip(end.name, name_room, PILL_SIZE)
        target = metrics.clip(end.target, target_room, PILL_SIZE, bold=True)
        canvas.text(x + 24, y + 12.7, name, "cx-bad-text cx-name", PILL_SIZE, room=name_room, rtl=False)
        at = x + 24 + metrics.width(name, PILL_SIZE) + 6
        canvas.text(at, y + 12.7, target, "cx-bad-text", PILL_SIZE, bold=True, room=target_room, rtl=False)


# The names of lanes alone


def left_band(lane: Lane, width: float) -> str:
    """Return path data of a lane's left side, for the part of the picture that stays."""
    return (
        f"M{number(width)} {number(lane.top)}H18a8 8 0 0 0 -8 8V{number(lane.bottom - 8)}"
        f"a8 8 0 0 0 8 8H{number(width)}Z"
    )
