"""Pages as they are printed: on A3 in landscape where they have a picture, light, with nothing cut off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from cxblueprint.pictures.theme import DARK, LIGHT

from .printed import papers

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

A3 = (1191, 842)
ROOM = (400 / 25.4 * 96, 277 / 25.4 * 96)
"""Between the margins of A3, in pixels."""
JOURNEYS = {
    "messy-bank": "dispute-a-charge",
    "fibre-at-home": "fibre-at-home",
    "account-opening": "new-bank-customer",
    "streetlight-repair": "as-designed",
}
"""By example, a journey: with a long list of findings, as wide as a sheet, wider, and with other scripts."""
EVERY_EXAMPLE = pytest.mark.parametrize("example", list(JOURNEYS))


@pytest.fixture
def site(example: str, published: Callable[[str], Path]) -> Path:
    """The site of the example that a test is about."""
    return published(example)


def journey_of(site: Path, example: str) -> str:
    return (site / "journeys" / f"{JOURNEYS[example]}.html").as_uri()


@EVERY_EXAMPLE
def test_a_journey_is_printed_on_a3_with_its_pictures_in_light_colours(
    example: str, site: Path, tab: Tab
) -> None:
    tab.resize(1440, dark=True)
    tab.open(journey_of(site, example))
    printed = papers(tab.pdf())

    assert {(paper.width, paper.height) for paper in printed} == {A3}
    pictures = [paper for paper in printed if LIGHT["customer"] in paper.fills]
    assert len(pictures) >= 1
    assert not any({DARK["ground"], DARK["customer"], DARK["ink"]} & paper.fills for paper in printed)
    # A page is no roll of paper: no picture or table may make dozens of sheets.
    assert len(printed) <= 8


@EVERY_EXAMPLE
def test_every_picture_or_piece_of_one_fits_on_its_sheet(example: str, site: Path, tab: Tab) -> None:
    tab.resize(int(ROOM[0]), int(ROOM[1]))
    tab.open(journey_of(site, example))
    tab.prefer(on_paper=True)
    sizes = cast(
        "list[list[float]]",
        tab.run(
            """[...document.querySelectorAll('.cx-scroll > svg, .cx-paper > svg')]
              .map(svg => svg.getBoundingClientRect())
              .filter(box => box.width)
              .map(box => [box.width, box.height, box.left, box.right])"""
        ),
    )
    assert len(sizes) >= 2
    assert [size for size in sizes if size[0] > ROOM[0] or size[1] > ROOM[1] - 60 or size[2] < 0] == []
    assert tab.run("document.documentElement.scrollWidth") == int(ROOM[0])


@pytest.mark.parametrize("example", ["account-opening"])
def test_a_wide_picture_is_printed_in_pieces_instead_of_whole(example: str, site: Path, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey_of(site, example))
    shown = """[...document.querySelectorAll('.cx-on-paper .cx-scroll')].map(scroll =>
      [':scope > svg:not(.cx-sticky)', ':scope > .cx-sticky', '.cx-paper'].map(part =>
        getComputedStyle(scroll.querySelector(part)).display))"""
    on_screen = tab.run(shown)
    tab.prefer(on_paper=True)

    assert on_screen == [["block", "block", "none"]] * 2
    assert tab.run(shown) == [["none", "none", "block"]] * 2


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [("journey-map", []), ("ownership", ["ownership"])],
)
def test_the_blueprint_the_map_and_the_chosen_picture_are_printed(
    chosen: str, printed: list[str], folder: Path, tab: Tab
) -> None:
    tab.resize(1440)
    tab.open(f"{journey_of(folder, 'messy-bank')}#{chosen}")
    tab.prefer(on_paper=True)

    panels = "[...document.querySelectorAll('.cx-tab')].filter(panel => panel.offsetHeight)"
    seen = tab.run(f"{panels}.map(panel => panel.querySelector('h2').id)")
    assert seen == [
        "service-blueprint",
        "journey-map",
        *printed,
    ]


@EVERY_EXAMPLE
def test_what_helps_on_a_screen_alone_is_not_printed(example: str, site: Path, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey_of(site, example))
    tab.prefer(on_paper=True)
    left = tab.run(
        """[...document.querySelectorAll(
          'header, nav, footer, .md-tabs, .md-sidebar, .md-top, .headerlink, figcaption, '
          + '.cx-bar, .cx-sticky, .cx-same, .cx-tablist, .cx-filter'
        )].filter(e => e.getClientRects().length).map(e => e.className || e.tagName)"""
    )
    assert left == []


@EVERY_EXAMPLE
def test_tables_are_cut_between_rows_and_say_their_columns_again(example: str, site: Path, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey_of(site, example))
    tab.prefer(on_paper=True)
    style = "getComputedStyle(e)"
    rows = f"[...new Set([...document.querySelectorAll('.cx-table tr')].map(e => {style}.breakInside))]"
    heads = f"[...new Set([...document.querySelectorAll('.cx-table thead')].map(e => {style}.display))]"
    boxes = """[...document.querySelectorAll('.cx-table, .cx-table *')]
      .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX != 'visible').length"""
    assert (tab.run(rows), tab.run(heads), tab.run(boxes)) == (["avoid"], ["table-header-group"], 0)


@EVERY_EXAMPLE
def test_no_address_of_a_link_is_written_behind_it(example: str, site: Path, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(journey_of(site, example))
    tab.prefer(on_paper=True)
    behind: Any = tab.run(
        """[...new Set([...document.querySelectorAll('article a')].flatMap(
          a => ['::before', '::after'].map(part => getComputedStyle(a, part).content)))]"""
    )
    assert set(behind) <= {"none", "normal"}


@pytest.mark.parametrize("example", ["messy-bank"])
def test_a_page_without_a_picture_leaves_the_choice_of_paper_to_its_reader(
    example: str, site: Path, tab: Tab
) -> None:
    del example
    tab.resize(1440)
    tab.open((site / "touchpoints" / "phone-menu.html").as_uri())
    assert {(paper.width, paper.height) for paper in papers(tab.pdf())} == {(612, 792)}


# What is on paper of a page: whether it begins with its name, and what leads elsewhere on a screen alone.
ON_PAPER = """(() => {
  const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).opacity > 0;
  const written = [...document.querySelectorAll('body *')].filter(e => seen(e) && !e.closest('svg') &&
    [...e.childNodes].some(node => node.nodeType == 3 && node.textContent.trim()));
  const ways = 'header, nav, footer, .headerlink, .cx-crumbs, .cx-ways, .cx-bar, button:not(th *), input';
  return [written[0].tagName, written.filter(e => e.closest(ways)).map(e => e.outerHTML.slice(0, 99))];
})()"""


def test_every_page_is_printed_from_its_name_on_without_ways_elsewhere(
    folder: Path, sorts: tuple[str, ...], tab: Tab
) -> None:
    for page in sorts:
        tab.resize(int(ROOM[1]))  # A4 is as wide as A3 is high
        tab.open((folder / page).as_uri())
        tab.prefer(on_paper=True)
        assert (page, tab.run(ON_PAPER)) == (page, ["H1", []])
