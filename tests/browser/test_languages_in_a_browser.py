"""Pictures in other languages, as a real browser shows them: with its fonts, and from the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cxblueprint as cx
from cxblueprint.pictures import page_css

from .test_pictures_in_a_browser import drawn, leaving, measured, open_page, overlapping

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

VIEWS = ("service-blueprint", "journey-map")
# Where the lane names, the picture and the first step lie from the right side of what is seen.
FROM_THE_RIGHT = """(() => {
  const scroll = document.querySelector('.cx-scroll'), at = scroll.getBoundingClientRect().right;
  const right = e => Math.round(at - e.getBoundingClientRect().right);
  const seen = () => ['svg.cx-sticky', 'svg:not(.cx-sticky)'].map(e => right(document.querySelector(e)));
  const before = seen();
  scroll.scrollLeft = -300;
  return [before, seen()];
})()"""


def page_of(picture: cx.Picture, *, direction: str, of_page: str) -> str:
    """Return a page in one direction around a picture in another, as a site would make it."""
    beside = ' dir="rtl"' if direction == "rtl" else ""
    return (
        f'<!doctype html><html dir="{of_page}"><meta charset=utf-8><style>{page_css()}</style>'
        f'<div class="cx-scroll"{beside} style="width:700px">{picture.inline}{picture.sticky}</div>'
    )


@pytest.mark.parametrize("language", ["ar", "de"])
@pytest.mark.parametrize("view", VIEWS)
def test_in_any_language_no_text_leaves_its_card(view: str, language: str, tab: Tab, tmp_path: Path) -> None:
    tab.resize(1400)
    open_page(tab, tmp_path, drawn(view, theme=cx.Theme(language=language)).svg, ".svg")
    cards = measured(tab)
    assert cards
    assert (leaving(cards), overlapping(cards), tab.complaints) == ([], [], [])


@pytest.mark.parametrize("of_page", ["ltr", "rtl"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_from_right_to_left_is_seen_from_its_right_where_the_names_stay(
    view: str, of_page: str, tab: Tab, tmp_path: Path
) -> None:
    tab.resize(1400)
    picture = drawn(view, theme=cx.Theme(language="ar"))
    open_page(tab, tmp_path, page_of(picture, direction="rtl", of_page=of_page), ".html")
    assert tab.run(FROM_THE_RIGHT) == [[0, 0], [0, -300]]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_direction_of_a_page_does_not_reach_the_text_of_a_picture(
    view: str, language: str, tab: Tab, tmp_path: Path
) -> None:
    tab.resize(1400)
    picture = drawn(view, theme=cx.Theme(language=language))
    direction = "rtl" if language == "ar" else "ltr"
    open_page(tab, tmp_path, page_of(picture, direction=direction, of_page="rtl"), ".html")
    assert (leaving(measured(tab)), tab.complaints) == ([], [])
