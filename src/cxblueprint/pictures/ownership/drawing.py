"""Draws the teams behind a journey: frames, the ways between cards, and the cards."""

from __future__ import annotations

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.bridges import draw_curves
from cxblueprint.pictures.curves import middle_of
from cxblueprint.pictures.frame import MARGIN
from cxblueprint.pictures.icons import draw_marker
from cxblueprint.pictures.outline import Node, Outline
from cxblueprint.pictures.outline import Tie as OutlineTie
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.ownership import layout as places
from cxblueprint.pictures.ownership.layout import Layout
from cxblueprint.pictures.ownership.scene import OwnershipScene
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.strips import BADGE_WIDTH, draw_code
from cxblueprint.pictures.svg import Canvas
from cxblueprint.pictures.words import Words

VIEW = "ownership"
_ORDER = ("flow", "handoff", "unagreed", "undeclared")


def draw_scene(scene: OwnershipScene, asked: Asked) -> Picture:
    """Return the picture of a scene.

    Raises:
        CxBlueprintError: nothing is there that could lay it out.
    """
    layout = Layout(scene, asked.layouter)
    footer = _footer(scene, layout, asked.words)
    canvas = Canvas(mirror=layout.width if asked.words.is_rtl else None)
    height = layout.foot + footer.height
    canvas.rect(0, 0, layout.width, height, "cx-ground")
    layout.title.draw(canvas)
    for group in layout.frames:
        _draw_frame(canvas, layout, group)
    curves = sorted(zip(layout.curves, scene.ties, strict=False), key=lambda pair: _ORDER.index(pair[1].kind))
    draw_curves(canvas, [(curve, tie.kind) for curve, tie in curves], layout.background)
    for group in layout.frames:
        _draw_name(canvas, layout, group)
    for card in range(len(layout.cards)):
        _draw_card(canvas, layout, card)
    for curve, tie in curves:
        for order, note in enumerate(tie.notes):
            x, y = middle_of(curve)
            with canvas.linked(note.href, str(note)):
                key.draw_code_badge(canvas, x - key.CODE_BADGE / 2, y - 7.5 + order * 17, note)
    if not layout.cards:
        canvas.text(MARGIN, layout.top + 16, _instead(scene, asked.words), "cx-muted", 12.5)
    footer.draw(canvas, layout.foot)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (layout.width, height),
        table=scene.table,
        notes=scene.notes,
        theme=asked.theme,
        outline=_outline(scene),
        engine=asked.layouter.used if layout.cards else None,
    )


def _instead(scene: OwnershipScene, words: Words) -> str:
    """Return what is said where nothing is drawn."""
    if scene.cards:
        count = words.count(len(scene.cards), "part")
        return words("This is more than a picture can show: the table lists {count}", count=count)
    return words("No team has a part in this journey yet")


def _draw_frame(canvas: Canvas, layout: Layout, group: int) -> None:
    told, frame = layout.scene.groups[group], layout.frames[group]
    canvas.rect(
        frame.left, frame.top, frame.width, frame.height, f"cx-lane-{places.fill_of(told)}", radius=10
    )
    tone = told.owner.tone
    line = "cx-bad-line cx-frame-error" if tone is None else f"cx-team{tone}-line"
    canvas.rect(frame.left, frame.top, frame.width, frame.height, line, radius=10)


def _draw_name(canvas: Canvas, layout: Layout, group: int) -> None:
    """Draw a team's badge and name on the upper edge of its frame."""
    told, frame = layout.scene.groups[group], layout.frames[group]
    room = places.name_room(frame.width)
    name = metrics.clip(told.owner.name, room, places.GROUP_NAME, bold=True)
    wide = metrics.width(name, places.GROUP_NAME, bold=True)
    left = frame.left + places.NAME_INDENT
    class_ = "cx-name" if told.owner.tone is not None else "cx-bad-text"
    with canvas.linked(told.href, told.label):
        canvas.rect(left - 4, frame.top - 9, BADGE_WIDTH + wide + 16, 18, "cx-ground", radius=5)
        draw_code(canvas, left, frame.top - 7.5, told.owner)
        x = left + BADGE_WIDTH + 6
        canvas.text(x, frame.top + 4.2, name, class_, places.GROUP_NAME, bold=True, room=room, rtl=False)


def _draw_card(canvas: Canvas, layout: Layout, number: int) -> None:
    card, text, place = layout.scene.cards[number], layout.texts[number], layout.cards[number]
    x = place.left + places.CARD_PAD
    with canvas.linked(card.href, card.label):
        class_ = "cx-card cx-ghost" if card.is_ghost else "cx-card"
        canvas.rect(place.left, place.top, place.width, place.height, class_, radius=6)
        y = place.top + 8 + places.TITLE_LEADING / 2 + places.TITLE * 0.355
        for line in text.title.lines:
            canvas.text(x, y, line, "cx-name", places.TITLE, bold=True, room=text.room, rtl=text.title.rtl)
            y += places.TITLE_LEADING
        room = text.room - places.MARK_PITCH * len(card.marks)
        y -= (places.TITLE_LEADING - places.TEXT_LEADING) / 2 + 0.5
        for line in text.text.lines:
            canvas.text(x, y, line, "cx-muted", places.TEXT, room=room, rtl=text.text.rtl)
            y += places.TEXT_LEADING
        for order, mark in enumerate(reversed(card.marks)):
            right = place.right - places.CARD_PAD - 6 - order * places.MARK_PITCH
            draw_marker(canvas, right, place.bottom - 14, mark.marker, 6.6)
        draw_finding_frame(canvas, (place.left, place.top, place.width, place.height), card.notes)


def _footer(scene: OwnershipScene, layout: Layout, words: Words) -> key.Footer:
    shown = scene.cards if layout.cards else ()
    entries = key.marker_entries((mark.marker for card in shown for mark in card.marks), words)
    kinds = {tie.kind for tie in scene.ties} if layout.cards else set()
    for kind, text in (
        ("flow", words("The journey goes on")),
        ("handoff", words("Hand-off between teams")),
        ("unagreed", words("Hand-off without an agreement")),
        ("undeclared", words("Work passes, and no hand-off is declared")),
    ):
        if kind in kinds:
            entries.append(key.arrow_entry(kind, text))
    if any(card.is_ghost for card in shown):
        entries.append(key.box_entry("cx-card cx-ghost", words("Not declared")))
    rows = ((words("Key"), tuple(entries)),) if entries else ()
    return key.Footer(rows, scene.notes, scene.remarks, layout.width, words)


def _outline(scene: OwnershipScene) -> Outline:
    nodes = tuple(
        Node(str(order), f"{card.title}\n{card.text}", str(card.group), card.href)
        for order, card in enumerate(scene.cards)
    )
    ties = tuple(OutlineTie(str(tie.source), str(tie.target), kind=tie.kind) for tie in scene.ties)
    return Outline(nodes, ties, tuple((str(at), group.owner.name) for at, group in enumerate(scene.groups)))
