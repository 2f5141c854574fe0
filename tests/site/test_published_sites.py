"""Every page of a published site, read without a browser: nothing leads nowhere, and all have names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.crawling import Crawled, Published, read

OF_MATERIAL = re.compile(r"#__(toc|nav_[\d_]+_label)")
"""The button for a page's own contents stays where it has none to be shown; and a part of the navigation is
called by a label that is left out where the part has one page alone."""
WHOLE = ("messy-bank", "documentation")
"""A site from blueprint files alone, and the documentation with every example in its gallery."""


@pytest.fixture(scope="session")
def crawled_site(published: Callable[[str], Path]) -> Callable[[str], Crawled]:
    """Read a whole site, once."""

    @cache
    def read_all(name: str) -> Crawled:
        return Crawled.of(published(name))

    return read_all


@pytest.fixture(params=WHOLE)
def crawled(request: pytest.FixtureRequest, crawled_site: Callable[[str], Crawled]) -> Crawled:
    """A site that was read."""
    return crawled_site(request.param)


def test_whatever_a_page_leads_to_shows_or_names_is_there(crawled: Crawled) -> None:
    broken = {
        name: [url for url in crawled.broken(name) if not OF_MATERIAL.fullmatch(url)]
        for name in crawled.pages
    }
    assert {name: urls for name, urls in broken.items() if urls} == {}
    assert sum(len(page.links) for page in crawled.pages.values()) > 20 * len(crawled.pages)


def test_every_page_is_reached_from_the_first_one(crawled: Crawled) -> None:
    assert set(crawled.pages) - crawled.reached() == set()


def test_nothing_is_fetched_from_elsewhere(crawled: Crawled) -> None:
    assert crawled.fetched_from_elsewhere() == {}


def test_no_id_is_given_twice_on_a_page(crawled: Crawled) -> None:
    twice = {
        name: [known for known, times in page.ids.items() if times > 1]
        for name, page in crawled.pages.items()
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_text_falls_out_of_its_paragraph(crawled: Crawled) -> None:
    assert [name for name, page in crawled.pages.items() if page.broken_paragraphs] == []


def _faults_of_headings(page: Published) -> Iterator[str]:
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"{levels.count(1)} headings of the first level, and it begins with {levels[:1]}"
    yield from (words for _, words in page.headings if not words.strip(" \n\u00b6"))
    for (before, _), (level, words) in pairwise(page.headings):
        if level > before + 1:
            yield f"{words} on level {level} after level {before}"


def test_every_page_has_one_name_and_headings_that_skip_no_level(crawled: Crawled) -> None:
    faults = {name: list(_faults_of_headings(page)) for name, page in crawled.pages.items()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_page_says_in_its_title_what_it_is_and_where(crawled: Crawled) -> None:
    home = crawled.pages["index.html"].title.strip()
    titles = {name: page.title.strip() for name, page in crawled.pages.items() if name != "index.html"}
    assert home
    assert [name for name, title in titles.items() if not title.removesuffix(f" - {home}").strip()] == []
    assert [name for name, title in titles.items() if not title.endswith(f" - {home}")] == []


def test_a_page_that_begins_with_what_it_is_for_says_so_to_search_engines(crawled: Crawled) -> None:
    assert [name for name, page in crawled.pages.items() if page.has_lead and not page.description] == []
    assert any(page.has_lead for page in crawled.pages.values())


def test_no_two_pages_of_a_site_from_files_have_one_title(crawled_site: Callable[[str], Crawled]) -> None:
    titles = [page.title for page in crawled_site("messy-bank").pages.values()]
    assert len(set(titles)) == len(titles)


PAGE = """<!doctype html><title>A day</title><meta name="description" content="Short">
<h1 id="a">A day<a href="#a">#</a></h1><p class="cx-lead">Short</p><a href="there.html#b">There</a>
<a href="gone.html">Gone</a><a href="#gone">Gone</a><a href="https://else.example">Else</a>
<h3 id="a">Skipped</h3><label for="nobody">Nobody</label><img src="gone.png">
<script src="https://else.example/x.js"></script><p>Text<div>block</div>and text</p><p>Text</p>
<svg><title>Picture</title><use href="#drawn"/><rect fill="url(#paint)"/></svg>"""


def test_reading_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "there.html").write_text("<h1 id=b>There</h1>", encoding="utf-8")
    (tmp_path / "lost.html").write_text("<h1>Lost</h1>", encoding="utf-8")
    (tmp_path / "look.css").write_text(
        "@import 'https://a.example'; a{src:url(//b.example)}", encoding="utf-8"
    )
    site = Crawled.of(tmp_path)
    page = site.pages["index.html"]

    assert (page.title, page.description, page.has_lead) == ("A day", "Short", True)
    assert page.headings == [(1, "A day#"), (3, "Skipped")]
    assert list(_faults_of_headings(page)) == ["Skipped on level 3 after level 1"]
    assert (page.ids, page.broken_paragraphs) == ({"a": 2}, 1)
    assert site.broken("index.html") == ["#drawn", "#gone", "#nobody", "#paint", "gone.html", "gone.png"]
    assert set(site.pages) - site.reached() == {"lost.html"}
    assert site.fetched_from_elsewhere() == {
        "index.html": ["https://else.example/x.js"],
        "look.css": ["//b.example", "https://a.example"],
    }
    assert list(_faults_of_headings(read("<h2>Late</h2><h1>Name</h1>"))) != []
