"""Draws what drives what: columns of cards, and the curves between them."""

from __future__ import annotations

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.curves import HEAD, draw_head
from cxblueprint.pictures.engines import MOST_BOXES, TooLargeError
from cxblueprint.pictures.frame import MARGIN, title_block
from cxblueprint.pictures.layout_graph import Point
from cxblueprint.pictures.measures.layout import HEADING, HEADING_LEADING, Layout, Line
from cxblueprint.pictures.measures.legend import draw_loose_end, key_rows
from cxblueprint.pictures.measures.scene import Card, MeasuresScene, TieKind
from cxblueprint.pictures.outline import Node, Outline
from cxblueprint.pictures.outline import Tie as OutlineTie
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.svg import Canvas, number
from cxblueprint.pictures.words import Words

VIEW = "measures"
_CLASSES: dict[TieKind, str] = {
    "journey": "flow",
    "rollup": "rollup",
    "drives": "drives",
    "holds": "flow",
    "measured": "measured",
    "gap": "unstated",
}
_DRAWN_FIRST: tuple[TieKind, ...] = ("gap", "holds", "measured", "journey", "rollup", "drives")
_WIDTH_WITHOUT_CARDS = 720.0


def draw_scene(scene: MeasuresScene, asked: Asked) -> Picture:
    """Return the picture of a scene; where it is too large for one, that says so."""
    try:
        layout = Layout(scene, asked.layouter)
    except TooLargeError:
        canvas, width, height = _draw_too_large(scene, asked.words)
    else:
        canvas, width, height = _draw_all(scene, layout, asked.words)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (width, height),
        table=scene.table,
        notes=scene.notes,
        theme=asked.theme,
        outline=_outline(scene),
        engine=asked.layouter.used,
    )


def _draw_all(scene: MeasuresScene, layout: Layout, words: Words) -> tuple[Canvas, float, float]:
    footer = key.Footer(key_rows(scene, words), scene.notes, scene.remarks, layout.width, words)
    canvas = Canvas(mirror=layout.width if words.is_rtl else None)
    height = layout.foot + footer.height
    canvas.rect(0, 0, layout.width, height, "cx-ground")
    layout.title.draw(canvas)
    for left, width, heading in zip(layout.lefts, layout.widths, layout.headings, strict=True):
        for order, text in enumerate(heading.lines):
            baseline = layout.heads_top + 11 + order * HEADING_LEADING
            canvas.text(left, baseline, text, "cx-ink", HEADING, bold=True, room=width)
    with canvas.within("g", aria_hidden="true"):
        for line in sorted(layout.lines, key=lambda line: _DRAWN_FIRST.index(line.tie.kind)):
            _draw_line(canvas, line)
    # Column by column, from top to bottom: so a screen reader goes from the journey to what it rests on.
    for card in sorted(scene.cards, key=lambda card: (card.column, layout.box(card)[1])):
        _draw_card(canvas, layout, card)
    footer.draw(canvas, layout.foot)
    return canvas, layout.width, height


def _draw_too_large(scene: MeasuresScene, words: Words) -> tuple[Canvas, float, float]:
    width = _WIDTH_WITHOUT_CARDS
    title = title_block(scene.heading, width)
    text = [
        words(
            "There are {count} things to show, and their ties; a picture shows at most {most}.",
            count=len(scene.cards),
            most=MOST_BOXES,
        ),
        words("The table of this picture lists them all."),
    ]
    if scene.stages > 1:
        text.append(words("A stage of the journey can be drawn alone."))
    footer = key.Footer((), scene.notes, scene.remarks, width, words)
    canvas = Canvas(mirror=width if words.is_rtl else None)
    room = width - 2 * MARGIN
    said = metrics.wrap(" ".join(text), room, 12.5, lines=4)
    foot = title.bottom + 14 + said.count * 18 + 10
    canvas.rect(0, 0, width, foot + footer.height, "cx-ground")
    title.draw(canvas)
    for order, line in enumerate(said.lines):
        canvas.text(MARGIN, title.bottom + 27 + order * 18, line, "cx-muted", 12.5, room=room, rtl=said.rtl)
    footer.draw(canvas, foot)
    return canvas, width, foot + footer.height


# Cards


def _draw_card(canvas: Canvas, layout: Layout, card: Card) -> None:
    x, y, width, height = layout.box(card)
    with canvas.linked(card.href, card.label):
        canvas.rect(x, y, width, height, "cx-card cx-ghost" if card.is_ghost else "cx-card", radius=6)
        layout.contents[card.key].draw(canvas, x, y)
        if card.is_loose:
            draw_loose_end(canvas, (x + width, y + height / 2))
        draw_finding_frame(canvas, (x, y, width, height), card.notes)


# Ties


def _draw_line(canvas: Canvas, line: Line) -> None:
    """Draw a tie, with a head at what is driven, or a dot where a standard holds."""
    class_ = _CLASSES[line.tie.kind]
    points = line.points
    if line.tie.kind in ("rollup", "drives"):
        at = -1 if line.tie.to_the_right else 0
        inwards = -1.0 if line.tie.to_the_right else 1.0
        tip = points[at]
        behind = (tip[0] + inwards * HEAD, tip[1])
        moved = list(points)
        moved[at] = (tip[0] + inwards * (HEAD - 1), tip[1])
        canvas.path(_course(moved), f"cx-{class_}")
        draw_head(canvas, behind, tip, f"cx-head-{class_}")
        return
    canvas.path(_course(points), f"cx-{class_}")
    if line.tie.kind == "holds":
        canvas.element("circle", cx=points[-1][0] - 1, cy=points[-1][1], r=3, class_="cx-head-flow")


def _course(points: list[Point] | tuple[Point, ...]) -> str:
    """Return path data along places: in a curve between columns, straight past a column."""
    (x, y), out = points[0], [f"M{number(points[0][0])} {number(points[0][1])}"]
    for order, (to_x, to_y) in enumerate(points[1:]):
        if order % 2:
            out.append(f"H{number(to_x)}")
        else:
            half = (x + to_x) / 2
            out.append(
                f"C{number(half)} {number(y)} {number(half)} {number(to_y)} {number(to_x)} {number(to_y)}"
            )
        x, y = to_x, to_y
    return "".join(out)


def _outline(scene: MeasuresScene) -> Outline:
    groups = tuple((str(column), name) for column, name in enumerate(scene.columns))
    nodes = tuple(
        Node(
            card.key,
            "\n".join(filter(None, (card.name, card.target, ", ".join(card.figures)))),
            str(card.column),
            card.href,
        )
        for card in scene.cards
    )
    ties = tuple(
        OutlineTie(
            tie.left,
            tie.right,
            kind={"drives": "handoff", "gap": "missing", "measured": "loop"}.get(tie.kind, "flow"),
            points_back=tie.kind in ("drives", "rollup") and not tie.to_the_right,
        )
        for tie in scene.ties
    )
    return Outline(nodes, ties, groups)
