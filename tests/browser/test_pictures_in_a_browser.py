"""A real browser measures the pictures: with its fonts, not with our table of widths."""

from __future__ import annotations

import base64
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS, page_css
from cxblueprint.pictures.theme import DARK, LIGHT

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

OF_JOURNEYS = [name for name, view in VIEWS.items() if view.of == "journey"]
TEXTS = {
    "plain": "Opens the bill and compares it with the offer",
    "long": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "capitals": "W" * 80,
    "markup": "<script>alert(1)</script> & \"quotes\" 'x' ]]> <!-- -->",
    "arabic": "يختار العميل موعدًا مناسبًا للفني عبر التطبيق (24 ساعة) Wi-Fi.",
    "hebrew": "הלקוח בוחר מועד נוח באפליקציה (Wi-Fi).",
    "chinese": "客戶在應用程式中選擇適合技術人員上門的時間，並確認地址",
    "japanese": "お客様は技術者を迎え、「設置場所」を案内します。",
    "korean": "고객은 앱에서 기술자에게 적합한 시간을 선택합니다",
    "devanagari": "ग्राहक तकनीशियन को अंदर आने देता है और कमरे दिखाता है",
    "tamil": "வாடிக்கையாளர் செயலியில் தொழில்நுட்ப வல்லுநருக்கு நேரத்தைத் தேர்வு செய்கிறார்",
    "thai": "ลูกค้าเลือกเวลานัดหมายที่เหมาะสมสำหรับช่างเทคนิคผ่านแอป",
    "emoji": "\U0001f469\u200d\U0001f4bb waits \U0001f600 at home \U0001f1e9\U0001f1ea",
    "greek": "Ο πελάτης επιλέγει την ώρα. Клиент выбирает время.",
}

CARDS = {
    "service-blueprint": 5 * len(TEXTS),
    "journey-map": len(TEXTS),
    "measures": 1 + 3 * len(TEXTS),
    "portfolio": 1,
}
# Each card's box with the boxes of its texts, in the units of the drawing.
MEASURE = """
[...document.querySelectorAll('[aria-label] > .cx-card, [aria-label] > .cx-hit')].map(card => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
  return {
    label: card.parentNode.getAttribute('aria-label').slice(0, 60),
    box: box(card),
    isCard: card.classList.contains('cx-card'),
    texts: [...card.parentNode.querySelectorAll('text')].map(t => [t.textContent, ...box(t)]),
  };
})
"""
COLOUR = "getComputedStyle(document.querySelector('.cx-ground')).fill"


def stage_of(number: int) -> dict[str, Any]:
    """Return the stage whose one step says the text of this number everywhere."""
    key, text = list(TEXTS.items())[number]
    step = {
        "touchpoint": key, "customer": text, "thinking": text, "pains": [text, text], "opportunities": [text],
        "emotion": number % 5 - 2, "wait": "2bd", "moment_of_truth": True, "fail_points": [{"text": text}],
    }  # fmt: skip
    return {"name": text, "steps": [step]}


def blueprint() -> cx.Blueprint:
    """Return a journey whose every step says another of the texts everywhere."""
    words = list(TEXTS.items())
    stages = [stage_of(number) for number in range(len(words))]
    return cx.Blueprint.model_validate(
        {
            "id": "b",
            "title": "Any script",
            "teams": [{"id": key, "name": text} for key, text in words],
            "channels": [{"id": key, "name": text, "kind": "phone"} for key, text in words],
            "systems": [{"id": key, "name": text} for key, text in words],
            "standards": [{"id": key, "name": text, "target": "90% within 3s"} for key, text in words],
            "touchpoints": [
                {
                    "id": key, "name": text, "channel": key, "owner": key,
                    "physical_evidence": [text, text],
                    "frontstage": [{"text": text}, {"text": text, "team": "plain"}],
                    "backstage": [{"text": text, "system": key}], "support": [{"system": key}],
                    "standards": [key], "kpis": [key],
                }
                for key, text in words
            ],
            "kpis": [
                {"id": key, "name": text, "action": text, "target": "at least 4", "unit": text, "owner": key}
                for key, text in words
            ],
            "journeys": [{"id": "trip", "name": TEXTS["arabic"], "kpis": ["greek"], "stages": stages}],
        }
    )  # fmt: skip


def drawn(view: str, **more: Any) -> Any:  # noqa: ANN401  # a picture
    return VIEWS[view](cx.Graph(blueprint()), "trip", **more)


def page_of(picture: Any, scheme: str) -> str:  # noqa: ANN401
    """Return a page as a site would make it, with styles around the picture that must not reach it."""
    return (
        f"<!doctype html><meta charset=utf-8><style>{page_css()}"
        "body{letter-spacing:3px;text-transform:uppercase;word-spacing:9px;font:italic 30px serif}</style>"
        f'<body data-md-color-scheme="{scheme}"><div class="cx-scroll" style="width:700px">'
        f"{picture.sticky}{picture.inline}</div>"
    )


def open_page(tab: Tab, tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    path.write_text(text, encoding="utf-8")
    tab.open(path.as_uri())


def measured(tab: Tab) -> list[dict[str, Any]]:
    """Return each card with its box and those of its texts."""
    return cast("list[dict[str, Any]]", tab.run(MEASURE))


def leaving(cards: list[dict[str, Any]]) -> list[str]:
    """Return the texts that leave their card by more than the rounding of a pixel."""
    return [
        f"{text!r} in {card['label']!r}"
        for card in cards
        for text, left, top, right, bottom in card["texts"]
        if left < card["box"][0] - 1
        or right > card["box"][2] + 1
        or top < card["box"][1] - 3
        or bottom > card["box"][3] + 3
    ]


def overlapping(cards: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the cards that lie on each other."""
    boxes = [(card["label"], card["box"]) for card in cards if card["isCard"]]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_no_text_leaves_its_card_and_no_two_cards_overlap(view: str, tab: Tab, tmp_path: Path) -> None:
    picture = drawn(view)
    tab.resize(1400)
    open_page(tab, tmp_path, picture.svg, ".svg")
    cards = measured(tab)
    assert len(cards) == CARDS[view]
    assert (leaving(cards), overlapping(cards), tab.complaints) == ([], [], [])


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_styles_of_the_page_do_not_reach_the_text_of_a_picture(view: str, tab: Tab, tmp_path: Path) -> None:
    tab.resize(1400)
    open_page(tab, tmp_path, page_of(drawn(view), "default"), ".html")
    assert (leaving(measured(tab)), tab.complaints) == ([], [])


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_a_stand_alone_picture_is_dark_for_those_who_prefer_it(view: str, tab: Tab, tmp_path: Path) -> None:
    seen = []
    for dark in (False, True):
        tab.resize(1400, dark=dark)
        open_page(tab, tmp_path, drawn(view).svg, ".svg")
        seen.append(tab.run(COLOUR))
    assert seen == [as_rgb(LIGHT["ground"]), as_rgb(DARK["ground"])]


def test_a_picture_in_a_page_follows_its_scheme(tab: Tab, tmp_path: Path) -> None:
    seen = []
    for scheme in ("default", "slate"):
        open_page(tab, tmp_path, page_of(drawn("journey-map"), scheme), ".html")
        seen.append(tab.run(COLOUR))
    assert seen == [as_rgb(LIGHT["ground"]), as_rgb(DARK["ground"])]


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in ("measures", "portfolio")])
def test_the_names_at_the_left_stay_when_the_picture_is_scrolled(view: str, tab: Tab, tmp_path: Path) -> None:
    tab.resize(1400)
    open_page(tab, tmp_path, page_of(drawn(view), "default"), ".html")
    places = tab.run(
        """(() => {
          const scroll = document.querySelector('.cx-scroll'), at = scroll.getBoundingClientRect().left;
          scroll.scrollLeft = 600;
          const left = e => Math.round(document.querySelector(e).getBoundingClientRect().left - at);
          return [left('svg.cx-sticky'), left('svg:not(.cx-sticky)')];
        })()"""
    )
    assert places == [0, -600]


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_the_keyboard_reaches_each_card_in_the_order_of_the_journey(
    view: str, tab: Tab, tmp_path: Path
) -> None:
    open_page(
        tab, tmp_path, page_of(drawn(view, link=lambda subject: f"#{subject.kind}"), "default"), ".html"
    )
    label = "getAttribute('aria-label')"
    links = tab.run(f"[...document.querySelectorAll('.cx-scroll a')].slice(0, 6).map(a => a.{label})")
    expected = cast("list[str]", links)
    reached = []
    # The scroll region itself may be a stop on the way.
    for _ in range(7):
        tab.press("Tab", 9)
        reached.append(tab.run(f"document.activeElement.{label}"))
    assert [found for found in reached if found][: len(expected)] == expected != []


@pytest.mark.parametrize("view", OF_JOURNEYS)
def test_a_picture_shows_itself_as_an_image(view: str, tab: Tab, tmp_path: Path) -> None:
    picture = drawn(view)
    data = base64.b64encode(picture.svg.encode()).decode()
    open_page(tab, tmp_path, f'<!doctype html><img src="data:image/svg+xml;base64,{data}">', ".html")
    assert tab.run("document.images[0].naturalWidth") == round(picture.width)


def as_rgb(colour: str) -> str:
    """Return a colour as a browser writes it."""
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"
