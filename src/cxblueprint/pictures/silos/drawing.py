"""Draws the teams behind a journey: lanes, cards, and the ways between them."""

from __future__ import annotations

from cxblueprint.pictures import key
from cxblueprint.pictures.arrows import draw_arrows
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.outline import Node, Outline
from cxblueprint.pictures.outline import Tie as OutlineTie
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.paper import Grid
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.router import Cell
from cxblueprint.pictures.sheet import Part, Sheet
from cxblueprint.pictures.silos.layout import CARD_PAD, CARD_WIDTH, EDGE, LABEL_COLUMN, Layout
from cxblueprint.pictures.silos.scene import Card, SilosScene
from cxblueprint.pictures.strips import BADGE_WIDTH, draw_code
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

VIEW = "silos"


def draw_scene(scene: SilosScene, asked: Asked) -> Picture:
    """Return the picture of a scene."""
    layout = Layout(scene)
    names = EDGE + LABEL_COLUMN - 6 if scene.lanes else 0.0
    part = Part(
        layout.width,
        layout.foot,
        lambda canvas: _draw(canvas, layout, asked.words),
        (lambda canvas: _draw_names(canvas, layout, names)) if scene.lanes else None,
        Grid(layout.heads_top, layout.foot, layout.width, names, layout.borders, layout.stage_borders),
    )
    footer = _footer(scene, layout, asked.words)
    return Sheet(VIEW, scene.heading, [part], footer, scene.table, _outline(scene)).picture(asked.theme)


def _draw(canvas: Canvas, layout: Layout, words: Words) -> None:
    layout.title.draw(canvas)
    if not layout.scene.columns:
        nothing = words("This journey has no steps yet")
        canvas.text(MARGIN, layout.heads_top + 16, nothing, "cx-muted", 12.5)
        return
    layout.heads.draw_stages(canvas, layout.heads_top)
    for lane in range(len(layout.scene.lanes)):
        _draw_band(canvas, layout, lane, layout.width - 2 * EDGE)
    draw_arrows(canvas, layout.arrows, {}, layout.band_at)
    _draw_columns(canvas, layout)


def _band_class(layout: Layout, lane: int) -> str:
    return "cx-lane-support" if layout.scene.lanes[lane].tone is not None else "cx-lane-unpleasant"


def _draw_band(canvas: Canvas, layout: Layout, lane: int, width: float) -> None:
    top, bottom = layout.band_tops[lane], layout.band_bottom(lane)
    canvas.rect(EDGE, top, width, bottom - top, _band_class(layout, lane), radius=8)
    _draw_lane_name(canvas, layout, lane)


def _draw_lane_name(canvas: Canvas, layout: Layout, lane: int) -> None:
    owner, name = layout.scene.lanes[lane], layout.lane_name(lane)
    middle = layout.card_tops[lane] + layout.card_heights[lane] / 2
    draw_code(canvas, EDGE + 10, middle - 7.5, owner)
    room = LABEL_COLUMN - BADGE_WIDTH - 34
    for order, line in enumerate(name.lines):
        y = middle + (order - (name.count - 1) / 2) * 15 + 4.4
        x = EDGE + 10 + BADGE_WIDTH + 8
        canvas.text(x, y, line, "cx-ink", 12.5, bold=True, room=room, rtl=False)


def _draw_columns(canvas: Canvas, layout: Layout) -> None:
    """Draw step by step, so that a screen reader walks the journey in its order."""
    for column in range(len(layout.scene.columns)):
        layout.heads.draw_column(canvas, layout.heads_top, column)
        for lane in range(len(layout.scene.lanes)):
            card = layout.cells.get(Cell(column, lane))
            if card is not None:
                _draw_card(canvas, layout, Cell(column, lane), card)


def _draw_card(canvas: Canvas, layout: Layout, cell: Cell, card: Card) -> None:
    x, y, height = layout.left(cell), layout.top(cell), layout.card_heights[cell.lane]
    text = layout.texts[cell]
    with canvas.linked(card.href, card.label):
        class_ = "cx-card cx-ghost" if card.is_ghost else "cx-card"
        canvas.rect(x, y, CARD_WIDTH, height, class_, radius=6)
        for order, line in enumerate(text.lines):
            baseline = y + height / 2 + (order - (text.count - 1) / 2) * 15 + 4.2
            canvas.text(x + CARD_PAD, baseline, line, "cx-name", 12, room=CARD_WIDTH - 2 * CARD_PAD)
        draw_finding_frame(canvas, (x, y, CARD_WIDTH, height), card.notes)


def _draw_names(canvas: Canvas, layout: Layout, width: float) -> None:
    """Draw the teams alone, on what is left of their bands."""
    top = layout.band_tops[0]
    canvas.rect(0, top - 4, width, layout.bands_bottom - top + 8, "cx-ground")
    for lane in range(len(layout.scene.lanes)):
        y, bottom = layout.band_tops[lane], layout.band_bottom(lane)
        canvas.path(
            f"M{number(width)} {number(y)}H18a8 8 0 0 0 -8 8V{number(bottom - 8)}"
            f"a8 8 0 0 0 8 8H{number(width)}Z",
            _band_class(layout, lane),
        )
        _draw_lane_name(canvas, layout, lane)


def _footer(scene: SilosScene, layout: Layout, words: Words) -> key.Footer:
    entries = key.marker_entries((mark.marker for column in scene.columns for mark in column.marks), words)
    kinds = {tie.kind for tie in scene.ties}
    for kind, text in (
        ("flow", words("Within a team, or the customer moves on")),
        ("handoff", words("Hand-off between teams")),
        ("unagreed", words("Hand-off without an agreement")),
        ("undeclared", words("Work passes, and no hand-off is declared")),
    ):
        if kind in kinds:
            entries.append(key.arrow_entry(kind, text))
    if any(card.is_ghost for card in scene.cards):
        entries.append(key.box_entry("cx-card cx-ghost", words("Not declared")))
    rows = ((words("Key"), tuple(entries)),) if entries else ()
    return key.Footer(rows, scene.notes, scene.remarks, layout.width, words)


def _outline(scene: SilosScene) -> Outline:
    nodes = tuple(
        Node(
            str(order),
            f"{scene.columns[card.column].number} {scene.columns[card.column].name}\n{card.text}",
            str(card.lane),
            card.href,
            is_ghost=card.is_ghost,
        )
        for order, card in enumerate(scene.cards)
    )
    ties = tuple(OutlineTie(str(tie.source), str(tie.target), kind=tie.kind) for tie in scene.ties)
    groups = tuple((str(lane), owner.name) for lane, owner in enumerate(scene.lanes))
    columns: dict[int, list[str]] = {}
    for order, card in enumerate(scene.cards):
        columns.setdefault(card.column, []).append(str(order))
    return Outline(nodes, ties, groups, columns=tuple(map(tuple, columns.values())))
