"""The pages hang together: links lead somewhere, and what is public is told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import cxblueprint as cx
from cxblueprint import testing
from cxblueprint.cli.app import cli
from cxblueprint.site import build, build_rules
from scripts.reference.sources import DOCS, EXAMPLES, ROOT, named, pages

_LINK = re.compile(r"(?P<image>!?)\[(?P<label>[^\]]*)\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_IMPORT = re.compile(r"^from cxblueprint\.[\w.]+ import ([\w, ]+)$", re.MULTILINE)
_HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
NOT_FOR_READERS = (
    r"pip install cxblueprint",
    r"pypi\.org",
    r"/work\b",
    r"/tmp\b",  # noqa: S108  # looked for, not used
    r"/root\b",
    r"\bprototypes?\b",
    r"\bsessions?\b",
    r"\bsub-?agents?\b",
    r"\bhelpers\b",
    r"\bissue #?\d",
    r"\bTODO\b",
    r"\bcoming soon\b",
)
READABLE = [*pages(), EXAMPLES / "README.md"]


def _prose(page: Path) -> str:
    return _CODE.sub("", page.read_text(encoding="utf-8"))


@cache
def _published() -> Mapping[str, str]:
    """The pages that the site makes itself, in Markdown, by their paths below the documentation."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    plugin = next(plugin["cxblueprint"] for plugin in settings["plugins"] if "cxblueprint" in plugin)
    sites = [build_rules(base=plugin["rules"])]
    for blueprint in plugin["blueprints"]:
        graph = cx.Graph(cx.load(ROOT / blueprint["source"]))
        report = cx.check(graph)
        site = build(
            graph, report=report, base=blueprint["path"], rule_pages=plugin["rules"], directory_urls=False
        )
        sites.append(site)
    return {path: page.markdown for site in sites for path, page in site.pages.items()}


def _slug(heading: str) -> str:
    """Return the anchor that mkdocs gives a heading."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


@cache
def _anchors(text: str) -> frozenset[str]:
    prose = re.sub(r"^( *)```.*?^\1```", "", text, flags=re.DOTALL | re.MULTILINE)
    headings = (re.sub(r"<[^>]+>|`", "", heading["text"]) for heading in _HEADING.finditer(prose))
    stated = re.finditer(r'<(?:a|span)[^>]* id="(?P<id>[^"]+)"|\{ #(?P<name>[\w-]+) \}', text)
    return frozenset({*(found["id"] or found["name"] for found in stated), *map(_slug, headings)})


def _broken(page: Path) -> Iterator[str]:
    for link in _LINK.finditer(_prose(page)):
        target, _, anchor = link["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            if not target.startswith("https://"):
                yield link["target"]
            continue
        path = page.parent / target if target else page
        below = posixpath.normpath(posixpath.relpath(path.resolve(), DOCS))
        text = _published().get(below)
        if path.exists():
            text = path.read_text(encoding="utf-8") if anchor else ""
        if text is None or (anchor and anchor not in _anchors(text)):
            yield link["target"]


@pytest.mark.parametrize("page", READABLE, ids=named)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert list(_broken(page)) == []


@pytest.mark.parametrize("page", READABLE, ids=named)
def test_every_picture_of_a_page_is_told_in_words(page: Path) -> None:
    assert [
        link["target"] for link in _LINK.finditer(_prose(page)) if link["image"] and not link["label"]
    ] == []


@pytest.mark.parametrize("page", READABLE, ids=named)
def test_a_page_says_nothing_that_is_not_for_its_readers(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    said = [found[0] for words in NOT_FOR_READERS for found in re.finditer(words, text, re.IGNORECASE)]
    assert said == []


def test_every_page_of_the_documentation_is_in_its_navigation() -> None:
    listed = re.findall(
        r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    )
    written = [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")]
    assert sorted(written) == sorted(listed)


def test_every_public_name_is_in_the_reference() -> None:
    text = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^::: [\w.]+\.(\w+)$", text, re.MULTILINE)) | set(re.findall(r"\[`(\w+)`\]", text))
    assert told - {"replace"} == set(cx.__all__) - {"__version__"}


def test_whatever_a_page_imports_from_us_is_in_the_reference() -> None:
    kits, python = (
        "".join((DOCS / "reference" / name).read_text(encoding="utf-8") for name in names)
        for names in (("python-kit.md", "testing.md"), ("python.md",))
    )
    told = set(re.findall(r"^::: [\w.]+\.(\w+)$", kits + python, re.MULTILINE))
    told |= set(re.findall(r"`(\w+)(?:\(\))?`", kits))
    texts = (page.read_text(encoding="utf-8") for page in pages())
    lines = (names for text in texts for names in _IMPORT.findall(text))
    assert {name for names in lines for name in names.split(", ")} - told == set()


def test_whatever_tests_are_written_with_is_in_the_reference() -> None:
    text = (DOCS / "reference" / "testing.md").read_text(encoding="utf-8")
    told = re.findall(r"^::: [\w.]+\.(\w+)$|^\| `(\w+)\(\)` \|", text, re.MULTILINE)
    assert sorted(one or other for one, other in told) == sorted(testing.__all__)


def test_every_command_has_its_section() -> None:
    sections = re.findall(
        r"^## (\w+)$", (DOCS / "reference" / "command.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sections == cli.list_commands(click.Context(cli))
