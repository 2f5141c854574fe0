"""A service blueprint as a plain graph: lanes as groups, cards, and what joins them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from cxblueprint.pictures.outline import Node, Outline, Tie
from cxblueprint.pictures.service_blueprint.scene import LANES, BlueprintScene, Card, Lane


def blueprint_outline(scene: BlueprintScene, names: Mapping[Lane, str]) -> Outline:
    """Return the cards of a scene in lanes that have these names."""
    return Outline(
        tuple(_node(scene, card) for card in scene.cards),
        (*_links(scene), *_ways(scene), *_passings(scene)),
        tuple((lane, names[lane]) for lane in scene.lanes),
        columns=tuple(tuple(_key(column, lane) for lane in lanes) for column, lanes in _columns(scene)),
    )


def _key(column: int, lane: Lane) -> str:
    return f"{column} {lane}"


def _node(scene: BlueprintScene, card: Card) -> Node:
    column = scene.columns[card.column]
    is_customer = card.lane == "customer"
    head = [f"{column.number} {column.name}"] if is_customer else []
    told = (item for item in card.items if not (is_customer and item.stands_back))
    items = [" \u00b7 ".join(filter(None, (item.text, item.system))) for item in told]
    standards = [" ".join(filter(None, (one.name, one.target))) for one in card.standards]
    teams = [item.team.name for item in card.items if item.team is not None]
    owners = dict.fromkeys(teams if card.owner is None else [*teams, card.owner.name])
    text = "\n".join([*head, *items, *standards, *owners])
    return Node(_key(card.column, card.lane), text, card.lane, card.href, is_ghost=card.is_ghost)


def _columns(scene: BlueprintScene) -> Iterator[tuple[int, list[Lane]]]:
    """Yield each step's column and the lanes in which it has a card, from the top."""
    used: dict[int, set[Lane]] = {}
    for card in scene.cards:
        used.setdefault(card.column, set()).add(card.lane)
    for column, lanes in sorted(used.items()):
        yield column, [lane for lane in LANES if lane in lanes]


def _links(scene: BlueprintScene) -> Iterator[Tie]:
    """Yield what joins the cards of a step from the customer's on; evidence is only shown to them."""
    for column, lanes in _columns(scene):
        for upper, lower in pairwise(lane for lane in lanes if lane != "evidence"):
            is_both = upper in ("customer", "backstage")
            yield Tie(_key(column, upper), _key(column, lower), both_ways=is_both)


def _ways(scene: BlueprintScene) -> Iterator[Tie]:
    for way in scene.ways:
        kind = "loop" if way.is_back else "flow"
        yield Tie(_key(way.source, "customer"), _key(way.target, "customer"), way.text, kind)


def _passings(scene: BlueprintScene) -> Iterator[Tie]:
    """Yield the hand-offs, from the card where the work is done: backstage if there is one."""
    lanes = dict(_columns(scene))

    def place(column: int) -> str:
        return _key(column, "backstage" if "backstage" in lanes[column] else "frontstage")

    for passing in scene.passings:
        yield Tie(place(passing.source), place(passing.target), kind="handoff")
