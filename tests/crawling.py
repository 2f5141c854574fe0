"""A published site, read page by page without a browser: what its pages hold and where they lead."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ERROR_PAGE = "404.html"
_REFERENCE = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_LOADED = re.compile(r"@import\s+['\"]([^'\"]+)|" + _REFERENCE.pattern)
# Elements before which a browser ends a paragraph.
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "form", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
)
# Attributes that name elements of the same page by their ids.
_BY_ID = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


@dataclass(slots=True)
class Published:
    """A page as it was written."""

    title: str = ""
    description: str = ""
    has_lead: bool = False
    """Whether its text begins with a sentence that says what the page is about."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and words, from top to bottom."""
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    """Where a reader may go, as the page says it."""
    parts: list[str] = field(default_factory=list)
    """What a browser fetches to show the page, as the page says it."""
    named: list[str] = field(default_factory=list)
    """The ids by which one element of the page refers to another."""
    broken_paragraphs: int = 0
    """How often a block stands in a paragraph, which ends there, so that text after it is in none."""


class _Reader(HTMLParser):
    """Reads a page into `page`."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Published()
        self._inside = ""
        self._is_paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        page = self.page
        if tag in _BLOCKS:
            self._is_paragraph = tag == "p"
        if "id" in said:
            page.ids[said["id"]] += 1
        if re.fullmatch("h[1-6]", tag):
            page.headings.append((int(tag[1]), ""))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "title", "style"):
            # A picture has titles too, and they follow the one of the page.
            self._inside = tag if tag != "title" or not page.title else ""
        page.has_lead |= "cx-lead" in said.get("class", "").split()
        if tag == "meta" and said.get("name") == "description":
            page.description = said.get("content", "")
        self._follow(tag, said)

    def _follow(self, tag: str, said: Mapping[str, str]) -> None:
        page = self.page
        for name in ("href", "xlink:href"):
            if name in said:
                (page.links if tag in ("a", "area") else page.parts).append(said[name])
        page.parts.extend(said[name] for name in ("src", "poster") if name in said)
        page.parts.extend(entry.split()[0] for entry in said.get("srcset", "").split(",") if entry.strip())
        page.named.extend(one for name in _BY_ID for one in said.get(name, "").split())
        for name, value in said.items():
            if name not in ("href", "src", "content", "title", "alt"):
                page.parts.extend(_REFERENCE.findall(value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.page.broken_paragraphs += not self._is_paragraph
            self._is_paragraph = False
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.page.title += data
        elif self._inside == "style":
            self.page.parts.extend(_loaded_by(data))
        elif self._inside:
            level, words = self.page.headings[-1]
            self.page.headings[-1] = (level, words + data)


def _loaded_by(css: str) -> Iterator[str]:
    for found in _LOADED.finditer(css):
        yield found[1] or found[2]


def read(html: str) -> Published:
    """Return what a page holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


@dataclass(frozen=True)
class Crawled:
    """A site in a folder."""

    folder: Path
    pages: Mapping[str, Published]
    """By their paths, in order; without the page that a server shows for what it has not."""
    files: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> Crawled:
        """Read a whole site."""
        files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        pages = {
            name: read((folder / name).read_text(encoding="utf-8"))
            for name in files
            if name.endswith(".html") and name != ERROR_PAGE
        }
        return cls(folder, pages, frozenset(files))

    def sorts(self) -> tuple[str, ...]:
        """Return one page of each sort: its index and the one that holds most, of each folder.

        The first page of the whole and those beside it are each of a sort of their own.
        """
        fullest: dict[str, str] = {}
        for name in self.pages:
            folder, file = posixpath.split(name)
            sort = name if not folder or file == "index.html" else folder
            if sort not in fullest or self._size(name) > self._size(fullest[sort]):
                fullest[sort] = name
        return tuple(sorted(fullest.values()))

    def _size(self, name: str) -> int:
        return (self.folder / name).stat().st_size

    def goal(self, source: str, url: str) -> tuple[str, str] | None:
        """Return the file and the id to which a page leads, or None where that is elsewhere."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            return None
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
        return (target if parts.path else source), unquote(parts.fragment)

    def broken(self, source: str) -> list[str]:
        """Return what a page leads to, fetches or refers to, and which is not there."""
        page = self.pages[source]
        said = [*page.links, *page.parts, *(f"#{name}" for name in page.named)]
        return sorted({url for url in said if not self._is_there(source, url)})

    def _is_there(self, source: str, url: str) -> bool:
        goal = self.goal(source, url)
        if goal is None:
            return True
        target, fragment = goal
        if target not in self.files:
            return False
        return not fragment or target not in self.pages or fragment in self.pages[target].ids

    def reached(self, start: str = "index.html") -> set[str]:
        """Return the pages to which links lead, link by link."""
        found, waiting = {start}, [start]
        while waiting:
            source = waiting.pop()
            goals = (self.goal(source, url) for url in self.pages[source].links)
            new = {goal[0] for goal in goals if goal and goal[0] in self.pages} - found
            found |= new
            waiting.extend(new)
        return found

    def fetched_from_elsewhere(self) -> dict[str, list[str]]:
        """Return what pages and style sheets want from other machines, by their paths."""
        sheets = {
            name: list(_loaded_by((self.folder / name).read_text(encoding="utf-8")))
            for name in self.files
            if name.endswith(".css")
        }
        wanted = {**{name: page.parts for name, page in self.pages.items()}, **sheets}
        outside = {
            name: sorted(
                {url for url in urls if self.goal(name, url) is None and not url.startswith("data:")}
            )
            for name, urls in wanted.items()
        }
        return {name: urls for name, urls in sorted(outside.items()) if urls}
