"""No page, no picture and no report has an element or an attribute that a text of a blueprint put there."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from mkdocs.commands.build import build
from mkdocs.config import load_config

import cxblueprint as cx
from cxblueprint.loading import loads
from cxblueprint.reporters import as_junit, as_markdown, as_sarif
from cxblueprint.site.writing import edition

from .hostile import free_texts, hostile
from .publishing import SIZE, pictures_of, publish, publish_markdown
from .reading import Made, is_safe, read_html, read_svg
from .vectors import VECTORS, each_in_turn, harmless, in_groups


def test_every_text_of_every_model_meets_every_vector() -> None:
    slots = in_groups(SIZE)
    hostile(slots, SIZE)
    met = {(slot.field, vector) for slot in slots.found for vector in slot.vector.split(", ")}

    assert met == {(field, vector) for field in free_texts() for vector in VECTORS}


def made_of(folder: Path) -> Made:
    """Return what the pages and pictures of a site are made of; packed pictures are unpacked."""
    made = Made()
    for page in sorted(folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        for packed in re.findall(r'<script type="application/octet-stream">([^<]*)</script>', html):
            read_html(made, zlib.decompress(base64.b64decode(packed)).decode("utf-8"))
        read_html(made, html)
    for picture in sorted(folder.rglob("*.svg")):
        read_svg(made, picture.read_text(encoding="utf-8"))
    return made


@pytest.fixture(scope="module")
def twin(published: Callable[[str], Path]) -> Made:
    """What the site of a harmless blueprint with the same things is made of."""
    return made_of(published("harmless"))


def test_pages_are_made_of_nothing_that_is_not_in_those_of_a_harmless_twin(
    twin: Made, published: Callable[[str], Path]
) -> None:
    made = made_of(published("hostile"))

    assert sorted(made.kinds.keys() - twin.kinds.keys()) == []
    assert sorted(made.scripts.keys() - twin.scripts.keys()) == []
    assert made.unsafe == []
    assert made.kinds["text"] > 1000
    assert made.kinds["td"] > 1000


def test_nor_are_those_of_a_large_site(twin: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "MOST_COMPLETE", 0)
    publish(tmp_path / "site", in_groups(1), 1)
    made = made_of(tmp_path / "site")
    packed = {kind for kind in made.kinds if kind.startswith(("noscript", "div data-", "p class"))}

    assert sorted(made.kinds.keys() - twin.kinds.keys() - packed) == []
    assert made.kinds["div data-height"] > 0
    assert made.unsafe == []


def test_nor_has_anything_those_that_another_tool_makes_of_our_markdown(tmp_path: Path) -> None:
    publish_markdown(tmp_path / "docs", in_groups(1), 1)
    settings = tmp_path / "mkdocs.yml"
    extensions = "[attr_list, md_in_html, tables, footnotes, admonition, def_list, abbr]"
    settings.write_text(f"site_name: X\nmarkdown_extensions: {extensions}\n", encoding="utf-8")
    build(load_config(str(settings), site_dir=str(tmp_path / "site")))
    made = made_of(tmp_path / "site")

    assert made.planted == []
    assert [script for script in made.scripts if "hit(" in script] == []
    assert made.unsafe == []
    assert made.kinds["td"] > 500


@pytest.fixture(scope="module")
def drawn() -> Made:
    """What the pictures of a harmless blueprint are made of."""
    made = Made()
    for picture in pictures_of(harmless(), 2):
        read_svg(made, picture.svg)
        read_html(made, picture.inline + picture.sticky + picture.paper)
    return made


@pytest.mark.parametrize("first", range(0, len(VECTORS), 26))
def test_pictures_are_made_of_nothing_that_is_not_in_those_of_a_harmless_twin(
    drawn: Made, first: int
) -> None:
    made = Made()
    for picture in pictures_of(each_in_turn(first=first), 2):
        read_svg(made, picture.svg)
        read_html(made, picture.inline + picture.sticky + picture.paper)

    assert sorted(made.kinds.keys() - drawn.kinds.keys()) == []
    assert made.unsafe == []
    assert made.kinds["text"] > 1000


def test_reports_stay_what_they_are() -> None:
    blueprint = loads(json.dumps(hostile(each_in_turn(), 2)), format="json")
    report = cx.check(blueprint)
    made = Made()
    markdown = as_markdown(report, rules_run=1, profile="recommended")
    read_html(made, MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))

    wanted = {"h2", "h3", "p", "strong", "code", "br", "ul", "li", "details", "summary"}
    assert made.kinds.keys() <= wanted
    assert len(ET.fromstring(as_junit(report, rules=cx.catalogue()))) > 10  # noqa: S314  # made here
    assert len(json.loads(as_sarif(report, rules=cx.catalogue()))["runs"][0]["results"]) > 100


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("../teams/cx.html#x", True), ("https://acme.example", True), ("mailto:a@b.example", True),
        ("javascript:hit(1)", False), (" JavaScript:hit(1)", False), ("java\nscript:hit(1)", False),
        ("data:text/html,x", False), ("//evil.example/1", False), ("\\\\evil.example/1", False),
    ],
)  # fmt: skip
def test_an_address_that_runs_something_is_noticed(address: str, safe: bool) -> None:  # noqa: FBT001  # as parametrised
    assert is_safe(address) is safe
