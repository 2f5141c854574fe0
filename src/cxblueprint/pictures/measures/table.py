"""The picture of measures as text: a row for each thing."""

from __future__ import annotations

from collections.abc import Sequence

from cxblueprint.pictures.measures.scene import Card, CardKind, Tie
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words


def measures_table(cards: Sequence[Card], ties: Sequence[Tie], words: Words) -> Table:
    """Return everything the picture shows; columns without content are left out."""
    header = (
        words("What"),
        words("Name"),
        words("Target"),
        words("Stands at"),
        words("Owner"),
        words("Decided on seeing it"),
        words("Leads to"),
        words("Measured or kept at"),
        words("Promised"),
        words("Not stated"),
        words("Findings"),
    )
    said = _Said(cards, ties, words)
    rows = [said.row(card) for card in cards if card.kind != "gap"]
    kept = [at for at in range(len(header)) if at < 2 or any(row[at] for row in rows)]
    return Table(
        tuple(header[at] for at in kept), tuple(tuple(clean(row[at]) for at in kept) for row in rows)
    )


class _Said:
    """What is said of each card by its ties, collected once."""

    def __init__(self, cards: Sequence[Card], ties: Sequence[Tie], words: Words) -> None:
        self.words = words
        self._leads_to: dict[str, list[str]] = {}
        self._places: dict[str, list[str]] = {}
        self._gaps: dict[str, list[str]] = {}
        names = {card.key: card.name for card in cards}
        for tie in ties:
            driver, driven = (tie.left, tie.right) if tie.to_the_right else (tie.right, tie.left)
            if tie.kind in ("rollup", "drives"):
                self._leads_to.setdefault(driver, []).append(names[driven])
            elif tie.kind in ("holds", "measured"):
                self._places.setdefault(tie.left, []).append(names[tie.right])
            elif tie.kind == "gap":
                self._gaps.setdefault(tie.left, []).append(names[tie.right])
                self._gaps.setdefault(tie.right, []).append(names[tie.left])

    def row(self, card: Card) -> tuple[str, ...]:
        """Return the cells of a card."""
        loose = [self.words("nothing drives it, as far as is stated")] if card.is_loose else []
        return (
            _kind(card.kind, self.words),
            card.name,
            card.target,
            ", ".join(card.figures),
            card.owner.name if card.owner else "",
            card.decides,
            "; ".join(self._leads_to.get(card.key, ())),
            "; ".join(self._places.get(card.key, ())),
            card.promised,
            "; ".join((*card.missing, *loose, *self._gaps.get(card.key, ()))),
            "; ".join(f"{note.code} {note.message}" for note in card.notes),
        )


def _kind(kind: CardKind, words: Words) -> str:
    names: dict[CardKind, str] = {
        "journey": words("Journey"),
        "kpi": words("Measure (KPI)"),
        "standard": words("Service standard"),
        "touchpoint": words("Touchpoint"),
    }
    return names[kind]
