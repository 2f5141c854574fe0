"""The pages as readers meet them: in a real browser, on four widths of window, in light and in dark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from cxblueprint.mkdocs_host import build_site

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

JOURNEY = "journeys/dispute-a-charge.html"
WIDTHS = [320, 390, 1024, 1440]
"""Of windows, in pixels; the first is a screen of 1280 on which everything is four times as large."""
CUT_OFF = """[...document.querySelectorAll('article, article *:not(svg *)')].filter(e =>
  ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
  && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1).map(e => e.className || e.tagName)"""
"""What holds more than it shows and lets nobody see the rest."""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_errors_and_every_one_fits_the_window(
    *, dark: bool, address: str, sorts: tuple[str, ...], tab: Tab
) -> None:
    for page in sorts:
        tab.resize(WIDTHS[0], dark=dark)
        tab.open(address + page)
        tab.settle()
        for width in WIDTHS:
            tab.resize(width, dark=dark)
            fits = (tab.run("document.documentElement.scrollWidth"), tab.run(CUT_OFF))
            assert (page, *fits) == (page, width, [])
        elsewhere = [asked for asked in tab.addresses if not asked.startswith((address, "data:"))]
        assert (page, tab.complaints, elsewhere) == (page, [], [])


@pytest.mark.parametrize("page", ["index.html", JOURNEY])
def test_a_page_that_was_opened_from_its_folder_has_no_errors(page: str, folder: Path, tab: Tab) -> None:
    tab.resize(1440)
    tab.open((folder / page).as_uri())

    assert tab.complaints == []
    assert [asked for asked in tab.addresses if not asked.startswith((folder.as_uri(), "data:"))] == []


@pytest.mark.parametrize(("dark", "ground"), [(False, "rgb(255, 255, 255)"), (True, "rgb(30, 33, 41)")])
def test_pictures_follow_the_readers_choice_of_light_or_dark(
    *, dark: bool, ground: str, address: str, tab: Tab
) -> None:
    tab.resize(1440, dark=dark)
    tab.open(address + JOURNEY)

    assert tab.run("getComputedStyle(document.querySelector('.cx-page .cx-ground')).fill") == ground


def test_a_card_leads_to_the_page_of_its_touchpoint(address: str, tab: Tab) -> None:
    tab.open(address + JOURNEY)
    links = tab.run(
        "[...document.querySelectorAll('figure svg a')].map(a => new URL(a.href.baseVal, location).href)"
    )

    assert isinstance(links, list)
    assert f"{address}touchpoints/phone-menu.html" in links
    assert f"{address}{JOURNEY}#look-for-help.phone-menu" in links


def test_the_names_of_the_lanes_stay_while_the_picture_is_scrolled(address: str, tab: Tab) -> None:
    tab.resize(390)
    tab.open(address + JOURNEY)
    tab.run("document.querySelector('.cx-scroll').scrollLeft = 200")
    place = "document.querySelector('.cx-sticky').getBoundingClientRect().left"
    region = "document.querySelector('.cx-scroll').getBoundingClientRect().left"

    assert tab.run("document.querySelector('.cx-scroll').scrollLeft") == 200
    assert tab.run(f"{place} - {region}") == 1, "the width of the border"


def test_a_picture_can_be_fitted_to_the_page_and_back(address: str, tab: Tab) -> None:
    tab.resize(390)
    tab.open(address + JOURNEY)
    region = "document.querySelector('.cx-scroll')"
    state = f"[{region}.scrollWidth > {region}.clientWidth, b.getAttribute('aria-pressed')]"
    tab.run("b = document.querySelector('.cx-bar button'); 0")

    states = [tab.run(state)]
    for _ in range(2):
        tab.run("b.click()")
        states.append(tab.run(state))

    assert states == [[True, "false"], [False, "true"], [True, "false"]]


def test_a_picture_can_be_seen_alone_and_goes_back_to_its_place(address: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(address + JOURNEY)
    tab.run("f = document.querySelector('figure.cx-figure'); before = f.innerHTML; 0")

    tab.run("f.querySelectorAll('.cx-bar button')[1].click()")
    assert tab.run("document.querySelector('dialog[open] .cx-scroll .cx-page') !== null")
    assert tab.run("f.querySelector('.cx-scroll') === null")

    tab.press("Escape", 27)
    tab.wait_until("document.querySelector('dialog') === null")
    assert tab.run("f.innerHTML === before")


def search_for(words: str, tab: Tab) -> None:
    """Type words into the search, once it is ready to answer."""
    tab.run("document.querySelector('.md-search__input').focus()")
    tab.wait_until("document.querySelector('.md-search-result__meta').textContent.includes('Type to start')")
    tab.type(words)
    tab.press("End", 35)  # the search looks when a key is let go


def found_for(words: str, tab: Tab) -> list[tuple[str, str]]:
    """Search; return the path of each page that is found and what is shown of it, the best first."""
    search_for(words, tab)
    tab.wait_until("document.querySelector('.md-search-result__link')")
    found = tab.run(
        """[...document.querySelectorAll('.md-search-result__item')].map(item => [
          item.querySelector('a').getAttribute('href').split(/[?#]/)[0],
          item.textContent.replace(/\\s+/g, ' ')])"""
    )
    return [(path, said) for path, said in cast("list[list[str]]", found)]


@pytest.mark.parametrize("opened", ["from a server", "from its folder"])
@pytest.mark.parametrize(
    ("words", "page"),
    [("Telephone menu", "touchpoints/phone-menu.html"), ("Back Office", "teams/back-office.html")],
)
def test_the_search_finds_a_thing_by_its_name(
    words: str, page: str, opened: str, address: str, folder: Path, tab: Tab
) -> None:
    tab.resize(1440)
    tab.open(f"{address}index.html" if opened == "from a server" else (folder / "index.html").as_uri())
    found = found_for(words.lower(), tab)

    assert [words in said for path, said in found if path.endswith(page)] == [True], found
    assert tab.complaints == []


def test_the_search_finds_a_standard_where_it_is_told(address: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(f"{address}index.html")

    assert "Dispute acknowledged" in found_for("dispute acknowledged", tab)[0][1]


def test_without_scripts_a_page_lacks_nothing_but_its_buttons(address: str, tab: Tab) -> None:
    tab.run_scripts(allowed=False)
    tab.open(address + JOURNEY)

    assert tab.count("figure svg a") > 0
    assert tab.count("details.cx-same table") == tab.count("figure.cx-figure") > 1
    assert tab.count(".cx-bar") == 0


ATTACK = '<img src="no-such" onerror="window.hacked = 1"><script>hacked = 1</script> [x](javascript:hacked=1)'
HOSTILE = {
    "id": "hostile",
    "title": f"Hostile {ATTACK}",
    "purpose": ATTACK,
    "teams": [{"id": "team", "name": f"Team {ATTACK}"}],
    "touchpoints": [{"id": "desk", "name": f"Helpdesk {ATTACK}", "owner": "team", "notes": ATTACK}],
    "journeys": [
        {
            "id": "trip",
            "name": f"Trip {ATTACK}",
            "owner": "team",
            "stages": [{"name": ATTACK, "steps": [{"touchpoint": "desk", "customer": ATTACK}]}],
        }
    ],
}


def test_nothing_that_a_blueprint_says_is_run(tmp_path: Path, tab: Tab) -> None:
    (tmp_path / "hostile.json").write_text(json.dumps(HOSTILE), encoding="utf-8")
    site = build_site([str(tmp_path / "hostile.json")], tmp_path / "site").folder
    tab.resize(1440)

    for page in ("index", "journeys/trip", "touchpoints/desk", "teams/team", "findings"):
        tab.open((site / f"{page}.html").as_uri())
        assert (page, tab.complaints, tab.run("window.hacked")) == (page, [], None)
        assert tab.run("document.querySelectorAll('img, a[href^=javascript]').length") == 0
    search_for("helpdesk", tab)
    tab.wait_until("document.querySelector('.md-search-result__item')")
    tab.run("new Promise(go => setTimeout(go, 500))")
    assert (tab.complaints, tab.run("window.hacked")) == ([], None)
    assert ATTACK in str(tab.run("document.querySelector('.md-search-result__item h1').textContent"))
