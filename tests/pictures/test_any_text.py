"""Whatever stands in a blueprint and however a journey goes: it is drawn, and nothing leaves its box."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import cxblueprint as cx
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.theme import page_css, style
from cxblueprint.testing import strategies

if TYPE_CHECKING:
    from .conftest import Drawing

OF_JOURNEYS = [name for name, view in VIEWS.items() if view.of == "journey"]
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TEXTS = {
    "markup": "<script>alert(1)</script> & \"quotes\" 'x' ]]> <!-- --> </text><image href=x onerror=y>",
    "long word": LONG_WORD,
    "capitals": "W" * 80,
    "thousand": "word " * 200,
    "control": "a\x07b\x1b[31mc\u202ed",
    "nothing visible": "\x07",
    "arabic": "يختار العميل موعدًا مناسبًا للفني عبر التطبيق (24 ساعة) Wi-Fi.",
    "hebrew": "הלקוח בוחר מועד נוח באפליקציה (Wi-Fi).",
    "chinese": "客戶在應用程式中選擇適合技術人員上門的時間，並確認地址",
    "japanese": "お客様は技術者を迎え、「設置場所」を案内します。",
    "korean": "고객은 앱에서 기술자에게 적합한 시간을 선택합니다",
    "devanagari": "ग्राहक तकनीशियन को अंदर आने देता है और कमरे दिखाता है",
    "tamil": "வாடிக்கையாளர் செயலியில் தொழில்நுட்ப வல்லுநருக்கு நேரத்தைத் தேர்வு செய்கிறார்",
    "thai": "ลูกค้าเลือกเวลานัดหมายที่เหมาะสมสำหรับช่างเทคนิคผ่านแอป",
    "emoji": "\U0001f469\u200d\U0001f4bb waits \U0001f600 \U0001f468\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "accents": "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo Z\u0336a\u0336l\u0336g\u0336o",
}
CARDS = {"service-blueprint": 11, "journey-map": 3, "measures": 5, "portfolio": 1}


def everywhere(text: str) -> dict[str, Any]:
    """Return a blueprint that says `text` wherever something can be said."""
    touchpoint = {
        "id": "t", "name": text, "channel": "c", "owner": "a", "physical_evidence": [text, text],
        "frontstage": [{"text": text}, {"text": text, "team": "b"}],
        "backstage": [{"text": text, "system": "s"}, {"text": text, "team": "b"}],
        "support": [{"text": text, "system": "s"}, {"system": "s"}], "standards": ["n", "m"], "kpis": ["k"],
    }  # fmt: skip
    step = {
        "customer": text, "name": text, "thinking": text, "pains": [text, text], "opportunities": [text],
        "emotion": -1, "wait": "3bd", "moment_of_truth": True, "fail_points": [{"text": text}],
    }  # fmt: skip
    on = [{"to": "two", "when": text}, {"to": "one", "when": text}]
    back = [{"to": "three", "when": text, "share": 0.3}, {"to": "one", "when": text}]
    steps = [
        {"id": "one", "touchpoint": "t", **step, "next": on},
        {"id": "two", "touchpoint": "t", **step, "next": back},
        {"id": "three", **step},
    ]
    return {
        "id": "b", "title": text, "teams": [{"id": "a", "name": text}, {"id": "b", "name": f"B {text}"}],
        "channels": [{"id": "c", "name": text, "kind": "web"}], "systems": [{"id": "s", "name": text}],
        "standards": [{"id": "n", "name": text, "target": "90% within 3s"}, {"id": "m", "name": text}],
        "kpis": [{"id": "k", "name": text, "metric": "ces", "unit": text, "target": "at most 2",
                  "action": text}],
        "touchpoints": [touchpoint],
        "journeys": [{"id": "trip", "name": text, "kpis": ["k"],
                      "stages": [{"name": text, "steps": steps}]}],
    }  # fmt: skip


@pytest.mark.parametrize("view", OF_JOURNEYS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_leaves_its_card_and_no_two_cards_overlap(
    text: str, view: str, look_at: Callable[[str], Drawing]
) -> None:
    picture = VIEWS[view](cx.Graph(cx.Blueprint.model_validate(everywhere(text))), "trip")
    cards = list(look_at(picture.svg).cards())
    assert len(cards) == CARDS[view]
    assert look_at(picture.svg).outside() == []
    assert [words for card, texts in cards for words, box in texts if not card.holds(box)] == []
    # The clickable column of a map's step touches its neighbour's.
    assert (
        not any(one.meets(other) for (one, _), (other, _) in combinations(cards, 2)) or view == "journey-map"
    )


@pytest.mark.parametrize("view", OF_JOURNEYS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_lines_of_a_card_do_not_overlap(text: str, view: str, look_at: Callable[[str], Drawing]) -> None:
    picture = VIEWS[view](cx.Graph(cx.Blueprint.model_validate(everywhere(text))), "trip")
    for _, texts in look_at(picture.svg).cards():
        ordered = sorted((box for _, box in texts), key=lambda box: (box.top, box.left))
        assert not any(
            above.meets(below) for above, below in pairwise(ordered) if below.top - above.bottom < -1.5
        )


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_markup_in_a_text_makes_no_element(view: str, look_at: Callable[[str], Drawing]) -> None:
    picture = VIEWS[view](cx.Graph(cx.Blueprint.model_validate(everywhere(TEXTS["markup"]))), "trip")
    tags = {e.tag.partition("}")[2] for e in look_at(picture.svg).root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "a", "rect", "path", "circle", "line", "text"}
    assert "<script" not in picture.svg
    assert "<script" not in picture.inline + picture.sticky


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_what_is_cut_stands_whole_in_label_and_table(view: str, look_at: Callable[[str], Drawing]) -> None:
    picture = VIEWS[view](cx.Graph(cx.Blueprint.model_validate(everywhere(TEXTS["thousand"]))), "trip")
    whole = TEXTS["thousand"].strip()
    assert any(line.endswith("…") for line in look_at(picture.svg).texts())
    assert all(whole in label for label in look_at(picture.svg).labels())
    assert all(any(whole in cell for cell in row) for row in picture.table.rows)


@given(strategies.blueprints(min_journeys=1))
def test_every_journey_of_any_blueprint_is_drawn(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for journey in graph.journeys.values():
        for draw in map(VIEWS.__getitem__, OF_JOURNEYS):
            picture = draw(graph, journey.id, link=lambda subject: f"{subject.kind}/{subject.id}/")
            for svg in filter(None, (picture.svg, picture.inline, picture.sticky)):
                ET.fromstring(svg)  # noqa: S314  # what we have drawn ourselves
            if draw.name in ("service-blueprint", "journey-map"):
                assert len(picture.table.rows) == len(journey.steps)
            assert all(len(row) == len(picture.table.header) for row in picture.table.rows)


@given(strategies.blueprints(min_journeys=1))
def test_the_order_of_declaration_changes_no_picture(blueprint: cx.Blueprint) -> None:
    turned = blueprint.replace(
        teams=blueprint.teams[::-1],
        touchpoints=blueprint.touchpoints[::-1],
        channels=blueprint.channels[::-1],
        systems=blueprint.systems[::-1],
        standards=blueprint.standards[::-1],
        kpis=blueprint.kpis[::-1],
        promises=blueprint.promises[::-1],
    )
    for journey in blueprint.journeys:
        for draw in map(VIEWS.__getitem__, OF_JOURNEYS):
            one, other = (draw(cx.Graph(b), journey.id).svg for b in (blueprint, turned))
            assert one == other


DRAW = """
import sys, cxblueprint as cx
from cxblueprint.pictures import VIEWS
graph = cx.Graph(cx.loads(sys.stdin.buffer.read().decode(), format="json"))
for draw in VIEWS.values():
    if draw.of == "journey":
        sys.stdout.buffer.write(draw(graph, "trip").svg.encode())
"""


def test_a_picture_is_the_same_in_every_process() -> None:
    text = cx.dumps(cx.Blueprint.model_validate(everywhere(TEXTS["emoji"])), format="json")

    def drawn(seed: str) -> bytes:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DRAW]
        return subprocess.run(command, input=text.encode(), env=env, capture_output=True, check=True).stdout

    assert drawn("1") == drawn("2") != b""


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_every_class_in_a_picture_has_a_style(view: str, look_at: Callable[[str], Drawing]) -> None:
    picture = VIEWS[view](cx.Graph(cx.Blueprint.model_validate(everywhere("x"))), "trip")
    # These only name what they are: a page or a script may look for them.
    unstyled = {"cx-light", "cx-name", "cx-ink", "cx-page", "cx-sticky"}
    for css, svg in (
        (style("light"), picture.svg),
        (page_css(), picture.inline),
        (page_css(), picture.sticky or "<svg/>"),
    ):
        used = look_at(svg).classes() - unstyled - {"cx-auto"}
        assert {name for name in used if f".{name}{{" not in css} == set()
