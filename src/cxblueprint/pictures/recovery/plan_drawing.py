"""Draws a plan: causes as bars, the actions in their calendar, and the small cards."""

from __future__ import annotations

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.recovery.chart_drawing import draw_chart, draw_hatch
from cxblueprint.pictures.recovery.codes import draw_row_frame
from cxblueprint.pictures.recovery.plan_layout import CARD_PAD, CAUSE_BAR, Placed, PlacedCause, PlanLayout
from cxblueprint.pictures.strips import draw_strips
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import Words

_HEADING_SIZE = 14.0


def draw_plan(canvas: Canvas, layout: PlanLayout, words: Words) -> None:
    """Draw a plan, in the order of its story."""
    (reasons, done, *others) = layout.headings
    cases, cards = _split(layout)
    draw_heading(canvas, *reasons, layout.width)
    for placed in cases:
        _draw_card(canvas, placed)
    for cause in layout.causes:
        _draw_cause(canvas, layout, cause)
    if not layout.causes:
        y = layout.headings[0][0] + 48
        canvas.text(layout.causes_left, y, words("No cause is stated yet"), "cx-muted", 12)
    draw_heading(canvas, *done, layout.width)
    draw_chart(canvas, layout.chart, words)
    for heading in others:
        draw_heading(canvas, *heading, layout.width)
    for y, text in layout.circles:
        room = layout.width - 2 * MARGIN
        canvas.text(MARGIN, y + 12, metrics.clip(text, room, 12), "cx-ink", 12, room=room, rtl=False)
    for placed in cards:
        _draw_card(canvas, placed)


def _split(layout: PlanLayout) -> tuple[list[Placed], list[Placed]]:
    """Return the cards of what happened, and the others."""
    cases = [placed for placed in layout.placed if placed.card in layout.plan.happened]
    return cases, layout.placed[len(cases) :]


def draw_heading(canvas: Canvas, y: float, text: str, width: float) -> None:
    """Draw the heading of a part."""
    room = width - 2 * MARGIN
    shown = metrics.clip(text, room, _HEADING_SIZE, bold=True)
    canvas.text(MARGIN, y + 15, shown, "cx-ink", _HEADING_SIZE, bold=True, room=room, rtl=False)


def _draw_card(canvas: Canvas, placed: Placed) -> None:
    card = placed.card
    box = placed.left, placed.top, placed.width, placed.height
    with canvas.linked(card.href, card.label):
        canvas.rect(*box, "cx-card cx-ghost" if card.is_ghost else "cx-card", radius=6)
        draw_strips(canvas, placed.left + CARD_PAD, placed.top + CARD_PAD - 1, placed.strips)
        draw_finding_frame(canvas, box, card.notes)


def _draw_cause(canvas: Canvas, layout: PlanLayout, placed: PlacedCause) -> None:
    cause, left = placed.cause, layout.causes_left
    with canvas.linked(cause.href, cause.label):
        right = layout.width - MARGIN
        canvas.rect(left - 6, placed.top, right - left + 6, placed.height, "cx-hit", radius=6)
        y = placed.top + (placed.height - placed.name.height - placed.details.height) / 2
        placed.name.draw(canvas, left, y)
        placed.details.draw(canvas, left, y + placed.name.height)
        _draw_share(canvas, layout, placed)
        box = left - 3, placed.top + 3, layout.bars_left - left - 6, placed.height - 6
        draw_row_frame(canvas, box, cause.notes)


def _draw_share(canvas: Canvas, layout: PlanLayout, placed: PlacedCause) -> None:
    """Draw how much of the harm a cause explains: hatched and framed where it is the main one."""
    cause, left = placed.cause, layout.bars_left
    top = placed.top + (placed.height - CAUSE_BAR) / 2
    width = layout.bars_room * cause.share if cause.share is not None else 40.0
    width = max(width, 2.0)
    class_ = "cx-info" if cause.share is not None else "cx-bar cx-ghost"
    canvas.rect(left, top, width, CAUSE_BAR, class_, radius=min(2.0, width / 2))
    if cause.is_main:
        draw_hatch(canvas, left, left + width, top, CAUSE_BAR)
        canvas.rect(left, top, width, CAUSE_BAR, "cx-critical", radius=min(2.0, width / 2))
    text = metrics.clip(cause.share_text, 116, 11, bold=cause.is_main)
    at = left + width + 9
    class_ = "cx-ink" if cause.share is not None else "cx-muted"
    canvas.text(at, top + 11, text, class_, 11, bold=cause.is_main, room=118, rtl=False)
