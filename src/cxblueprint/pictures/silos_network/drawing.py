"""Draws the network of silos: teams as cards, straight ties between them, and how many ways each one has."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cxblueprint.pictures import key
from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.curves import HEAD, draw_head
from cxblueprint.pictures.engines import TooLargeError
from cxblueprint.pictures.frame import MARGIN, title_block
from cxblueprint.pictures.layout_graph import Point, Rectangle
from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.overlay import draw_finding_frame
from cxblueprint.pictures.picture import Picture
from cxblueprint.pictures.sheet import picture_of
from cxblueprint.pictures.silos_network.places import CARD_HEIGHT, CARD_WIDTH, places
from cxblueprint.pictures.silos_network.scene import Link, NetworkScene, TeamCard
from cxblueprint.pictures.strips import BADGE_WIDTH, draw_code
from cxblueprint.pictures.svg import Canvas, number

VIEW = "silos-network"
_LEAST_WIDTH = 640.0
_PILL = 17.0
_PAD = 10.0
_SMALL = 11.0
_LINE = 15.0
_DOT = " \u00b7 "
_ROOM = 16.0
"""Around a number, so that it is clear to which line it belongs."""
_SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75)


def draw_scene(scene: NetworkScene, asked: Asked) -> Picture:
    """Return the picture of a scene.

    Raises:
        CxBlueprintError: nothing is there that could lay it out.
    """
    remark = ""
    rows = _rows(scene.cards)
    boxes: Sequence[Rectangle] = ()
    try:
        ties = [(link.one, link.other) for link in scene.links]
        boxes = places(len(scene.cards), ties, asked.layouter, CARD_HEIGHT + (rows - 1) * _LINE)
    except TooLargeError as error:
        remark = asked.words("No picture: {reason}. The table has everything", reason=error)
    inner = max((box.right for box in boxes), default=0.0)
    width = max(_LEAST_WIDTH, inner + 2 * MARGIN)
    title = title_block(scene.heading, width)
    top, left = title.bottom + 22, (width - inner) / 2
    boxes = [Rectangle(box.left + left, box.top + top, box.right + left, box.bottom + top) for box in boxes]
    foot = max((box.bottom for box in boxes), default=top) + 16
    if not scene.cards:
        remark = asked.words("No step of a journey names a touchpoint")
    footer = key.Footer(_key(scene, asked), scene.notes, (remark,) if remark else (), width, asked.words)
    canvas = Canvas(mirror=width if asked.words.is_rtl else None)
    canvas.rect(0, 0, width, foot + footer.height, "cx-ground")
    title.draw(canvas)
    if boxes:
        _draw_links(canvas, scene.links, boxes)
        for card, box in zip(scene.cards, boxes, strict=True):
            _draw_card(canvas, card, box, rows)
    footer.draw(canvas, foot)
    return picture_of(
        VIEW,
        scene.heading,
        canvas,
        (width, foot + footer.height),
        table=scene.table,
        notes=scene.notes,
        theme=asked.theme,
        outline=_outline(scene),
        engine=asked.layouter.used,
    )


def _draw_links(canvas: Canvas, links: Sequence[Link], boxes: Sequence[Rectangle]) -> None:
    """Draw the ties, hidden from screen readers: the table tells them."""
    with canvas.within("g", aria_hidden="true"):
        lines = [
            (_border(one, other.middle), _border(other, one.middle))
            for one, other in ((boxes[link.one], boxes[link.other]) for link in links)
        ]
        for link, (start, end) in zip(links, lines, strict=True):
            _draw_line(canvas, start, end, link)
        for link, place in zip(links, _places_of_counts(lines), strict=True):
            _draw_count(canvas, place, link.count)


def _places_of_counts(lines: Sequence[tuple[Point, Point]]) -> list[Point]:
    """Return where on each line its number stands: as near to the middle as others leave room."""
    found: list[Point] = []
    for order, (start, end) in enumerate(lines):
        others = [line for place, line in enumerate(lines) if place != order]

        def along(share: float, start: Point = start, end: Point = end) -> Point:
            return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

        def room(point: Point, others: Sequence[tuple[Point, Point]] = others) -> float:
            beside = (math.dist(point, other) / 2 for other in found)
            return min([_ROOM, *beside, *(_distance(point, *line) for line in others)])

        found.append(max((along(share) for share in _SHARES), key=room))
    return found


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a line with two ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + dx * share, start[1] + dy * share))


def _border(box: Rectangle, towards: Point) -> Point:
    """Return where the way from the middle of a card to a point leaves the card."""
    x, y = box.middle
    dx, dy = towards[0] - x, towards[1] - y
    reach = max(abs(dx) / (box.width / 2 + 4), abs(dy) / (box.height / 2 + 4))
    return (x + dx / reach, y + dy / reach) if reach else (x, y)


def _draw_line(canvas: Canvas, start: Point, end: Point, link: Link) -> None:
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    tail = HEAD - 1 if link.back else 0.0
    head = HEAD - 1 if link.there else 0.0
    canvas.path(
        f"M{number(start[0] + ux * tail)} {number(start[1] + uy * tail)}"
        f"L{number(end[0] - ux * head)} {number(end[1] - uy * head)}",
        f"cx-{link.kind}",
    )
    if link.there:
        draw_head(canvas, start, end, f"cx-head-{link.kind}")
    if link.back:
        draw_head(canvas, end, start, f"cx-head-{link.kind}")


def _draw_count(canvas: Canvas, middle: Point, count: str) -> None:
    width = max(_PILL, metrics.width(count, 10.5, bold=True) + 10)
    x, y = middle[0] - width / 2, middle[1] - _PILL / 2
    canvas.rect(x, y, width, _PILL, "cx-card", radius=_PILL / 2)
    canvas.text(middle[0], middle[1] + 3.7, count, "cx-ink", 10.5, bold=True, anchor="middle")


def _rows(cards: Sequence[TeamCard]) -> int:
    """Return on how many lines the small text stands: two where one is too short for any card."""
    texts = (_DOT.join(card.lines) for card in cards)
    return 2 if any(metrics.width(text, _SMALL) > CARD_WIDTH - 2 * _PAD for text in texts) else 1


def _draw_card(canvas: Canvas, card: TeamCard, box: Rectangle, rows: int) -> None:
    with canvas.linked(card.href, card.label):
        class_ = "cx-card" if card.owner.tone is not None else "cx-card cx-ghost"
        canvas.rect(box.left, box.top, box.width, box.height, class_, radius=7)
        x, y, room = box.left + _PAD, box.top, box.width - 2 * _PAD
        draw_code(canvas, x, y + 9, card.owner)
        beside = room - BADGE_WIDTH - 7
        name = metrics.clip(card.owner.name, beside, 12.5, bold=True)
        canvas.text(x + BADGE_WIDTH + 7, y + 21, name, "cx-name", 12.5, bold=True, room=beside, rtl=False)
        for row, text in enumerate(card.lines if rows > 1 else (_DOT.join(card.lines),)):
            details = metrics.clip(text, room, _SMALL)
            canvas.text(x, y + 44 + row * _LINE, details, "cx-muted", _SMALL, room=room, rtl=False)
        draw_finding_frame(canvas, (box.left, box.top, box.width, box.height), card.notes)


def _key(scene: NetworkScene, asked: Asked) -> tuple[tuple[str, tuple[key.Entry, ...]], ...]:
    words = asked.words
    kinds = {link.kind for link in scene.links}
    entries = [
        key.arrow_entry(kind, text)
        for kind, text in (
            ("flow", words("The customer moves on")),
            ("handoff", words("Hand-off between teams")),
            ("unagreed", words("Hand-off without an agreement")),
            ("undeclared", words("Work passes, and no hand-off is declared")),
        )
        if kind in kinds
    ]
    if not entries:
        return ()
    entries.append(
        key.Entry(
            _PILL,
            lambda canvas, x, y: _draw_count(canvas, (x + _PILL / 2, y), "3"),
            words("Ways there + back"),
        )
    )
    return ((words("Key"), tuple(entries)),)


def _outline(scene: NetworkScene) -> Outline:
    nodes = tuple(
        Node(str(place), f"{card.owner.name}\n{' · '.join(card.lines)}", href=card.href)
        for place, card in enumerate(scene.cards)
    )
    ties = [
        Tie(str(tail), str(head), str(count), link.kind)
        for link in scene.links
        for tail, head, count in ((link.one, link.other, link.there), (link.other, link.one, link.back))
        if count
    ]
    return Outline(nodes, tuple(ties))
