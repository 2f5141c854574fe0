"""The pages for those who use the keyboard, hear them, see them large, or in colours of their own."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

import pytest

if TYPE_CHECKING:
    from tests.crawling import Crawled

    from .conftest import Tab

pytestmark = pytest.mark.browser

TAB = ("Tab", 9)
NAMED = ("journeys", "touchpoints", "teams")
"""The folders with pages that are called as the thing that they are about."""
MOVED = ".md-typeset__scrollwrap"
"""What Material puts around a table, to move it where it is wider than the page."""
STOPS = ("region", "group")
# How a link looks: what a focus may change about it, and about what is drawn in it.
LOOK = """(link => [link, ...link.querySelectorAll('[class]')].map(e => {
  const s = getComputedStyle(e);
  return [s.outlineStyle == 'none' ? '' : s.outline, s.stroke, s.strokeWidth, s.textDecorationLine].join(' ');
}).join('; '))"""
# Where the focus is among the links, and how that one looks.
AT = "(at => [at, at < 0 ? '' : look(links[at])])(links.indexOf(document.activeElement))"
# What is written for what a selector finds in the pictures, for pointers and screen readers alike.
TITLES = "[...document.querySelectorAll('%s')].map(e => e.querySelector(':scope > title').textContent)"
HREFS = "[...document.querySelectorAll('figure svg a')].map(a => a.getAttribute('href'))"
# How many pieces of text are seen, or can be moved into sight.
SEEN = """[...document.querySelectorAll('article *:not(svg *)')].filter(e =>
  e.children.length == 0 && e.textContent.trim() && e.getClientRects().length).length"""
# Of what is written in a page: its colour, and that of the nearest ground behind it.
WRITTEN = """[...document.querySelectorAll('article :is(p, td, th, li, a, span, button, h1, h2)')]
  .filter(e => !e.closest('svg') && e.textContent.trim() && e.getClientRects().length).map(e => {
    const ground = e => getComputedStyle(e).backgroundColor;
    let behind = e;
    while (behind.parentElement && ground(behind).endsWith(', 0)')) behind = behind.parentElement;
    return [getComputedStyle(e).color, ground(behind)];
  })"""


@pytest.fixture
def pictured(sorts: tuple[str, ...], crawled: Crawled) -> list[str]:
    """One page of each sort that has pictures."""
    pages = [page for page in sorts if "<figure" in (crawled.folder / page).read_text("utf-8")]
    assert pages
    return pages


def open_pictures(tab: Tab, url: str) -> None:
    """Open a page and show all its pictures, also those of which a reader chooses one at a time."""
    tab.open(url)
    tab.run("document.querySelectorAll('.cx-tab[hidden]').forEach(panel => { panel.hidden = false })")


def test_the_keyboard_reaches_every_card_in_order_and_shows_where_it_is(
    address: str, pictured: list[str], tab: Tab
) -> None:
    tab.resize(1440)
    for page in pictured:
        open_pictures(tab, address + page)
        tab.run(f"look = {LOOK}; links = [...document.querySelectorAll('figure svg a')]; 0")
        plain = cast("list[str]", tab.run("links.map(look)"))
        between = cast("int", tab.run("document.querySelectorAll('main figure').length")) * 5
        tab.run("document.querySelector('.cx-scroll').focus()")
        reached: dict[int, str] = {}
        for _ in range(len(plain) + between):
            tab.press(*TAB)
            place, look = cast("tuple[int, str]", tab.run(AT))
            reached[place] = look
        reached.pop(-1, None)

        assert (page, list(reached)) == (page, list(range(len(plain))))
        assert (page, [at for at, look in reached.items() if look == plain[at]]) == (page, [])


def test_a_card_that_leads_nowhere_says_what_is_missing(address: str, pictured: list[str], tab: Tab) -> None:
    for page in pictured:
        open_pictures(tab, address + page)
        # Signs in the key and on arrows are smaller than any card.
        silent = tab.run(
            """[...document.querySelectorAll('figure svg:not([aria-hidden]) .cx-card')].filter(card =>
              card.getBBox().height > 20 && !card.closest('a') &&
              !card.closest('[role=img]')?.querySelector('title')).length"""
        )
        assert (page, silent) == (page, 0)


@pytest.mark.parametrize(
    ("selector", "role"),
    [("figure svg a", "link"), ("figure svg g[role=img]", "image"), ("figure svg[role=group]", "group")],
)
def test_a_screen_reader_hears_all_that_is_written_for_it(
    selector: str, role: str, address: str, pictured: list[str], tab: Tab
) -> None:
    heard = 0
    for page in pictured:
        open_pictures(tab, address + page)
        titles = cast("list[str]", tab.run(TITLES % selector))
        heard += len(titles)
        assert (page, tab.spoken(selector)) == (page, [(role, title) for title in titles])
        assert all(titles)
    assert heard


def test_a_card_that_leads_to_a_page_says_its_name(
    address: str, pictured: list[str], crawled: Crawled, tab: Tab
) -> None:
    names = {path: page.headings[0][1].strip(" \u00b6") for path, page in crawled.pages.items()}
    led = 0
    for page in pictured:
        open_pictures(tab, address + page)
        spoken = tab.spoken("figure svg a")
        for (_, name), url in zip(spoken, cast("list[str]", tab.run(HREFS)), strict=True):
            target, place = crawled.goal(page, url) or ("", "")
            if PurePosixPath(target).parent.name in NAMED and target != page and not place:
                assert names[target] in name, f"{page}: {name!r} leads to {target}"
                led += 1
    assert led


def test_whatever_can_be_moved_has_a_name(address: str, sorts: tuple[str, ...], tab: Tab) -> None:
    stops = 0
    tab.resize(390)
    for page in sorts:
        tab.open(address + page)
        tab.run("new Promise(go => setTimeout(go, 100))")  # until tables that can be moved are found
        spoken = tab.spoken(f":is(.cx-scroll, {MOVED})[tabindex]:not(details:not([open]) *, [hidden] *)")
        stops += len(spoken)
        assert (page, [one for one in spoken if one[0] not in STOPS or not one[1]]) == (page, [])
        regions = [name for role, name in spoken if role == "region"]
        assert (page, len(set(regions))) == (page, len(regions))
    assert stops


def test_a_table_is_a_stop_for_the_keyboard_only_while_it_can_be_moved(address: str, tab: Tab) -> None:
    tab.resize(390)
    tab.open(f"{address}teams/branches.html")
    tab.run(f"wraps = [...document.querySelectorAll('{MOVED}')]; 0")
    moved = "wraps.filter(e => e.scrollWidth > e.clientWidth)"
    stops = "wraps.filter(e => e.tabIndex == 0 && e.getAttribute('aria-label'))"
    tab.wait_until(f"{stops}.length")
    assert tab.run(f"{stops}.length == {moved}.length && {stops}.length < wraps.length")

    tab.resize(1440)
    tab.wait_until(f"{stops}.length == 0")
    assert tab.run(f"{moved}.length") == 0
    tab.resize(390)
    tab.wait_until(f"{stops}.length == {moved}.length")


def test_the_first_stop_leads_past_the_navigation(address: str, sorts: tuple[str, ...], tab: Tab) -> None:
    tab.resize(1440)
    for page in sorts:
        tab.open(address + page)
        tab.settle()
        tab.press(*TAB)
        assert (page, tab.run("document.activeElement.textContent.trim()")) == (page, "Skip to content")
        tab.wait_until("getComputedStyle(document.activeElement).opacity == 1")
        target = "document.getElementById(decodeURIComponent(document.activeElement.hash.slice(1)))"
        assert (page, tab.run(f"{target}?.closest('article') != null")) == (page, True)


def test_twice_as_large_a_page_lacks_nothing(address: str, sorts: tuple[str, ...], tab: Tab) -> None:
    for page in sorts:
        tab.resize(1440)
        tab.open(address + page)
        before = tab.run(SEEN)
        tab.resize(1440, zoom=2)
        assert (page, tab.run("document.documentElement.scrollWidth")) == (page, 720)
        assert (page, tab.run(SEEN)) == (page, before)


def test_nothing_of_ours_moves_by_itself(address: str, sorts: tuple[str, ...], tab: Tab) -> None:
    tab.resize(1440)
    tab.prefer(prefers_reduced_motion="reduce")
    for page in sorts:
        tab.open(address + page)
        moving = tab.run(
            """[...document.querySelectorAll('[class*="cx-"]:not(svg *)')].filter(e => {
              const style = getComputedStyle(e);
              return style.animationName != 'none' || style.scrollBehavior == 'smooth';
            }).length + document.getAnimations().length"""
        )
        assert (page, moving) == (page, 0)


def apart(one: str, other: str) -> int:
    """Return how far two colours of a browser lie apart, from 0 to 765."""
    shares = [[int(share) for share in re.findall(r"\d+", colour)[:3]] for colour in (one, other)]
    return sum(abs(a - b) for a, b in zip(*shares, strict=True))


def test_colours_that_a_reader_forces_leave_nothing_invisible(
    address: str, sorts: tuple[str, ...], tab: Tab
) -> None:
    tab.resize(1440)
    for page in sorts:
        tab.open(address + page)
        for dark in (False, True):
            tab.prefer(dark=dark, forced_colors="active")
            assert tab.run("matchMedia('(forced-colors: active)').matches")
            written = {(one, other) for one, other in cast("list[list[str]]", tab.run(WRITTEN))}
            assert (page, dark, [pair for pair in written if apart(*pair) < 200]) == (page, dark, [])
        # A picture keeps its own colours, ground and all.
        drawn = "[...document.querySelectorAll('figure svg')].map(e => getComputedStyle(e).forcedColorAdjust)"
        assert "auto" not in cast("list[str]", tab.run(drawn))
