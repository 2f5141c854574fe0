"""Draws a journey map: rows, the feeling curve, and one group for each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrows
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.journey_map.curve import FACE, draw_curve, draw_face
from cxblueprint.pictures.journey_map.layout import FEELING, MOST_OF_A_FEELING, NAME, Layout
from cxblueprint.pictures.journey_map.scene import MapScene, Moment, Row
from cxblueprint.pictures.paper import Grid
from cxblueprint.pictures.router import Cell
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.sheet import Part
from cxblueprint.pictures.strips import draw_strips
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

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


def parts_and_footer(
    scenes: Sequence[MapScene], notes: Sequence[Note], words: Words
) -> tuple[list[Part], key.Footer]:
    """Return the drawings of scenes at the same scale, and one key for all of them."""
    layouts = [Layout(scene, words, among=scenes) for scene in scenes]
    return [_part(layout, words) for layout in layouts], _footer(layouts, notes, words)


def _part(layout: Layout, words: Words) -> Part:
    names = _EDGE + layout.label_column - 2
    return Part(
        layout.width,
        layout.foot,
        lambda canvas: _draw(canvas, layout, words),
        (lambda canvas: _draw_names(canvas, layout, names)) if layout.scene.columns else None,
        Grid(layout.heads_top, layout.foot, layout.width, names, layout.borders, layout.stage_borders),
    )


def _draw(canvas: Canvas, layout: Layout, words: Words) -> None:
    scene = layout.scene
    layout.title.draw(canvas)
    if not scene.columns:
        nothing = words("This journey has no steps yet")
        canvas.text(MARGIN, layout.heads_top + 16, nothing, "cx-muted", 12.5)
        return
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


def _draw_names(canvas: Canvas, layout: Layout, width: float) -> None:
    """Draw the names of rows alone, on what is left of their bands."""
    top = layout.tops[layout.rows[0]]
    canvas.rect(0, top - 4, width, layout.foot - top, "cx-ground")
    _draw_rows(canvas, layout, width, left_part=True)


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


def _footer(layouts: Sequence[Layout], notes: Sequence[Note], words: Words) -> key.Footer:
    scenes = [layout.scene for layout in layouts]
    columns = [column for scene in scenes for column in scene.columns]
    entries = key.change_entries(columns, words)
    entries += key.marker_entries((mark.marker for column in columns for mark in column.marks), words)
    if any("standards" in layout.rows for layout in layouts):
        entries.append(key.icon_entry("target", words("Service standard: its target"), "cx-info-line"))
    classes = {"loop" if way.is_back else "flow" for scene in scenes for way in scene.ways}
    if "flow" in classes:
        entries.append(key.arrow_entry("flow", words("Way on")))
    if "loop" in classes:
        entries.append(key.arrow_entry("loop", words("Back to an earlier step")))
    if any(_has_gap(layout) for layout in layouts):
        entries.append(key.line_entry("curve-gap", words("Feeling not stated")))
    rows = ((words("Key"), tuple(entries)),) if entries else ()
    width = max(layout.width for layout in layouts)
    return key.Footer(rows, tuple(notes), tuple(_remarks(scenes, words)), width, words)


def _has_gap(layout: Layout) -> bool:
    columns, _ = layout.feeling_points() if "feeling" in layout.rows else ([], [])
    return any(b - a > 1 for a, b in pairwise(columns))


def _remarks(scenes: Sequence[MapScene], words: Words) -> Iterator[str]:
    """Yield what is said below the drawings, and of which, where there are several."""
    for scene in scenes:
        for remark in scene.remarks:
            whose = words("{who}: {what}", who=scene.heading.title, what=remark)
            yield remark if len(scenes) == 1 else whose
