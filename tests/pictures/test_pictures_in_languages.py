"""Every word of ours is said in the reader's language, and stands where it belongs."""

from __future__ import annotations

import string
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

import cxblueprint as cx
from cxblueprint.checks import Finding
from cxblueprint.model import Subject
from cxblueprint.pictures import VIEWS, View
from cxblueprint.pictures.settling import known_counts, known_texts
from cxblueprint.pictures.words import LANGUAGES
from tests.torture import TEXTS, everywhere

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]


def everything() -> cx.Graph:
    """Return a blueprint that says `q` wherever something can be said."""
    return cx.Graph(cx.Blueprint.model_validate(everywhere("qq")))


def lacking() -> cx.Graph:
    """Return a blueprint that calls everything `q`, and in which much is missing, ends or is too much."""
    many = [f"q{number}" for number in range(9)]
    on = [{"to": "q2"}, {"to": "q3"}]
    steps: list[dict[str, Any]] = [
        {
            "id": "q1",
            "touchpoint": "q",
            "emotion": 2,
            "pains": many,
            "wait": "1d",
            "parallel": True,
            "next": on,
        },
        {"id": "q2", "touchpoint": "qq", "next": [{"to": "q2", "when": "q"}, {"to": "q4"}]},
        {"id": "q3", "touchpoint": "qqq", "next": []},
    ]
    more: list[dict[str, Any]] = [{"id": f"q{number}", "emotion": -1} for number in range(4, 10)]
    stages = [("q", steps), ("qq", more), ("qqq", [{"id": "q0"}])]
    trip = [
        {"id": name, "name": "q", "steps": [{"name": "q", **step} for step in inside]}
        for name, inside in stages
    ]
    actions = [{"text": "q"}] * 9
    return cx.Graph(
        cx.Blueprint.model_validate(
            {
                "id": "q",
                "title": "q",
                "standards": [{"id": one, "name": "q"} for one in many],
                "touchpoints": [
                    {"id": "q", "name": "q", "standards": many, "frontstage": actions},
                    {"id": "qqq", "name": "q", "owner": "q"},
                ],
                "journeys": [
                    {"id": "trip", "name": "q", "state": "as-is", "status": "draft", "stages": trip},
                    {"id": "q", "name": "q", "state": "to-be", "stages": []},
                ],
            }
        )
    )


def findings(address: str = "trip/qq/one") -> list[Finding]:
    """Return a finding of each severity about a step, and more of them than are listed."""
    subject = Subject("step", address)
    severities = ("error", "warning", "info")
    return [Finding("QQQ001", "q", severities[n % 3], subject, "qq", "q") for n in range(45)]  # type: ignore[arg-type]


def pseudo() -> cx.Theme:
    """Return a theme in a language in which every letter is an `x`."""

    def crossed(text: str) -> str:
        pieces = string.Formatter().parse(text)
        return "".join(
            "".join("x" if char.isalpha() else char for char in before) + (f"{{{name}}}" if name else "")
            for before, name, _, _ in pieces
        )

    texts: dict[str, str | list[str]] = {text: crossed(text) for text in known_texts()}
    texts |= {noun: crossed(noun if "{n}" in noun else f"{{n}} {noun}") for noun in known_counts()}
    return cx.Theme(language="xx", words=texts)


def told_by(view: View, graph: cx.Graph, look_at: Look, **asked: Any) -> list[str]:  # noqa: ANN401
    """Return everything that the pictures of a blueprint say, seen or not."""
    told: list[str] = []
    for subject in view.subjects(graph):
        picture = view(graph, subject, theme=pseudo(), **asked)
        drawing, table = look_at(picture.svg), picture.table
        told += [*drawing.texts(), *drawing.labels(), *picture.notes, picture.description]
        told += [*table.header, *(cell for row in table.rows for cell in row)]
    return told


@pytest.mark.parametrize("view", VIEWS.values(), ids=list(VIEWS))
@pytest.mark.parametrize(
    ("graph", "address"),
    [(everything(), "trip/qq/one"), (lacking(), "trip/q/q1")],
    ids=["everything", "lacking"],
)
def test_no_word_of_ours_is_said_in_english_alone(
    view: View, graph: cx.Graph, address: str, look_at: Look
) -> None:
    told = told_by(view, graph, look_at, findings=findings(address))
    stages = [node.id for node in graph.journey("trip").stages]
    if view.of == "journey" and len(stages) > 2:
        picture = view(graph, "trip", stage=",".join(stages[:2]), theme=pseudo())
        told += look_at(picture.svg).texts()
    # A metric has its abbreviation in every language; the codes of two teams of one name are QQ and QA.
    ours = {text: text.replace("QQQ001", "").replace("CES", "") for text in told}
    others = {text for text, rest in ours.items() if set(filter(str.isalpha, rest)) - set("xXqQA")}
    assert others == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
def test_in_any_language_no_text_leaves_its_card(text: str, view: str, language: str, look_at: Look) -> None:
    graph = cx.Graph(cx.Blueprint.model_validate(everywhere(text)))
    drawing = look_at(VIEWS[view](graph, "trip", theme=cx.Theme(language=language)).svg)
    assert drawing.outside() == []
    assert [words for card, texts in drawing.cards() for words, box in texts if not card.holds(box)] == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
def test_words_of_any_length_keep_to_their_places(view: str, language: str, look_at: Look) -> None:
    word = TEXTS["long-word"]
    longest: dict[str, str | list[str]] = dict.fromkeys(known_texts() - {", "}, word)
    theme = cx.Theme(language=language, words=longest | dict.fromkeys(known_counts(), f"{word} {{n}}"))
    drawing = look_at(VIEWS[view](everything(), "trip", theme=theme, findings=findings()).svg)
    cards = list(drawing.cards())
    assert drawing.outside() == []
    leaving = {words for card, texts in cards for words, box in texts if not card.holds(box)}
    assert leaving <= {"QQQ001"}  # the code of a finding sits on the edge
    beside = drawing.beside_cards()
    if view == "service-blueprint":  # the cards of a map are its columns, in which labels of ways stand too
        assert [words for words, box in beside for card, _ in cards if card.meets(box)] == []
    assert [(a, b) for (a, one), (b, other) in combinations(beside, 2) if one.meets(other)] == []


def test_a_lane_name_is_broken_where_its_words_say(look_at: Look) -> None:
    words = {"Backstage": "Unterstützungs\u00adprozesse", "Key": "Zeichen\u00aderklärung"}
    drawing = look_at(VIEWS["service-blueprint"](everything(), "trip", theme=cx.Theme(words=words)).svg)
    texts = drawing.texts()
    assert ("Unterstützungs-" in texts, "prozesse" in texts, "Zeichenerklärung" in texts) == (
        True,
        True,
        True,
    )


# From right to left


def test_a_picture_in_arabic_begins_at_the_right(look_at: Look) -> None:
    svg = VIEWS["service-blueprint"](everything(), "trip", theme=cx.Theme(language="ar")).svg
    drawing = look_at(svg)
    lefts = {
        label.split("،")[0]: card.left for label, card in drawing.labelled() if label.startswith("الخطوة")
    }
    assert list(lefts) == ["الخطوة 1 من 3", "الخطوة 2 من 3", "الخطوة 3 من 3"]
    assert sorted(lefts.values(), reverse=True) == list(lefts.values())
    [name] = [box for text, box in drawing.placed() if text == "أمام العميل"]
    assert name.left > max(lefts.values())


@pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
def test_a_picture_in_arabic_is_drawn_in_a_mirror(view: str, look_at: Look) -> None:
    theme = cx.Theme(language="ar")
    mirrored = VIEWS[view](everything(), "trip", theme=theme)
    straight = VIEWS[view](everything(), "trip", theme=from_the_left(theme))
    assert (mirrored.width, mirrored.height) == (straight.width, straight.height)
    assert [(round(straight.width - box.right, 1), box.top) for box in look_at(straight.svg).rects()] == [
        (round(box.left, 1), box.top) for box in look_at(mirrored.svg).rects()
    ]


def from_the_left(theme: cx.Theme) -> cx.Theme:
    """Return a theme whose words are the same, and written from left to right."""
    other = copy(theme)
    object.__setattr__(other, "words", replace(theme.words, is_rtl=False))
    return other


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_picture_says_in_which_language_it_is(code: str, look_at: Look) -> None:
    root = look_at(VIEWS["journey-map"](everything(), "trip", theme=cx.Theme(language=code)).svg).root
    assert (root.get("lang"), root.get("dir"), root.get("direction")) == (code, None, None)


def test_a_country_is_told_and_has_the_words_of_its_language() -> None:
    words = cx.Theme(language="de-AT").words
    assert (words.language, words("Line of visibility")) == ("de-AT", "Sichtbarkeitslinie")
