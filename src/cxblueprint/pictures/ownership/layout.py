"""Where everything in the picture of ownership lies."""

from __future__ import annotations

from dataclasses import dataclass

from cxblueprint.pictures import text as metrics
from cxblueprint.pictures.engines import MOST_BOXES, Layouter, TooLargeError
from cxblueprint.pictures.frame import MARGIN, TitleBlock, title_block
from cxblueprint.pictures.layout_graph import Curve, Point, Rectangle
from cxblueprint.pictures.ownership.plan import Plan
from cxblueprint.pictures.ownership.scene import Card, Group, OwnershipScene
from cxblueprint.pictures.ownership.stacks import SIDE
from cxblueprint.pictures.strips import BADGE_WIDTH

CARD_PAD = 10.0
TITLE = 12.0
TITLE_LEADING = 15.0
TEXT = 10.5
TEXT_LEADING = 13.0
MARK_PITCH = 17.0
GROUP_NAME = 12.0
NAME_INDENT = 16.0
"""Between a frame's left side and the badge on its upper edge."""
_CARD_WIDTHS = (164.0, 250.0)
_NAME_HEIGHT = 9.0
_LEAST_WIDTH = 640.0
# Three for each card: nobody follows more of them.
_MOST_WAYS = 3 * MOST_BOXES


@dataclass(frozen=True, slots=True)
class CardText:
    """The lines of a card, and its size."""

    title: metrics.Paragraph
    text: metrics.Paragraph
    width: float
    height: float

    @property
    def room(self) -> float:
        """The width of a line of the title."""
        return self.width - 2 * CARD_PAD


def name_room(width: float) -> float:
    """Return the room for a team's name on a frame that is `width` wide."""
    return width - 2 * NAME_INDENT - BADGE_WIDTH - 6


class Layout:
    """The places of teams, cards and ways."""

    def __init__(self, scene: OwnershipScene, layouter: Layouter) -> None:
        self.scene = scene
        self.texts: list[CardText] = []
        self.cards: list[Rectangle] = []
        self.frames: dict[int, Rectangle] = {}
        self.curves: list[Curve] = []
        inner = self._place(layouter) if scene.cards else (0.0, 0.0)
        self.width = max(_LEAST_WIDTH, inner[0] + 2 * MARGIN)
        self.title: TitleBlock = title_block(scene.heading, self.width)
        self._move(MARGIN, self.title.bottom + 14)
        self.top = self.title.bottom + 10
        self.foot = self.top + (inner[1] + 16 if self.cards else 34)

    def _place(self, layouter: Layouter) -> tuple[float, float]:
        """Place everything, the upper left corner at zero, and return how much room it takes.

        Where there is more than a picture can show nothing has a place.
        """
        scene = self.scene
        # Graphviz sees a box for each stack, the reader one for each card.
        if len(scene.cards) > MOST_BOXES or len(scene.ties) > _MOST_WAYS:
            return 0.0, 0.0
        widths = [_card_width(group) for group in scene.groups]
        self.texts = [_card_text(card, widths[card.group]) for card in scene.cards]
        try:
            plan = Plan(scene, [(text.width, text.height) for text in self.texts], layouter)
        except TooLargeError:
            return 0.0, 0.0
        self.cards, self.curves = plan.cards, plan.curves
        for card, spot in zip(scene.cards, plan.spots, strict=True):
            self.frames[card.group] = _around(plan.frames[spot.stack], self.frames.get(card.group))
        seen = [point for curve in self.curves for point in curve.points]
        seen += [corner for place in self.frames.values() for corner in _corners(place)]
        left, top = min(x for x, _ in seen), min(y for _, y in seen)
        self._move(-left, -top)
        return max(x for x, _ in seen) - left, max(y for _, y in seen) - top

    def _move(self, dx: float, dy: float) -> None:
        self.cards = [_moved(card, dx, dy) for card in self.cards]
        self.frames = {group: _moved(frame, dx, dy) for group, frame in self.frames.items()}
        self.curves = [
            Curve(tuple((x + dx, y + dy) for x, y in curve.points), (curve.tip[0] + dx, curve.tip[1] + dy))
            for curve in self.curves
        ]

    def background(self, point: Point) -> str:
        """Return what lies at a point: the colour of a team's frame, or `ground` between them."""
        x, y = point
        for group, frame in self.frames.items():
            if frame.left <= x <= frame.right and frame.top <= y <= frame.bottom:
                return fill_of(self.scene.groups[group])
        return "ground"


def fill_of(group: Group) -> str:
    """Return the name of the colour inside a team's frame."""
    return "support" if group.owner.tone is not None else "unpleasant"


def _card_width(group: Group) -> float:
    """Return the width of a team's cards: a long name of the team makes them wider."""
    least, most = _CARD_WIDTHS
    frame = metrics.width(metrics.clean(group.owner.name), GROUP_NAME, bold=True) + least - name_room(least)
    return min(most, max(least, frame - 2 * SIDE + 2))


def _card_text(card: Card, width: float) -> CardText:
    room = width - 2 * CARD_PAD
    title = metrics.wrap(card.title, room, TITLE, bold=True, lines=3)
    text = metrics.wrap(card.text, room - MARK_PITCH * len(card.marks), TEXT, lines=2)
    height = title.count * TITLE_LEADING + max(text.count * TEXT_LEADING, 15 if card.marks else 0) + 17
    return CardText(title, text, width, height)


def _around(place: Rectangle, other: Rectangle | None) -> Rectangle:
    """Return the frame around the columns of a team."""
    if other is None:
        return place
    left, top = min(place.left, other.left), min(place.top, other.top)
    return Rectangle(left, top, max(place.right, other.right), max(place.bottom, other.bottom))


def _corners(frame: Rectangle) -> tuple[Point, Point]:
    return (frame.left, frame.top - _NAME_HEIGHT), (frame.right, frame.bottom)


def _moved(place: Rectangle, dx: float, dy: float) -> Rectangle:
    return Rectangle(place.left + dx, place.top + dy, place.right + dx, place.bottom + dy)
