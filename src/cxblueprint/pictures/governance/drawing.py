"""Draws the teams of a blueprint: frames, lines from the top down, and cards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.arrows import draw_arrow_head, rounded_path
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.curves import HEAD as ARROW_HEAD
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.governance.cards import CARD_PAD
from cxblueprint.pictures.governance.layout import HEAD, PAD, Frame, Layout
from cxblueprint.pictures.governance.lines import Drawn
from cxblueprint.pictures.governance.scene import GovernanceScene
from cxblueprint.pictures.icons import draw_icon
from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.strips import draw_strips
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import Words

VIEW = "governance"
_CORNER = 6.0
_BAR = 5.0
_FILLS: Mapping[str, str] = MappingProxyType(
    {
        "table": "cx-lane-customer",
        "circle": "cx-lane-unpleasant",
        "unstated": "cx-lane-support",
        "partners": "cx-lane-evidence",
    }
)


def draw_scene(scene: GovernanceScene, asked: Asked) -> Picture:
    """Return the picture of a scene.

    Raises:
        CxBlueprintError: nothing is there that could lay it out.
    """
    layout = Layout(scene, asked.layouter, asked.words)
    footer = _footer(scene, layout, asked.words)
    canvas = Canvas(mirror=layout.width if asked.words.is_rtl else None)
    height = layout.foot + footer.height
    canvas.rect(0, 0, layout.width, height, "cx-ground")
    layout.title.draw(canvas)
    for frame in layout.frames:
        _draw_frame(canvas, frame)
    _draw_lines(canvas, layout)
    for frame in layout.frames:
        _draw_heading(canvas, frame)
    for number in range(len(scene.cards) if layout.cards else 0):
        _draw_card(canvas, layout, number)
    if not layout.cards:
        canvas.text(MARGIN, layout.top + 14, _instead(scene, asked.words), "cx-muted", 12.5)
    footer.draw(canvas, layout.foot)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (layout.width, height),
        table=scene.table,
        notes=scene.notes,
        theme=asked.theme,
        outline=_outline(scene, asked.words),
        engine=asked.layouter.used if layout.cards else None,
    )


def _instead(scene: GovernanceScene, words: Words) -> str:
    """Return what is said where nothing is drawn."""
    if scene.cards:
        count = words.count(len(scene.cards), "team")
        return words("This is more than a picture can show: the table lists {count}", count=count)
    return words("No team is declared yet")


def _draw_frame(canvas: Canvas, frame: Frame) -> None:
    place = frame.place
    canvas.rect(place.left, place.top, place.width, place.height, _FILLS[frame.kind], radius=10)
    if frame.kind == "circle":
        canvas.rect(place.left, place.top, place.width, place.height, "cx-bad-line cx-frame-error", radius=10)
    elif frame.kind == "unstated":
        canvas.rect(place.left, place.top, place.width, place.height, "cx-loop", radius=10)


def _draw_heading(canvas: Canvas, frame: Frame) -> None:
    """Draw what a frame says, above the lines that come into it."""
    x, room, y = frame.place.left + PAD, frame.place.width - 2 * PAD, frame.place.top
    icon = 20.0 if frame.kind == "table" else 0.0
    text = metrics.clip(frame.text, room - icon, 12.5, bold=True)
    wide = metrics.width(text, 12.5, bold=True)
    canvas.rect(x - 4, y + 6, icon + wide + 8, HEAD - 12, _FILLS[frame.kind])
    if icon:
        draw_icon(canvas, x, y + 9, "seat")
    class_ = "cx-bad-text" if frame.kind == "circle" else "cx-ink"
    at = y + HEAD / 2 + 4
    canvas.text(x + icon, at, text, class_, 12.5, bold=True, room=room - icon, rtl=False)


def _draw_lines(canvas: Canvas, layout: Layout) -> None:
    """Draw the lines, hidden from screen readers: each card says to whom its team reports."""
    scene = layout.scene

    def weight(line: Drawn) -> int:
        return (line.card in scene.in_circle) + 2 * (line.card in scene.emphasised)

    with canvas.within("g", aria_hidden="true"):
        for line in sorted(layout.lines, key=weight):
            if line.card in scene.emphasised:
                canvas.path(rounded_path(line.points, _CORNER), "cx-chain")
            elif line.card in scene.in_circle:
                _draw_in_circle(canvas, line)
            else:
                canvas.path(rounded_path(line.points, _CORNER), "cx-flow")


def _draw_in_circle(canvas: Canvas, line: Drawn) -> None:
    """Draw a line of a circle with a head that points to the team above."""
    points = line.points if line.closes_circle else line.points[::-1]
    (x, y), tip = points[-2], points[-1]
    back = tip[0], tip[1] + (ARROW_HEAD if y > tip[1] else -ARROW_HEAD)
    canvas.path(rounded_path([*points[:-1], back], _CORNER), "cx-circle")
    draw_arrow_head(canvas, (x, y), tip, "cx-head-circle", ARROW_HEAD + 1)


def _draw_card(canvas: Canvas, layout: Layout, number: int) -> None:
    card, place = layout.scene.cards[number], layout.cards[number]
    with canvas.linked(card.href, card.label):
        canvas.rect(place.left, place.top, place.width, place.height, "cx-card", radius=7)
        if card.cx:
            canvas.rect(place.left + 1.5, place.top + 6, _BAR, place.height - 12, "cx-info-solid", radius=2)
        draw_strips(canvas, place.left + CARD_PAD, place.top + CARD_PAD, layout.strips[number])
        draw_finding_frame(canvas, (place.left, place.top, place.width, place.height), card.notes)


def _footer(scene: GovernanceScene, layout: Layout, words: Words) -> key.Footer:
    entries = []
    shown = [line.card for line in layout.lines]
    if any(card not in scene.in_circle | scene.emphasised for card in shown):
        entries.append(key.line_entry("flow", words("Reports to the team above")))
    if scene.in_circle & set(shown) - scene.emphasised:
        entries.append(key.arrow_entry("circle", words("Reports in a circle")))
    if scene.emphasised & set(shown):
        entries.append(key.line_entry("chain", words("Reporting line that a finding is about")))
    if any(card.cx for card in scene.cards) and layout.cards:
        entries.append(key.icon_entry("goal", words("Runs customer experience"), "cx-info-line"))
    if any(card.at_table for card in scene.cards) and layout.cards:
        entries.append(key.icon_entry("seat", words("At the executive table")))
    rows = ((words("Key"), tuple(entries)),) if entries else ()
    return key.Footer(rows, scene.notes, (), layout.width, words)


def _outline(scene: GovernanceScene, words: Words) -> Outline:
    nodes = tuple(
        Node(
            str(number),
            "\n".join(filter(None, (card.owner.name, card.function, card.cx))),
            "table" if card.at_table else None,
            card.href,
        )
        for number, card in enumerate(scene.cards)
    )
    ties = tuple(
        Tie(str(above), str(number), kind="loop" if number in scene.in_circle else "flow")
        for number, above in enumerate(scene.superiors)
        if above is not None
    )
    table = (
        (("table", words("At the executive table")),) if any(card.at_table for card in scene.cards) else ()
    )
    return Outline(nodes, ties, table, direction="TB")
