"""Bodies of pages that mkdocs need not make again: while it serves, most pages are what they were.

Markdown is what a build spends most of its time on. The body of a page is taken from the build before as
long as its Markdown, the extensions, and the files that its links may lead to are the same.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True, slots=True)
class _Body:
    """All that `Page.render` finds out; other files are named, because each build has objects of its own."""

    key: str
    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: frozenset[str] | None
    links: Mapping[str, dict[str, str]] | None


class Bodies:
    """The bodies of the pages of the build before, and of the one that goes on."""

    def __init__(self) -> None:
        self._before: dict[str, _Body] = {}
        self._now: dict[str, _Body] = {}
        self._whole = ""

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Begin a build: what its pages are made with, and what they may lead to."""
        self._before, self._now = self._now or self._before, {}
        targets = sorted((file.src_uri, file.url) for file in files)
        self._whole = _digest(repr((targets, config.markdown_extensions, config.mdx_configs)))

    def keep(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Have a page take its body from the build before, if it would be the same."""
        render = page.render

        def rendered(config: MkDocsConfig = config, files: Files = files) -> None:
            uri, key = page.file.src_uri, _digest(self._whole, page.markdown or "")
            known = self._before.get(uri)
            if known is not None and known.key == key:
                _take(page, known, files)
                self._now[uri] = known
                return
            render(config, files)
            self._now[uri] = _body(page, key)

        page.render = rendered  # type: ignore[method-assign]  # mkdocs asks nobody else who renders


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _body(page: Page, key: str) -> _Body:
    links = page.links_to_anchors
    return _Body(
        key,
        page.content,
        copy.deepcopy(page.toc),
        page._title_from_render,  # noqa: SLF001  # there is no other way to tell it to the next page
        frozenset(page.present_anchor_ids) if page.present_anchor_ids is not None else None,
        {file.src_uri: found for file, found in links.items()} if links is not None else None,
    )


def _take(page: Page, body: _Body, files: Files) -> None:
    page.content = body.content
    page.toc = copy.deepcopy(body.toc)
    page._title_from_render = body.title  # noqa: SLF001
    page.present_anchor_ids = set(body.anchors) if body.anchors is not None else None
    if body.links is not None:
        found = ((files.get_file_from_path(uri), links) for uri, links in body.links.items())
        page.links_to_anchors = {file: links for file, links in found if file is not None}
