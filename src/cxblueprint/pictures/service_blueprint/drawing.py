"""Draws a service blueprint: bands, arrows, cards, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from cxblueprint.pictures import frame, key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrows
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.paper import Grid
from cxblueprint.pictures.router import Cell
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.service_blueprint.cards import CARD_PAD
from cxblueprint.pictures.service_blueprint.layout import LINE_NAME, NAME, Layout
from cxblueprint.pictures.service_blueprint.scene import BlueprintScene, Card
from cxblueprint.pictures.sheet import Part
from cxblueprint.pictures.strips import draw_strips, height_of
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

_EDGE = 10.0


def parts_and_footer(
    scenes: Sequence[BlueprintScene], notes: Sequence[Note], words: Words
) -> tuple[list[Part], key.Footer]:
    """Return the drawings of scenes at the same scale, and one key for all of them."""
    layouts = [Layout(scene, words, among=scenes) for scene in scenes]
    return [_part(layout, words) for layout in layouts], _footer(layouts, notes, words)


def _part(layout: Layout, words: Words) -> Part:
    # The frame of a finding around a card in the first column stays free of the names.
    names = _EDGE + layout.label_column - 6
    return Part(
        layout.width,
        layout.foot,
        lambda canvas: _draw(canvas, layout, words),
        (lambda canvas: _draw_names(canvas, layout, names)) if layout.scene.columns else None,
        Grid(layout.heads_top, layout.foot, layout.width, names, layout.borders, layout.stage_borders),
    )


def _draw(canvas: Canvas, layout: Layout, words: Words) -> None:
    layout.title.draw(canvas)
    if layout.scene.columns:
        layout.heads.draw_stages(canvas, layout.heads_top)
        _draw_bands(canvas, layout, layout.width)
        draw_arrows(canvas, layout.arrows, layout.labels, layout.band_at)
        _draw_columns(canvas, layout)
    else:
        nothing = words("This journey has no steps yet")
        canvas.text(frame.MARGIN, layout.heads_top + 16, nothing, "cx-muted", 12.5)


# Bands


def _draw_bands(canvas: Canvas, layout: Layout, right: float) -> None:
    for index, lane in enumerate(layout.lanes):
        top, bottom = layout.band_tops[index], layout.band_bottom(index)
        canvas.rect(_EDGE, top, right - 2 * _EDGE, bottom - top, f"cx-lane-{lane}", radius=8)
        _draw_lane_name(canvas, layout, index)
    for y, name in layout.boundaries:
        _draw_boundary(canvas, layout, (y, name), right - _EDGE)


def _draw_lane_name(canvas: Canvas, layout: Layout, index: int) -> None:
    name = layout.lane_name(layout.lanes[index])
    middle = layout.card_tops[index] + layout.card_heights[index] / 2
    for order, line in enumerate(name.lines):
        baseline = middle + (order - (name.count - 1) / 2) * 15 + 4.4
        room = layout.label_column - 34
        canvas.text(_EDGE + 12, baseline, line, "cx-ink", NAME, bold=True, room=room)


def _draw_boundary(canvas: Canvas, layout: Layout, line: tuple[float, str], right: float) -> None:
    y, room = line[0], layout.label_column - 6
    name = metrics.clip(line[1], room - 12, LINE_NAME, bold=True)
    canvas.text(_EDGE + 12, y + 3.7, name, "cx-ink", LINE_NAME, bold=True, room=room, rtl=False)
    start = _EDGE + 12 + metrics.width(name, LINE_NAME, bold=True) + 7
    canvas.line(start, y, right, y, "cx-boundary")


def _draw_names(canvas: Canvas, layout: Layout, width: float) -> None:
    """Draw the names of lanes and lines alone, on what is left of their bands."""
    top = layout.band_tops[0]
    canvas.rect(0, top - 4, width, layout.bands_bottom - top + 8, "cx-ground")
    for index, lane in enumerate(layout.lanes):
        y, bottom = layout.band_tops[index], layout.band_bottom(index)
        canvas.path(
            f"M{number(width)} {number(y)}H18a8 8 0 0 0 -8 8V{number(bottom - 8)}"
            f"a8 8 0 0 0 8 8H{number(width)}Z",
            f"cx-lane-{lane}",
        )
        _draw_lane_name(canvas, layout, index)
    for y, name in layout.boundaries:
        _draw_boundary(canvas, layout, (y, name), width)


# Cards


def _draw_columns(canvas: Canvas, layout: Layout) -> None:
    """Draw step by step, so that a screen reader walks the journey in its order."""
    for column in range(len(layout.scene.columns)):
        layout.heads.draw_column(canvas, layout.heads_top, column)
        for lane in range(len(layout.lanes)):
            cell = Cell(column, lane)
            if cell in layout.cells:
                _draw_card(canvas, layout, cell, layout.cells[cell])


def _draw_card(canvas: Canvas, layout: Layout, cell: Cell, card: Card) -> None:
    x, y = layout.left(cell), layout.top(cell)
    width, height = layout.card_width, layout.card_heights[cell.lane]
    with canvas.linked(card.href, card.label):
        canvas.rect(x, y, width, height, "cx-card cx-ghost" if card.is_ghost else "cx-card", radius=6)
        content = layout.contents[cell]
        draw_strips(canvas, x + CARD_PAD, y + CARD_PAD - 2, content.upper)
        foot = y + height - CARD_PAD + 1 - height_of(content.lower)
        draw_strips(canvas, x + CARD_PAD, foot, content.lower)
        draw_finding_frame(canvas, (x, y, width, height), card.notes)


# Key


def _footer(layouts: Sequence[Layout], notes: Sequence[Note], words: Words) -> key.Footer:
    scenes = [layout.scene for layout in layouts]
    cards = [card for scene in scenes for card in scene.cards]
    columns = [column for scene in scenes for column in scene.columns]
    classes = {class_ for layout in layouts for class_ in layout.classes}
    entries = key.change_entries(columns, words)
    entries += key.marker_entries((mark.marker for column in columns for mark in column.marks), words)
    if any(card.standards for card in cards):
        entries.append(key.icon_entry("target", words("Service standard: its target"), "cx-info-line"))
    for class_, text in (
        ("flow", words("Flow")),
        ("loop", words("Back to an earlier step")),
        ("handoff", words("Hand-off between teams")),
    ):
        if class_ in classes:
            entries.append(key.arrow_entry(class_, text))
    if any(item.system for card in cards for item in card.items):
        entries.append(key.icon_entry("system", words("System")))
    if any(card.is_ghost for card in cards):
        entries.append(key.box_entry("cx-card cx-ghost", words("Not stated")))
    teams = key.owner_entries(
        chain.from_iterable(
            [*([card.owner] if card.owner else []), *(item.team for item in card.items if item.team)]
            for card in cards
        )
    )
    channels = key.channel_entries(channel for scene in scenes for channel in scene.channels)
    rows = (
        (words("Key"), tuple(entries)),
        (words("Channels"), tuple(channels)),
        (words("Teams"), tuple(teams)),
    )
    width = max(layout.width for layout in layouts)
    return key.Footer(tuple(row for row in rows if row[1]), tuple(notes), (), width, words)
