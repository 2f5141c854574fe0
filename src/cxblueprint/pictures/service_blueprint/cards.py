"""What stands in a card of a service blueprint, measured before anything is placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxblueprint.pictures.scene import Owner
from cxblueprint.pictures.service_blueprint.scene import Card, Item
from cxblueprint.pictures.strips import (
    ICON_INDENT,
    Badge,
    Space,
    Strip,
    and_more,
    bullets,
    height_of,
    pills,
    small_words,
)
from cxblueprint.pictures.words import Words

CARD_PAD = 9.0
_MOST_ITEMS = 6


class CardContent(NamedTuple):
    """What stands in a card from the top, and what stands at its foot."""

    upper: tuple[Strip, ...]
    lower: tuple[Strip, ...]

    @property
    def height(self) -> float:
        """The least height of a card that holds it."""
        between = 5 if self.upper and self.lower else 0
        return 2 * CARD_PAD - 2 + height_of(self.upper) + between + height_of(self.lower)


def _item_groups(items: Sequence[Item]) -> list[tuple[Owner | None, list[str], list[str]]]:
    """Group neighbouring items of the same team: its texts and its systems."""
    groups: list[tuple[Owner | None, list[str], list[str]]] = []
    for item in items:
        if not groups or groups[-1][0] != item.team:
            groups.append((item.team, [], []))
        groups[-1][1].append(item.text)
        if item.system:
            groups[-1][2].append(item.system)
    return groups


def card_content(card: Card, width: float, words: Words) -> CardContent:
    """Return the strips of a card whose inside is `width` wide."""
    upper: list[Strip] = []
    several = len(card.items) > 1
    shown = card.items if len(card.items) <= _MOST_ITEMS else card.items[: _MOST_ITEMS - 1]
    groups = _item_groups(shown)
    for position, (team, texts, systems) in enumerate(groups):
        if upper:
            upper.append(Space(4))
        icon = card.icon if position == 0 else None
        inset = ICON_INDENT if card.icon else 0
        class_ = "cx-name cx-muted" if card.items[0].stands_back else "cx-name"
        upper += bullets(
            texts, width, most=_MOST_ITEMS, lines=3, icon=icon, listed=several, inset=inset, class_=class_
        )
        for system in dict.fromkeys(systems):
            upper.append(small_words(system, width, icon="system"))
        is_last = position == len(groups) - 1
        if team is not None and not (is_last and card.owner is None):
            upper.append(Badge(team, width))
    if len(shown) < len(card.items):
        upper.append(and_more(len(card.items) - len(shown), width, words))
    lower: list[Strip] = []
    lower += [small_words(r.text, width, icon=r.icon, marker=r.marker, lines=2) for r in card.remarks]
    lower += pills(card.standards, width, words=words)
    foot = card.owner or groups[-1][0]
    if foot is not None:
        lower.append(Badge(foot, width))
    return CardContent(tuple(upper), tuple(lower))
