"""Reporting lines as rows of places, from the top down.

Those who lead teams stand beside each other; those below them who lead nobody are stacked in columns, so that
many under one do not make an endless row. Who sits at the executive table stands above all who do not, as far
as the reporting lines allow it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A card in the tree, or where a line passes a row."""

    card: int | None
    row: int
    above: int | None = None
    """The place that its line comes from, by its number."""
    stack: int | None = None
    """The place of the first card of the stack that it is in; None outside stacks."""
    on: int | None = None
    """The place of the card above it in its stack, where it is not the first."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Places in rows, and which of the rows are at the executive table."""

    places: tuple[Place, ...]
    table: range
    """The rows at the executive table; empty where nobody is."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 1 + max((place.row for place in self.places), default=-1)

    def row_of(self, card: int) -> int:
        """Return the row that a card stands in."""
        return next(place.row for place in self.places if place.card == card)

    @property
    def at_table(self) -> frozenset[int]:
        """The cards in the rows at the executive table."""
        return frozenset(
            place.card for place in self.places if place.card is not None and place.row in self.table
        )


def tree_of(
    cards: Sequence[int],
    superiors: Mapping[int, int | None],
    is_at_table: Callable[[int], bool],
    columns: int,
) -> Tree:
    """Return the tree of cards, each of which comes after its superior.

    Stacks have at most so many columns.
    """
    return _Growing(cards, superiors, is_at_table, columns).tree()


class _Growing:
    def __init__(
        self,
        cards: Sequence[int],
        superiors: Mapping[int, int | None],
        is_at_table: Callable[[int], bool],
        columns: int,
    ) -> None:
        self._cards = cards
        self._superiors = superiors
        self._columns = columns
        self._below: dict[int | None, list[int]] = {}
        for card in cards:
            self._below.setdefault(superiors[card], []).append(card)
        seated = {card for card in cards if is_at_table(card)}
        self._over = self._over_the_table(seated)
        self._at = self._at_the_table(seated)
        self._places: list[Place] = []
        self._number: dict[int, int] = {}

    def _over_the_table(self, seated: set[int]) -> set[int]:
        """Return those above the first who sits at the table, in their line."""
        lines = [set(self._line(card)) for card in seated]
        return {card for line in lines if not seated & line for card in line}

    def _at_the_table(self, seated: set[int]) -> set[int]:
        """Return those at the table whose superiors are too, once one of them is."""
        found: set[int] = set()
        for card in self._cards:
            above = self._superiors[card]
            if card in seated and (above is None or above in found or above in self._over):
                found.add(card)
        return found

    def _line(self, card: int) -> Iterator[int]:
        above = self._superiors[card]
        while above is not None:
            yield above
            above = self._superiors[above]

    def tree(self) -> Tree:
        """Return the tree: first those above the table, then those at it, then all others."""
        first_seat = 1 + self._place_all(lambda card: card in self._over, 0)
        last_seat = self._place_all(lambda card: card in self._at, first_seat)
        self._place_all(lambda card: card not in self._over and card not in self._at, last_seat + 1)
        return Tree(tuple(self._places), range(first_seat, last_seat + 1))

    def _place_all(self, belongs: Callable[[int], bool], first: int) -> int:
        """Place those who belong together in rows from the first one on, and return the last row in use."""
        last = first - 1
        # Cards come after their superiors: whoever belongs here has been placed before those below are.
        for superior in (None, *self._cards):
            below = [card for card in self._below.get(superior, ()) if belongs(card)]
            if below and (superior is None or superior in self._number):
                last = max(last, self._place_below(superior, below, first))
        return last

    def _place_below(self, superior: int | None, below: Sequence[int], first: int) -> int:
        """Place those below a superior, and return the last row that they take."""
        above = None if superior is None else self._number[superior]
        row = first if above is None else max(first, self._places[above].row + 1)
        while above is not None and self._places[above].row < row - 1:
            self._places.append(Place(None, self._places[above].row + 1, above))
            above = len(self._places) - 1
        leaders = [card for card in below if superior is None or card in self._below]
        for card in leaders:
            self._put(Place(card, row, above))
        others = [card for card in below if card not in leaders]
        if len(others) <= self._columns:
            for card in others:
                self._put(Place(card, row, above))
            return row
        for at, card in enumerate(others):
            on = self._number[others[at - self._columns]] if at >= self._columns else None
            stack = self._places[on].stack if on is not None else len(self._places)
            self._put(Place(card, row + at // self._columns, above, stack, on))
        return row + (len(others) - 1) // self._columns

    def _put(self, place: Place) -> None:
        if place.card is not None:
            self._number[place.card] = len(self._places)
        self._places.append(place)
