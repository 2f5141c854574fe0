"""A service blueprint as text."""

from __future__ import annotations

from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.service_blueprint.from_graph import item_in_words
from cxblueprint.pictures.service_blueprint.scene import LANES, BlueprintScene, Lane
from cxblueprint.pictures.text import clean


def blueprint_table(facts: JourneyFacts, scene: BlueprintScene) -> Table:
    """Return everything the picture shows, one row for each step."""
    words = facts.words
    header = [
        words("Step"),
        words("Stage"),
        words("Customer"),
        words("Channel"),
        words("Owner"),
        words("Frontstage"),
        words("Standards"),
        words("Backstage"),
        words("Support"),
        words("Physical evidence"),
        words("Marks"),
        words("Next"),
        words("Hands off to"),
        words("Findings"),
    ]
    by_cell = {(card.column, card.lane): card for card in scene.cards}
    rows: list[list[str]] = []
    for column, node in enumerate(facts.steps):

        def stated_in(lane: Lane, column: int = column) -> str:
            card = by_cell.get((column, lane))
            stated = [item for item in card.items if not item.stands_back] if card else []
            return "; ".join(item_in_words(item, words) for item in stated)

        channel, owner = facts.channel(node), facts.owner(node)
        passed = [p.target for p in scene.passings if p.source == column]
        notes = [note for lane in LANES if (card := by_cell.get((column, lane))) for note in card.notes]
        rows.append(
            [
                f"{node.number} {name_of(node)}",
                clean(node.stage.label),
                stated_in("customer"),
                channel.name if channel else "",
                owner.name if owner else "",
                stated_in("frontstage"),
                "; ".join(" ".join(filter(None, (s.name, s.target))) for s in facts.standards(node)),
                stated_in("backstage"),
                stated_in("support"),
                stated_in("evidence"),
                "; ".join(mark.text for mark in facts.marks(node)),
                "; ".join(facts.onward(node)),
                "; ".join(f"{facts.steps[t].number} {name_of(facts.steps[t])}" for t in passed),
                "; ".join(f"{note.code} {note.message}" for note in notes),
            ]
        )
    return Table(tuple(header), tuple(tuple(map(clean, row)) for row in rows))
