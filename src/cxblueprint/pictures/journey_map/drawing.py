"""Draws a journey map: rows, the feeling curve, and one group for each step."""

from __future__ import annotations

from itertools import pairwise

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrows
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.journey_map.curve import FACE, draw_curve, draw_face
from cxblueprint.pictures.journey_map.layout import FEELING, MOST_OF_A_FEELING, NAME, Layout
from cxblueprint.pictures.journey_map.scene import MapScene, Moment, Row
from cxblueprint.pictures.picture import Picture, Table
from cxblueprint.pictures.router import Cell
from cxblueprint.pictures.strips import draw_strips
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.theme import Theme
from cxblueprint.pictures.words import Words

VIEW = "journey-map"
_EDGE = 10.0
_LANE_OF_ROW: dict[Row, str] = {
    "ways": "support",
    "doing": "customer",
    "channel": "support",
    "thinking": "evidence",
    "pains": "unpleasant",
    "opportunities": "pleasant",
    "standards": "support",
    "findings": "backstage",
}


def draw_scene(scene: MapScene, table: Table, theme: Theme) -> Picture:
    """Return the picture of a scene."""
    words = theme.words
    layout = Layout(scene, words)
    footer = _footer(scene, layout, words)
    canvas = Canvas(mirror=layout.width if words.is_rtl else None)
    height = layout.foot + footer.height
    canvas.rect(0, 0, layout.width, height, "cx-ground")
    layout.title.draw(canvas)
    if scene.columns:
        layout.heads.draw_stages(canvas, layout.heads_top)
        _draw_rows(canvas, layout, layout.width - _EDGE)
        _draw_separators(canvas, layout)
        if scene.ways:
            draw_arrows(canvas, layout.arrows, layout.labels, lambda _: "support")
        if "feeling" in layout.rows:
            columns, points = layout.feeling_points()
            with canvas.within("g", aria_hidden="true"):
                draw_curve(canvas, points, columns)
        for column, moment in enumerate(scene.moments):
            _draw_moment(canvas, layout, column, moment)
    else:
        nothing = words("This journey has no steps yet")
        canvas.text(MARGIN, layout.heads_top + 16, nothing, "cx-muted", 12.5)
    footer.draw(canvas, layout.foot)
    return Picture(
        view=VIEW,
        title=scene.heading.title,
        description=scene.heading.description,
        width=round(layout.width, 2),
        height=round(height, 2),
        table=table,
        notes=tuple(str(note) for note in scene.notes),
        theme=theme,
        uid=scene.heading.uid,
        body=canvas.markup(),
        sticky=_sticky(layout, words) if scene.columns else "",
    )


# Rows


def _draw_rows(canvas: Canvas, layout: Layout, right: float, *, left_part: bool = False) -> None:
    """Draw the bands and their names; for the sticky part, cut off at the right."""
    for row in layout.rows:
        top, height = layout.tops[row], layout.heights[row]
        if row == "feeling":
            _draw_feeling_band(canvas, layout, right, left_part=left_part)
        elif left_part:
            canvas.path(_left_band(right, top, height), f"cx-lane-{_LANE_OF_ROW[row]}")
        else:
            canvas.rect(_EDGE, top, right - _EDGE, height, f"cx-lane-{_LANE_OF_ROW[row]}", radius=8)
        middle = top + height / 2
        room = layout.name_room(row)
        name = metrics.clip(layout.names[row], room, NAME, bold=True)
        canvas.text(_EDGE + 12, middle + 4.4, name, "cx-ink", NAME, bold=True, room=room)


def _left_band(right: float, top: float, height: float) -> str:
    return (
        f"M{number(right)} {number(top)}H18a8 8 0 0 0 -8 8V{number(top + height - 8)}"
        f"a8 8 0 0 0 8 8H{number(right)}Z"
    )


def _draw_feeling_band(canvas: Canvas, layout: Layout, right: float, *, left_part: bool) -> None:
    """Draw the good half, the bad half, and the names of the feelings."""
    left = _EDGE + layout.label_column - 2
    top, half = layout.tops["feeling"], layout.heights["feeling"] / 2
    if not left_part:
        canvas.path(_half_band(left, right, top, half, upper=True), "cx-lane-pleasant")
        canvas.path(_half_band(left, right, top + half, half, upper=False), "cx-lane-unpleasant")
    for feeling, name in layout.feelings.items():
        y = layout.feeling_y(feeling)
        if not left_part:
            canvas.line(left, y, right, y, "cx-rule")
        canvas.text(left - 7, y + 3.6, name, "cx-muted", FEELING, anchor="end", room=MOST_OF_A_FEELING)


def _half_band(left: float, right: float, top: float, height: float, *, upper: bool) -> str:
    """Return a half of the feeling band, rounded at its outer corners."""
    bottom = top + height
    if upper:
        return (
            f"M{number(left)} {number(bottom)}V{number(top + 8)}a8 8 0 0 1 8 -8H{number(right - 8)}"
            f"a8 8 0 0 1 8 8V{number(bottom)}Z"
        )
    return (
        f"M{number(left)} {number(top)}V{number(bottom - 8)}a8 8 0 0 0 8 8H{number(right - 8)}"
        f"a8 8 0 0 0 8 -8V{number(top)}Z"
    )


def _draw_separators(canvas: Canvas, layout: Layout) -> None:
    for row in layout.rows:
        if row in ("ways", "feeling"):
            continue
        top, bottom = layout.tops[row] + 6, layout.tops[row] + layout.heights[row] - 6
        for left in layout.lefts[1:]:
            canvas.line(left - 3, top, left - 3, bottom, "cx-rule")


def _sticky(layout: Layout, words: Words) -> str:
    """Return the row names alone: a page lays them over the left side, where they stay."""
    width, height = _EDGE + layout.label_column - 2, round(layout.foot, 2)
    canvas = Canvas(mirror=width if words.is_rtl else None)
    with canvas.within(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        class_="cx-page cx-sticky",
        aria_hidden="true",
        focusable="false",
    ):
        top = layout.tops[layout.rows[0]]
        canvas.rect(0, top - 4, width, layout.foot - top, "cx-ground")
        _draw_rows(canvas, layout, width, left_part=True)
    return canvas.markup()


# Steps


def _draw_moment(canvas: Canvas, layout: Layout, column: int, moment: Moment) -> None:
    with canvas.linked(moment.href, moment.label):
        left, top = layout.lefts[column], layout.heads_top + 30
        canvas.rect(left - 1, top, layout.column_width + 2, layout.foot - top - 8, "cx-hit", radius=8)
        layout.heads.draw_column(canvas, layout.heads_top, column)
        for row in layout.rows:
            if row == "ways":
                _draw_node(canvas, layout, column)
            elif row == "feeling":
                _draw_feeling(canvas, layout, column, moment)
            else:
                draw_strips(canvas, layout.cell_x(column), layout.cell_y(row), layout.cells[row, column])


def _draw_node(canvas: Canvas, layout: Layout, column: int) -> None:
    cell = Cell(column, 0)
    x, y = layout.left(cell), layout.top(cell)
    canvas.rect(x, y, layout.right(cell) - x, layout.bottom(cell) - y, "cx-card", radius=12)
    number_ = str(layout.scene.columns[column].number)
    canvas.text(layout.middle(column), y + 16.2, number_, "cx-ink", 11.5, bold=True, anchor="middle")


def _draw_feeling(canvas: Canvas, layout: Layout, column: int, moment: Moment) -> None:
    if moment.feeling is None:
        return
    x, y = layout.middle(column), layout.feeling_y(moment.feeling)
    draw_face(canvas, x, y, moment.feeling)
    # On the side away from the curve's next turn: below the good, above the bad.
    at = y + FACE + 16 if moment.feeling >= 0 else y - FACE - 8
    canvas.text(x, at, signed(moment.feeling), "cx-ink", 11, bold=True, anchor="middle")


def signed(feeling: float) -> str:
    """Return a feeling as a number with its sign."""
    return "0" if feeling == 0 else f"{feeling:+g}".replace("-", "\u2212")


# Key


def _footer(scene: MapScene, layout: Layout, words: Words) -> key.Footer:
    entries = key.marker_entries((mark.marker for column in scene.columns for mark in column.marks), words)
    if "standards" in layout.rows:
        entries.append(key.icon_entry("target", words("Service standard: its target"), "cx-info-line"))
    classes = {"loop" if way.is_back else "flow" for way in scene.ways}
    if "flow" in classes:
        entries.append(key.arrow_entry("flow", words("Way on")))
    if "loop" in classes:
        entries.append(key.arrow_entry("loop", words("Back to an earlier step")))
    columns, _ = layout.feeling_points() if "feeling" in layout.rows else ([], [])
    if any(b - a > 1 for a, b in pairwise(columns)):
        entries.append(key.line_entry("curve-gap", words("Feeling not stated")))
    rows = ((words("Key"), tuple(entries)),) if entries else ()
    return key.Footer(rows, scene.notes, scene.remarks, layout.width, words)
