"""The pages as a folder of Markdown: what is in it, and what other tools make of it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import cxblueprint as cx
from cxblueprint.folders import MANIFEST, SiteResult
from cxblueprint.judging import Judging
from cxblueprint.markdown_host import build_markdown
from cxblueprint.site import Choices

BREAD = """
id: bakery
title: The bakery & sons
teams: [{id: front, name: Front of house}]
touchpoints: [{id: counter, name: The counter, owner: front}]
journeys:
  - id: buy-bread
    name: Buy <i>bread</i>
    owner: front
    stages: [{name: Buy, steps: [{touchpoint: counter, emotion: 1}]}]
"""
EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables"]


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """A blueprint in a file."""
    file = tmp_path / "bread.yaml"
    file.write_text(BREAD, encoding="utf-8")
    return file


def written(bread: Path, output: Path, **more: Any) -> SiteResult:  # noqa: ANN401  # whatever it takes
    return build_markdown(
        [str(bread)], output, judging=Judging(), theme=cx.Theme(), choices=Choices(), **more
    )


def names_in(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if not name.startswith("rules/"))


def test_pages_pictures_style_sheet_and_navigation_are_written(bread: Path, tmp_path: Path) -> None:
    result = written(bread, tmp_path / "pages")

    assert names_in(tmp_path / "pages") == [
        MANIFEST,
        ".nav.yml",
        "assets/cxblueprint.css",
        "findings.md",
        "glossary.md",
        "index.md",
        "journeys/buy-bread.journey-map.svg",
        "journeys/buy-bread.md",
        "journeys/buy-bread.ownership.svg",
        "journeys/buy-bread.service-blueprint.svg",
        "journeys/buy-bread.silos.svg",
        "teams/front.md",
        "teams/index.md",
        "touchpoints/counter.md",
        "touchpoints/index.md",
        "walks/buy-bread.md",
    ]
    pages = len(list((tmp_path / "pages").rglob("*.md")))
    assert result == SiteResult(tmp_path / "pages", pages, tmp_path / "pages" / "index.md")


def test_a_page_shows_its_pictures_as_files_that_lead_to_themselves(bread: Path, tmp_path: Path) -> None:
    written(bread, tmp_path / "pages")

    page = (tmp_path / "pages" / "journeys" / "buy-bread.md").read_text(encoding="utf-8")
    picture = "(buy-bread.journey-map.svg)"
    assert f"[![Journey map: Buy &lt;i&gt;bread&lt;&#47;i&gt;]{picture}]{picture}" in page
    assert "<summary>Same content as a table</summary>" in page
    assert "data-cx" not in page, "no mark is left"
    svg = (tmp_path / "pages" / "journeys" / "buy-bread.journey-map.svg").read_text(encoding="utf-8")
    assert 'href="http' in svg or "href=" not in svg, "nobody knows how the pages will be addressed"


def test_the_navigation_is_that_of_the_site(bread: Path, tmp_path: Path) -> None:
    written(bread, tmp_path / "pages")

    nav = yaml.safe_load((tmp_path / "pages" / ".nav.yml").read_text(encoding="utf-8"))
    assert nav == {
        "nav": [
            "index.md",
            {"Journeys": ["journeys/buy-bread.md"]},
            "touchpoints/index.md",
            {"Teams": ["teams/index.md", "teams/front.md"]},
            "findings.md",
            "glossary.md",
            "rules/index.md",
        ]
    }


def test_the_same_blueprint_makes_the_same_folder_again(bread: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(bread, tmp_path / name)
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_a_new_folder_takes_the_place_of_the_old_one_and_leaves_what_is_not_ours(
    bread: Path, tmp_path: Path
) -> None:
    written(bread, tmp_path / "pages")
    (tmp_path / "pages" / "teams" / "about.md").write_text("mine", encoding="utf-8")
    bread.write_text(BREAD.replace("counter", "window"), encoding="utf-8")

    written(bread, tmp_path / "pages")

    names = names_in(tmp_path / "pages")
    assert {"touchpoints/window.md", "teams/about.md"} <= {*names}
    assert "touchpoints/counter.md" not in names


def test_a_folder_with_other_things_in_it_wants_force(bread: Path, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "thesis.md").write_text("ten years", encoding="utf-8")

    with pytest.raises(cx.UsageError, match="holds other things than a site of ours"):
        written(bread, tmp_path / "docs")
    assert names_in(tmp_path / "docs") == ["thesis.md"]

    written(bread, tmp_path / "docs", force=True)
    assert {"thesis.md", "index.md"} <= {*names_in(tmp_path / "docs")}


def test_what_is_no_blueprint_leaves_the_old_folder_as_it_was(bread: Path, tmp_path: Path) -> None:
    written(bread, tmp_path / "pages")
    before = names_in(tmp_path / "pages")
    bread.write_text("id: bakery\ntitle: T\nteems: []", encoding="utf-8")

    with pytest.raises(cx.LoadError):
        written(bread, tmp_path / "pages")

    assert names_in(tmp_path / "pages") == before
    assert {path.name for path in tmp_path.iterdir()} == {"bread.yaml", "pages"}


def test_it_needs_no_site_generator(bread: Path, tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['mkdocs'] = sys.modules['material'] = None;"
        "from cxblueprint.cli import main;"
        f"sys.argv = ['cxblueprint', 'site', {str(bread)!r}, '--output', 'pages', '--format', 'markdown'];"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" pages as Markdown: begin with pages/index.md\n")


@pytest.fixture
def logs() -> Iterator[None]:
    """Leaves mkdocs' logger as it was."""
    logger = logging.getLogger("mkdocs")
    handlers, propagates = list(logger.handlers), logger.propagate
    yield
    logger.handlers[:], logger.propagate = handlers, propagates


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.usefixtures("logs")
def test_mkdocs_publishes_it_without_a_plugin_and_without_a_warning(
    bread: Path, tmp_path: Path, theme: str
) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    written(bread, tmp_path / "docs" / "bakery")
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[Bread](bakery/index.md)\n", encoding="utf-8")
    nav = yaml.safe_load((tmp_path / "docs" / "bakery" / ".nav.yml").read_text(encoding="utf-8"))["nav"]
    settings = {
        "site_name": "Docs",
        "strict": True,
        "theme": {"name": theme},
        "plugins": [],
        "markdown_extensions": EXTENSIONS,
        "extra_css": ["bakery/assets/cxblueprint.css"],
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
        "nav": ["index.md", {"Bread": _below(nav, "bakery/")}],
    }
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site")))

    folder = tmp_path / "site" / "bakery" / "journeys"
    page = (folder / "buy-bread" / "index.html").read_text(encoding="utf-8")
    assert 'src="../buy-bread.journey-map.svg"' in page
    assert (folder / "buy-bread.journey-map.svg").is_file()
    assert 'href="../../touchpoints/counter/"' in page
    assert '<h2 id="steps">Step by step' in page
    assert "markdown=" not in page


def _below(nav: list[Any], folder: str) -> list[Any]:
    """Return a navigation whose paths start in the folder above."""
    return [
        f"{folder}{item}"
        if isinstance(item, str)
        else {title: _below(inner, folder) for title, inner in item.items()}
        for item in nav
    ]
