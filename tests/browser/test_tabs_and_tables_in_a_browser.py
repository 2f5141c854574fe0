"""What readers do on pages: sort and choose the rows of tables, choose one of several pictures."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from .conftest import served

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "messy-bank"
TABS = ["service-blueprint", "journey-map", "silos", "ownership", "measures"]


@pytest.fixture
def home(folder: Path, tab: Tab) -> Tab:
    """Its home page, opened."""
    tab.resize(1440)
    tab.open((folder / "index.html").as_uri())
    return tab


@pytest.fixture
def journey(folder: Path) -> str:
    """The address of a journey."""
    return (folder / "journeys" / "dispute-a-charge.html").as_uri()


# Tables

TABLE = "document.querySelector('.cx-sortable')"


def column(tab: Tab, number: int) -> object:
    """Return what a column of the portfolio shows, from top to bottom."""
    rows = f"[...{TABLE}.querySelectorAll('tbody tr')].filter(row => row.offsetHeight)"
    return tab.run(f"{rows}.map(row => row.cells[{number}].innerText.split('\\n')[0].trim())")


def sort_by(tab: Tab, head: str) -> object:
    """Press the button in a head by keyboard and return what the heads say of the order."""
    buttons = f"[...{TABLE}.querySelectorAll('th button')]"
    tab.run(f"{buttons}.find(button => button.textContent == {head!r}).focus()")
    tab.press(" ", 32)
    heads = f"[...{TABLE}.querySelectorAll('th[aria-sort]')]"
    return tab.run(f"{heads}.map(head => [head.textContent, head.getAttribute('aria-sort')])")


def test_numbers_sort_as_numbers_and_a_third_time_restores_the_order(home: Tab) -> None:
    before = column(home, 0)

    orders = [(sort_by(home, "Steps"), column(home, 7)) for _ in range(3)]

    assert orders == [
        ([["Steps", "descending"]], ["26", "7", "6", "5", "1", "0"]),
        ([["Steps", "ascending"]], ["0", "1", "5", "6", "7", "26"]),
        ([], ["6", "7", "5", "0", "1", "26"]),
    ]
    assert column(home, 0) == before


def test_words_sort_as_people_do_and_empty_cells_come_last_either_way(home: Tab) -> None:
    assert sort_by(home, "Owner") == [["Owner", "ascending"]]
    assert column(home, 5) == ["Branches"] * 4 + ["Campaigns", ""]
    assert sort_by(home, "Owner") == [["Owner", "descending"]]
    assert column(home, 5) == ["Campaigns"] + ["Branches"] * 4 + [""]


def test_findings_sort_by_how_bad_they_are(home: Tab) -> None:
    worst = "■ 4 errors ▲ 23 warnings"
    assert sort_by(home, "Findings") == [["Findings", "descending"]]
    badges = f"[...{TABLE}.querySelectorAll('tbody tr')].map(row => row.cells[1].textContent)"
    found = home.run(badges)
    assert isinstance(found, list)
    assert (found[0], found[-1]) == (worst, "")

    sort_by(home, "Findings")
    found = home.run(badges)
    assert isinstance(found, list)
    assert (found[0], found[-2]) == ("■ 1 error ▲ 3 warnings", worst)


def test_a_column_sorted_by_a_key_of_its_own_has_the_worst_feeling_first(home: Tab) -> None:
    assert sort_by(home, "Lowest point") == [["Lowest point", "descending"]]
    low = column(home, 4)
    assert isinstance(low, list)
    assert [words.split(" ")[0] for words in low] == ["angry", "angry", "angry", "", "", ""]


def test_the_button_says_nothing_but_the_name_of_its_column(home: Tab) -> None:
    heads = home.run(f"[...{TABLE}.querySelectorAll('th')].map(e => [e.children.length, e.innerText.trim()])")
    assert heads == [
        [1, name]
        for name in (
            "Journey", "Findings", "Standards, step by step", "Feelings", "Lowest point", "Owner", "For",
            "Steps", "KPIs",
        )
    ]  # fmt: skip


STATUS = f"{TABLE}.querySelector('output').textContent"


def choose(tab: Tab, label: str, value: str) -> object:
    """Choose a value under a label above the table; return what may be chosen there."""
    return tab.run(
        f"""(() => {{
          const select = [...{TABLE}.querySelectorAll('label')]
            .find(e => e.firstChild.textContent.trim() == {label!r}).querySelector('select');
          select.value = {value!r};
          select.dispatchEvent(new Event('input', {{bubbles: true}}));
          return [...select.options].map(option => option.textContent);
        }})()"""
    )


def find(tab: Tab, words: str) -> None:
    """Type words into the field above the table."""
    tab.run(f"{TABLE}.querySelector('input').value = ''; {TABLE}.querySelector('input').focus()")
    tab.type(words)


def test_words_find_rows_in_any_column_whatever_their_case_and_accents(home: Tab) -> None:
    assert home.run(STATUS) == "", "nothing is announced before anything is chosen"
    find(home, "LÓAN branches")

    assert column(home, 0) == ["A loan for a first home"]
    assert home.run(STATUS) == "1 of 6 shown"


def test_choices_narrow_what_is_shown_together(home: Tab) -> None:
    assert choose(home, "Owner", "Branches") == ["any", "Branches", "Campaigns"]
    assert home.run(STATUS) == "4 of 6 shown"
    choose(home, "For", "Everybody")

    assert home.run(STATUS) == "2 of 6 shown"
    assert column(home, 0) == [
        "Close an account",
        "A parent's account, from the funeral to the last signature draft",
    ]


def test_nothing_that_fits_is_said_to_be_so_and_everything_can_be_shown_again(home: Tab) -> None:
    find(home, "zeppelin")

    assert column(home, 0) == []
    assert home.run(STATUS) == "Nothing fits: none of the 6 rows"
    home.run(f"{TABLE}.querySelector('.cx-filter button').click()")
    names = column(home, 0)
    assert isinstance(names, list)
    assert (len(names), home.run(STATUS)) == (6, "")


def test_what_was_chosen_stays_chosen_when_it_is_sorted(home: Tab) -> None:
    choose(home, "Owner", "Branches")
    sort_by(home, "Steps")

    assert column(home, 7) == ["26", "5", "1", "0"]


def test_without_scripts_a_table_is_complete(folder: Path, tab: Tab) -> None:
    tab.run_scripts(allowed=False)
    tab.open((folder / "index.html").as_uri())

    assert tab.count("#journeys + .cx-sortable tbody tr") == 6
    assert tab.count("#journeys + .cx-sortable tbody tr td") == 6 * 9
    assert tab.count(".cx-sort, .cx-filter") == 0


# Tabs

STATE = """[...document.querySelectorAll('[role=tab]')].map(tab => {
  const panel = document.getElementById(tab.getAttribute('aria-controls'));
  return [panel.querySelector('h2').id, tab.getAttribute('aria-selected') == 'true', tab.tabIndex == 0,
    panel.offsetHeight > 0];
})"""


def chosen(tab: Tab) -> str:
    """Return which picture is seen; everything else about the tabs must agree with it."""
    state = tab.run(STATE)
    assert isinstance(state, list)
    assert [name for name, *_ in state] == TABS
    assert [said for _, *said in state if len(set(said)) > 1] == []
    (found,) = (name for name, is_chosen, *_ in state if is_chosen)
    return str(found)


def test_a_reader_goes_from_picture_to_picture_by_keyboard(journey: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey)
    assert chosen(tab) == "service-blueprint"
    assert tab.run("document.querySelector('.cx-tablist ul').getAttribute('role')") == "tablist"

    tab.run("document.querySelector('[role=tab]').focus()")
    went = []
    for key, code in (("ArrowRight", 39), ("End", 35), ("ArrowRight", 39), ("ArrowLeft", 37), ("Home", 36)):
        tab.press(key, code)
        went.append(chosen(tab))
        assert tab.run("document.activeElement.hash.slice(1)") == went[-1]
        assert tab.run("location.hash.slice(1)") == went[-1]

    assert went == ["journey-map", "measures", "service-blueprint", "measures", "service-blueprint"]
    tab.press("Tab", 9)
    assert tab.run("document.activeElement.closest('.cx-tab') !== null"), "other tabs are no stops on the way"


@pytest.mark.parametrize("name", TABS)
def test_an_address_leads_to_its_picture(name: str, journey: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(f"{journey}#{name}")

    assert chosen(tab) == name
    top = tab.run("document.querySelector('.cx-tablist').getBoundingClientRect().top")
    assert isinstance(top, float | int)
    assert 0 < top < 900, "the tabs are in sight"


def test_a_link_on_the_page_leads_to_its_picture_however_often(journey: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey)
    tab.run("way = document.querySelector('article').appendChild(document.createElement('a')); 0")
    tab.run("way.href = '#silos'")
    for _ in range(2):
        tab.run("way.click()")
        assert chosen(tab) == "silos"
        tab.run("document.querySelector('[role=tab]').click()")
        assert chosen(tab) == "service-blueprint"


def test_going_back_leads_to_the_picture_that_was_seen(journey: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(f"{journey}#measures")
    tab.run("location.hash = '#silos'")
    tab.wait_until("document.querySelector('[aria-selected=true]').hash == '#silos'")
    tab.run("history.back()")
    tab.wait_until("document.querySelector('[aria-selected=true]').hash == '#measures'")

    assert chosen(tab) == "measures"


@pytest.mark.parametrize("place", ["", "#measures"])
def test_a_page_does_not_jump_when_its_tabs_are_there(place: str, journey: str, tab: Tab) -> None:
    """Its style sheet alone shows what its script will: where each thing stands does not change."""
    tab.resize(1440)
    tab.open(journey + place)
    places = """[...document.querySelectorAll('.cx-tablist, .cx-tab, #steps')]
      .map(e => [e.offsetTop, e.offsetHeight])"""
    with_script = tab.run(places)
    tab.run("""document.querySelectorAll('.cx-tabs').forEach(e => {
      e.classList.remove('cx-ready');
      e.querySelectorAll('[hidden]').forEach(panel => { panel.hidden = false; });
    })""")

    assert tab.run(places) == with_script


def test_without_scripts_all_pictures_stand_below_each_other(journey: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.run_scripts(allowed=False)
    tab.open(journey)

    assert tab.count("[role=tab], [hidden].cx-tab") == 0
    heights = [tab.height(f".cx-tab:has(#{name})") for name in TABS]
    assert all(height > 100 for height in heights)


def test_without_scripts_the_list_of_pictures_leads_to_each(folder: Path) -> None:
    page = (folder / "journeys" / "dispute-a-charge.html").read_text(encoding="utf-8")
    listed = page.partition('class="cx-tablist"')[2].partition("</div>")[0]

    assert re.findall('<a href="#(.*?)">(.*?)</a>', html.unescape(listed)) == [
        ("service-blueprint", "Service blueprint"),
        ("journey-map", "Journey map"),
        ("silos", "Silos"),
        ("ownership", "Ownership"),
        ("measures", "Measures"),
    ]


# Instant navigation, by which Material exchanges pages without loading them anew


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a documentation with instant navigation."""
    docs = tmp_path_factory.mktemp("instant")
    (docs / "docs").mkdir()
    with served(docs / "site") as address:
        settings = {
            "site_name": "Instant",
            "site_url": address,
            "theme": {"name": "material", "font": False, "features": ["navigation.instant"]},
            "plugins": [{"cxblueprint": {"blueprints": [{"source": str(EXAMPLE)}]}}],
            "nav": ["./", "rules/"],
        }
        (docs / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
        build(load_config(str(docs / "mkdocs.yml")))
        yield address


def test_tables_and_tabs_work_when_pages_are_exchanged(instant: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(instant)
    # Until it knows from the map of the site that a page is there, it is loaded anew.
    tab.wait_until("performance.getEntriesByType('resource').some(e => e.name.endsWith('sitemap.xml'))")
    tab.run("new Promise(go => setTimeout(go, 500))")
    tab.run("window.stays = true")
    tab.run(f"{TABLE}.querySelector('td a').click()")
    tab.wait_until("document.querySelector('.cx-ready')")
    assert chosen(tab) == "service-blueprint"

    tab.run("history.back()")
    tab.wait_until("document.querySelector('.cx-sort')")
    assert sort_by(tab, "Steps") == [["Steps", "descending"]]
    assert tab.count(".cx-sortable th button") == tab.count(".cx-sortable th"), "each has one button"
    assert tab.run("window.stays")
    assert tab.complaints == []
