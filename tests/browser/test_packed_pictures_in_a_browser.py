"""The pictures of a large site: a script unpacks them, on screen and on paper, and no server is needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxblueprint.mkdocs_host import build_site
from cxblueprint.pictures.theme import LIGHT
from cxblueprint.site.writing.edition import MOST_COMPLETE

from .printed import papers

if TYPE_CHECKING:
    from .conftest import Tab

pytestmark = pytest.mark.browser

JOURNEYS = [
    {
        "id": f"journey-{n}",
        "name": f"Journey {n}",
        "stages": [{"name": "Go", "steps": [{"touchpoint": "desk", "customer": f"Asks for thing {n}"}]}],
    }
    for n in range(MOST_COMPLETE + 1)
]
BLUEPRINT = {
    "format": 1,
    "id": "many",
    "title": "Many journeys",
    "touchpoints": [{"id": "desk", "name": "The desk"}],
    "journeys": JOURNEYS,
}
PICTURES = "document.querySelectorAll('figure.cx-figure .cx-page[role=group]').length"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of a journey."""
    folder = tmp_path_factory.mktemp("many")
    source = folder / "many.json"
    source.write_text(json.dumps(BLUEPRINT), encoding="utf-8")
    site: Path = build_site([str(source)], folder / "site").folder
    return (site / "journeys" / "journey-7.html").as_uri()


def test_pictures_are_unpacked_with_their_buttons(page: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(page)
    tab.wait_until(f"{PICTURES} === 1")

    assert tab.run("document.querySelectorAll('.cx-packed').length") == 0
    assert tab.run("document.querySelectorAll('figure.cx-figure .cx-bar').length") == 1
    assert tab.run("document.querySelectorAll('.cx-same').length") == 0, "the steps below say it"
    assert tab.run("document.querySelector('.cx-page').textContent.includes('Asks for thing 7')")
    assert "The desk" in " ".join(tab.names("link"))
    assert tab.complaints == []


def test_an_address_still_leads_to_its_step_when_pictures_have_come(page: str, tab: Tab) -> None:
    tab.resize(1440, 500)
    tab.open(f"{page}#findings")
    tab.wait_until(f"{PICTURES} === 1")
    place = "document.getElementById('findings').getBoundingClientRect().top"

    tab.wait_until(f"{place} >= 0 && {place} < 500")


def test_pictures_are_printed(page: str, tab: Tab) -> None:
    tab.resize(1440)
    tab.open(page)
    tab.wait_until(f"{PICTURES} === 1")

    assert any(LIGHT["customer"] in paper.fills for paper in papers(tab.pdf()))


def test_without_scripts_a_page_says_where_to_read_what_pictures_show(page: str, tab: Tab) -> None:
    tab.run_scripts(allowed=False)
    tab.open(page)

    assert tab.count("noscript > .cx-note") == 1
    assert tab.count("[id='go.desk']") == 1
    assert tab.count("figure.cx-figure") == 0
