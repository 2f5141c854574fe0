"""A real browser measures the pictures: with its fonts, not with our table of widths."""

from __future__ import annotations

import base64
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

import cxblueprint as cx
from cxblueprint.pictures import VIEWS, Picture, View, page_css
from cxblueprint.pictures.theme import DARK, LIGHT
from tests.torture import TEXTS, saying

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

# Each card's box with the boxes of its texts, in the units of the drawing.
MEASURE = """
[...document.querySelectorAll('svg:not(.cx-sticky) :is(a, g):has(> title)')]
  .map(group => group.querySelector(':scope > .cx-card, :scope > .cx-hit'))
  .filter(card => card)
  .map(card => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
  return {
    label: card.parentNode.querySelector(':scope > title').textContent.slice(0, 60),
    box: box(card),
    isCard: card.classList.contains('cx-card'),
    texts: [...card.parentNode.querySelectorAll('text')].map(t => [t.textContent, ...box(t)]),
  };
})
"""
EVERY_VIEW = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
CARDS = {
    "service-blueprint": 5 * len(TEXTS) + 1,
    "journey-map": len(TEXTS) + 1,
    "silos": 2 * len(TEXTS),
    "silos-network": len(TEXTS),
    "ownership": 2 * len(TEXTS),
    "measures": 3 * len(TEXTS) + 1,
    "governance": len(TEXTS),
    "recovery": 3 * len(TEXTS) + 4,
    "portfolio": 2,
}
"""How many cards the first picture of a view has; of its others, that there are some is enough."""
WINDOW = 700
"""How wide the part of a page is through which a picture is seen."""
COLOUR = "getComputedStyle(document.querySelector('.cx-ground')).fill"


@cache
def graph() -> cx.Graph:
    """Return a blueprint that says another of the texts at each step, in each team, in each plan."""
    return cx.Graph(cx.Blueprint.model_validate(saying(TEXTS)))


def drawn(name: str, **more: Any) -> Picture:  # noqa: ANN401  # whatever a test asks for
    """Draw the first of what a view can show."""
    return all_drawn(VIEWS[name], **more)[0]


def all_drawn(view: View, **more: Any) -> list[Picture]:  # noqa: ANN401
    """Draw a journey and the pair, both plans, or the whole blueprint: what the view can show."""
    subjects = view.subjects(graph())
    pictures = [view(graph(), subject, **more) for subject in subjects[: 1 if view.of == "journey" else None]]
    return [*pictures, view(graph(), beside=True, **more)] if view.has_pairs else pictures


def page_of(picture: Picture, scheme: str) -> str:
    """Return a page as a site would make it, with styles around the picture that must not reach it."""
    return (
        f"<!doctype html><meta charset=utf-8><style>{page_css()}"
        "body{letter-spacing:3px;text-transform:uppercase;word-spacing:9px;font:italic 30px serif}</style>"
        f'<body data-md-color-scheme="{scheme}"><div class="cx-scroll" style="width:{WINDOW}px">'
        f"{picture.inline}{picture.sticky}{picture.paper}</div>"
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


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@EVERY_VIEW
def test_no_text_leaves_its_card_and_no_two_cards_overlap(
    view: View, *, dark: bool, tab: Tab, tmp_path: Path
) -> None:
    tab.resize(1400, dark=dark)
    counts = []
    for picture in all_drawn(view):
        open_page(tab, tmp_path, picture.svg, ".svg")
        cards = measured(tab)
        counts.append(len(cards))
        assert (leaving(cards), overlapping(cards), tab.complaints) == ([], [], [])
    assert counts[0] == CARDS[view.name]
    assert min(counts) > 0


@EVERY_VIEW
def test_those_who_listen_are_told_all_that_a_card_says(view: View, tab: Tab, tmp_path: Path) -> None:
    picture = view(graph(), view.subjects(graph())[0], link=lambda _: "page/")
    open_page(tab, tmp_path, page_of(picture, "default"), ".html")
    links = "[...document.querySelectorAll('.cx-page a')].map(a => a.querySelector('title').textContent)"
    titles = cast("list[str]", tab.run(links))

    told = {" ".join(name.split()) for name in tab.names("link")}
    assert titles != []
    assert {" ".join(title.split()) for title in titles} - told == set()


@EVERY_VIEW
def test_styles_of_the_page_do_not_reach_the_text_of_a_picture(view: View, tab: Tab, tmp_path: Path) -> None:
    tab.resize(1400)
    for picture in all_drawn(view):
        open_page(tab, tmp_path, page_of(picture, "default"), ".html")
        assert (leaving(measured(tab)), tab.complaints) == ([], [])


@EVERY_VIEW
def test_a_stand_alone_picture_is_dark_for_those_who_prefer_it(view: View, tab: Tab, tmp_path: Path) -> None:
    picture, seen = drawn(view.name), []
    for dark in (False, True):
        tab.resize(1400, dark=dark)
        open_page(tab, tmp_path, picture.svg, ".svg")
        seen.append(tab.run(COLOUR))
    assert seen == [as_rgb(LIGHT["ground"]), as_rgb(DARK["ground"])]


@EVERY_VIEW
def test_a_picture_in_a_page_follows_its_scheme(view: View, tab: Tab, tmp_path: Path) -> None:
    picture, seen = drawn(view.name), []
    for scheme in ("default", "slate"):
        open_page(tab, tmp_path, page_of(picture, scheme), ".html")
        seen.append(tab.run(COLOUR))
    assert seen == [as_rgb(LIGHT["ground"]), as_rgb(DARK["ground"])]


@EVERY_VIEW
def test_the_names_at_the_left_stay_when_the_picture_is_scrolled(
    view: View, tab: Tab, tmp_path: Path
) -> None:
    tab.resize(1400)
    for picture in all_drawn(view):
        open_page(tab, tmp_path, page_of(picture, "default"), ".html")
        places = tab.run(
            """(() => {
              const scroll = document.querySelector('.cx-scroll'), at = scroll.getBoundingClientRect().left;
              scroll.scrollLeft = 600;
              const left = e => e && Math.round(e.getBoundingClientRect().left - at);
              return [left(document.querySelector('svg.cx-sticky')),
                      left(document.querySelector('.cx-scroll > svg:not(.cx-sticky)'))];
            })()"""
        )
        beyond = round(picture.width) - WINDOW  # a small picture cannot be scrolled as far
        assert places == [0 if picture.sticky else None, -min(600, max(0, beyond))]


@EVERY_VIEW
def test_the_keyboard_reaches_each_link_in_its_order(view: View, tab: Tab, tmp_path: Path) -> None:
    for picture in all_drawn(view, link=lambda subject: f"#{subject.kind}"):
        open_page(tab, tmp_path, page_of(picture, "default"), ".html")
        tab.run("links = [...document.querySelectorAll('.cx-scroll a')]; 0")
        count = cast("int", tab.run("links.length"))
        reached = []
        for _ in range(count + 1):  # the scroll region itself is a stop on the way
            tab.press("Tab", 9)
            reached.append(tab.run("links.indexOf(document.activeElement)"))
        assert [at for at in reached if at != -1] == list(range(count))
        assert count > 0


@EVERY_VIEW
def test_a_picture_shows_itself_as_an_image(view: View, tab: Tab, tmp_path: Path) -> None:
    picture = drawn(view.name)
    data = base64.b64encode(picture.svg.encode()).decode()
    open_page(tab, tmp_path, f'<!doctype html><img src="data:image/svg+xml;base64,{data}">', ".html")
    assert tab.run("document.images[0].naturalWidth") == round(picture.width)


def as_rgb(colour: str) -> str:
    """Return a colour as a browser writes it."""
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"
