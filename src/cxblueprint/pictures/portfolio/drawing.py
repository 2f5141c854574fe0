"""Draws the portfolio: heads, a row for each journey, and the key."""

from __future__ import annotations

from cxblueprint.pictures import key
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.frame import MARGIN, title_block
from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.portfolio.layout import (
    HEAD,
    HEAD_LEADING,
    NAME,
    NAME_LEADING,
    Column,
    KeyRows,
    Layout,
    RowBox,
)
from cxblueprint.pictures.portfolio.scene import PortfolioScene, Row, Square
from cxblueprint.pictures.portfolio.squares import draw_kind, draw_squares, square_names
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.spark import HEIGHT, WIDTH, spark_of
from cxblueprint.pictures.strips import SMALL
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

VIEW = "portfolio"
_LEAST_WIDTH = 640.0
_TONES = ("bad", "warn", "info")
_NOTHING = "\u2013"


def draw_scene(scene: PortfolioScene, asked: Asked) -> Picture:
    """Return the picture of a scene."""
    draw = _draw_rows if scene.rows else _draw_nothing
    canvas, width, height = draw(scene, asked.words)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (width, height),
        table=scene.table,
        notes=scene.notes,
        theme=asked.theme,
        outline=_outline(scene, asked.words),
    )


def _draw_nothing(scene: PortfolioScene, words: Words) -> tuple[Canvas, float, float]:
    canvas = Canvas(mirror=_LEAST_WIDTH if words.is_rtl else None)
    title = title_block(scene.heading, _LEAST_WIDTH)
    footer = key.Footer((), scene.notes, (), _LEAST_WIDTH, words)
    foot = title.bottom + 44
    canvas.rect(0, 0, _LEAST_WIDTH, foot + footer.height, "cx-ground")
    title.draw(canvas)
    canvas.text(MARGIN, title.bottom + 26, words("No journey is declared yet"), "cx-muted", 12.5)
    footer.draw(canvas, foot)
    return canvas, _LEAST_WIDTH, foot + footer.height


def _draw_rows(scene: PortfolioScene, words: Words) -> tuple[Canvas, float, float]:
    layout = Layout(scene, _key(scene, words), words)
    canvas = Canvas(mirror=layout.width if words.is_rtl else None)
    rows = () if layout.signs_are_above else layout.signs.rows
    footer = key.Footer(rows, scene.notes, (), layout.width, words)
    height = layout.foot + footer.height
    canvas.rect(0, 0, layout.width, height, "cx-ground")
    layout.title.draw(canvas)
    if layout.signs_are_above:
        layout.signs.draw(canvas, layout.title.bottom + 8)
    canvas.rect(
        MARGIN - 4, layout.top, layout.width - 2 * MARGIN + 8, layout.head_height, "cx-chip", radius=6
    )
    for column, head in layout.heads.items():
        for order, line in enumerate(head.lines):
            baseline = layout.top + 17 + order * HEAD_LEADING
            room = layout.widths[column]
            canvas.text(layout.lefts[column], baseline, line, "cx-ink", HEAD, bold=True, room=room)
    for box in layout.rows:
        _draw_row(canvas, layout, box, words)
    for above, below in zip(layout.rows, layout.rows[1:], strict=False):
        # What is to replace the journey above belongs to it.
        left = layout.lefts["name"] + below.indent if below.row.depth else MARGIN - 4
        canvas.line(left, above.top + above.height, layout.width - MARGIN + 4, below.top, "cx-rule")
    footer.draw(canvas, layout.foot)
    return canvas, layout.width, height


# Rows


def _draw_row(canvas: Canvas, layout: Layout, box: RowBox, words: Words) -> None:
    row, middle, lefts = box.row, box.middle, layout.lefts
    with canvas.linked(row.href, row.label):
        left, width = MARGIN - 4, layout.width - 2 * MARGIN + 8
        canvas.rect(left, box.top + 1, width, box.height - 2, "cx-hit", radius=5)
        _draw_name(canvas, layout, box)
        draw_squares(canvas, lefts["standards"], middle, row.squares)
        _draw_feeling(canvas, lefts["feeling"], middle, row)
        cells: dict[Column, tuple[str, str]] = {
            "owners": (
                str(row.owners or _NOTHING),
                words("{n} without", n=row.unowned) if row.unowned else "",
            ),
            "handoffs": (
                f"{row.handoffs.agreed} / {row.handoffs.declared}" if row.handoffs.declared else _NOTHING,
                words("{n} not declared", n=row.handoffs.undeclared) if row.handoffs.undeclared else "",
            ),
            "kpis": (_kpis(row), ""),
        }
        for column, (text, more) in cells.items():
            _draw_cell(canvas, lefts[column], middle, (text, more), layout.widths[column])
        if "found" in lefts:
            _draw_found(canvas, layout, middle, row)


def _kpis(row: Row) -> str:
    if not row.touchpoint_kpis:
        return str(row.kpis or _NOTHING)
    return f"{row.kpis} + {row.touchpoint_kpis}"


def _draw_name(canvas: Canvas, layout: Layout, box: RowBox) -> None:
    x, y = layout.lefts["name"] + box.indent, box.first_line
    if box.row.depth:
        _draw_elbow(canvas, x - 15, y - 4)
    room = layout.widths["name"] - box.indent
    for order, line in enumerate(box.name.lines):
        canvas.text(x, y + order * NAME_LEADING, line, "cx-name", NAME, bold=True, room=room, rtl=False)
    if box.under:
        baseline = y + box.name.count * NAME_LEADING - 1
        canvas.text(x, baseline, box.under, "cx-muted", SMALL, room=room, rtl=False)


def _draw_elbow(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(f"M{number(x)} {number(y - 9)}v9h9m-3.5 -3.5l3.5 3.5l-3.5 3.5", "cx-icon")


def _draw_feeling(canvas: Canvas, x: float, middle: float, row: Row) -> None:
    curve = spark_of(row.feelings, x, middle - HEIGHT / 2)
    if curve is None:
        canvas.text(x, middle + 4.2, _NOTHING, "cx-muted", NAME)
        return
    canvas.line(x, middle, x + WIDTH, middle, "cx-rule")
    canvas.path(curve.path, "cx-feeling")
    if curve.low is not None:
        canvas.element("circle", cx=curve.low[0], cy=curve.low[1], r=3.2, class_="cx-bad")


def _draw_cell(canvas: Canvas, x: float, middle: float, texts: tuple[str, str], room: float) -> None:
    text, more = texts
    y = middle + (-2.4 if more else 4.2)
    canvas.text(x, y, text, "cx-muted" if text == _NOTHING else "cx-ink", NAME, room=room)
    canvas.text(x, y + 13.5, more, "cx-muted", SMALL, room=room)


def _draw_found(canvas: Canvas, layout: Layout, middle: float, row: Row) -> None:
    x = layout.lefts["found"]
    if not any(row.found):
        canvas.text(x, middle + 4.2, _NOTHING, "cx-muted", NAME)
    for order, count in enumerate(row.found):
        if count:
            left = x + order * layout.count_width
            draw_severity(canvas, left + 5, middle, order)
            canvas.text(left + 14, middle + 4.2, str(count), "cx-ink", NAME)


def draw_severity(canvas: Canvas, x: float, y: float, order: int) -> None:
    """Draw the sign of a severity around its middle, the worst being 0: square, triangle, disc."""
    class_ = f"cx-{_TONES[order]}-solid"
    if order == 0:
        canvas.path(f"M{number(x - 5)} {number(y - 5)}h10v10h-10z", class_)
    elif order == 1:
        canvas.path(f"M{number(x)} {number(y - 5.5)}l6 10.5h-12z", class_)
    else:
        canvas.element("circle", cx=x, cy=y, r=5, class_=class_)


# Key


def _key(scene: PortfolioScene, words: Words) -> KeyRows:
    squares = {square for row in scene.rows for square in row.squares}
    entries: list[key.Entry] = []
    for square, text in square_names(words).items():
        if square in squares:
            entries.append(_square_entry(square, text))
    curves = [curve for row in scene.rows if (curve := spark_of(row.feelings))]
    if any(curve.low for curve in curves):
        entries.append(key.Entry(9, _draw_low, words("Lowest feeling")))
    if any(row.depth for row in scene.rows):
        entries.append(
            key.Entry(
                13, lambda canvas, x, y: _draw_elbow(canvas, x, y + 4), words("Is to replace what is above")
            )
        )
    for order, text in enumerate((words("Error"), words("Warning"), words("Remark"))):
        if any(row.found[order] for row in scene.rows):
            entries.append(_severity_entry(order, text))
    return ((words("Key"), tuple(entries)),) if entries else ()


def _square_entry(square: Square, text: str) -> key.Entry:
    return key.Entry(11, lambda canvas, x, y: draw_kind(canvas, square, ((x + 0.5, y - 5),)), text)


def _severity_entry(order: int, text: str) -> key.Entry:
    return key.Entry(11, lambda canvas, x, y: draw_severity(canvas, x + 5.5, y, order), text)


def _draw_low(canvas: Canvas, x: float, y: float) -> None:
    canvas.element("circle", cx=x + 4, cy=y, r=3.2, class_="cx-bad")


def _outline(scene: PortfolioScene, words: Words) -> Outline:
    nodes = tuple(Node(row.key, f"{row.name}\n{row.under}", row.owner, row.href) for row in scene.rows)
    ties = tuple(
        Tie(row.key, row.replaces, words("is to replace"), "loop")
        for row in scene.rows
        if row.replaces is not None
    )
    return Outline(nodes, ties, scene.owners)
