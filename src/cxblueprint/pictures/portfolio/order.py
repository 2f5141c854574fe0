"""The order of a portfolio: worst first, and what is to be below what it is to replace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cxblueprint.checks import Finding, badness
from cxblueprint.graph import JourneyNode
from cxblueprint.pictures.text import clean

Rank = tuple[tuple[int, ...], str, str]


class Place(NamedTuple):
    """A journey, and how many journeys stand above it that are to be replaced one by the other."""

    journey: JourneyNode
    depth: int


def in_order(
    journeys: Mapping[str, JourneyNode], found: Mapping[str, Sequence[Finding]]
) -> tuple[Place, ...]:
    """Return journeys, worst first by what was found about each, then by name.

    Journeys that replace each other stand together, where the worst of them belongs. A circle of them
    begins with its worst.
    """
    ranks: dict[str, Rank] = {
        name: (badness(found[name]), clean(node.label).casefold(), name) for name, node in journeys.items()
    }
    heirs: dict[str, list[str]] = {}
    for name in sorted(journeys, key=ranks.__getitem__):
        replaced = journeys[name].journey.replaces
        if replaced is not None and replaced in journeys and replaced != name:
            heirs.setdefault(replaced, []).append(name)
    is_heir = {heir for found_heirs in heirs.values() for heir in found_heirs}
    placed: set[str] = set()
    # Those that replace nothing head a family; after them, what is left goes in circles.
    heads = sorted(journeys, key=lambda name: (name in is_heir, ranks[name]))
    families = [family for head in heads if (family := list(_family(head, heirs, placed)))]
    families.sort(key=lambda family: min(ranks[name] for name, _ in family))
    return tuple(Place(journeys[name], depth) for family in families for name, depth in family)


def _family(head: str, heirs: Mapping[str, Sequence[str]], placed: set[str]) -> Iterator[tuple[str, int]]:
    """Yield a journey and what is to replace it, and so on."""
    waiting = [(head, 0)]
    while waiting:
        name, depth = waiting.pop()
        if name not in placed:
            placed.add(name)
            yield name, depth
            waiting += [(heir, depth + 1) for heir in reversed(heirs.get(name, ()))]
