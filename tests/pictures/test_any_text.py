"""Whatever text stands in a blueprint: every view draws it, and nothing leaves its box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS, Picture
from cxblueprint.pictures.text import clean
from tests.torture import TEXTS, everywhere

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

EVERY_VIEW = pytest.mark.parametrize("view", list(VIEWS))
EVERY_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
CARDS = {
    "service-blueprint": 11,
    "journey-map": 3,
    "silos": 4,
    "silos-network": 2,
    "ownership": 4,
    "measures": 7,
    "governance": 2,
    "recovery": 10,
    "portfolio": 2,
}
"""How many cards the first picture of a view has; of its others, that there are some is enough."""


def pictures(view: str, text: str) -> Iterator[Picture]:
    """Draw everything that a view can show of a blueprint in which every text is this one."""
    graph, drawing = cx.Graph(cx.Blueprint.model_validate(everywhere(text))), VIEWS[view]
    for subject in drawing.subjects(graph):
        yield drawing(graph, subject)
    if drawing.has_pairs:
        yield drawing(graph, beside=True)


@EVERY_VIEW
@EVERY_TEXT
def test_no_text_leaves_its_card_and_no_two_cards_overlap(text: str, view: str, look_at: Look) -> None:
    counts = []
    for picture in pictures(view, text):
        drawing = look_at(picture.svg)
        cards = list(drawing.cards())
        counts.append(len(cards))
        assert drawing.outside() == []
        assert [words for card, texts in cards for words, box in texts if not card.holds(box)] == []
        # The clickable column of a map's step touches its neighbour's.
        assert view == "journey-map" or not any(
            one.meets(other) for (one, _), (other, _) in combinations(cards, 2)
        )
    assert counts[0] == CARDS[view]
    assert min(counts) > 0


@EVERY_VIEW
@EVERY_TEXT
def test_lines_of_a_card_do_not_overlap(text: str, view: str, look_at: Look) -> None:
    for picture in pictures(view, text):
        for _, texts in look_at(picture.svg).cards():
            ordered = sorted((box for _, box in texts), key=lambda box: (box.top, box.left))
            assert not any(
                above.meets(below) for above, below in pairwise(ordered) if below.top - above.bottom < -1.5
            )


@EVERY_VIEW
def test_markup_in_a_text_makes_no_element(view: str, look_at: Look) -> None:
    for picture in pictures(view, TEXTS["markup"]):
        tags = {e.tag.partition("}")[2] for e in look_at(picture.svg).root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "g", "a", "rect", "path", "circle", "line", "text"}
        assert "<script" not in picture.svg
        assert "<script" not in picture.inline + picture.sticky + picture.paper


@EVERY_VIEW
def test_what_is_cut_stands_whole_in_label_and_table(view: str, look_at: Look) -> None:
    whole = clean(TEXTS["thousand"])
    for picture in pictures(view, TEXTS["thousand"]):
        drawing = look_at(picture.svg)
        assert any(line.endswith("…") for line in drawing.texts())
        assert all(
            whole in label
            for label, (_, texts) in zip(drawing.labels(), drawing.cards(), strict=True)
            if any(words.endswith("…") for words, _ in texts)
        )
        assert any(whole in cell for row in picture.table.rows for cell in row)
