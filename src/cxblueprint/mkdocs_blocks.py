"""Tables, lists and examples of our own pages on their way around Markdown and the search.

They are taken out before Markdown reads a page. The search then finds their words, which is all that it takes
of them, and takes its time over each cell; what readers see comes last.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING

from cxblueprint.site.hosting.blocks import anchors_in, taken_out, words_in
from cxblueprint.site.writing.addresses import join
from cxblueprint.site.writing.markdown import attribute

_CODE = re.compile(r'<div class="highlight">.*?</div>', re.DOTALL)

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class Blocks:
    """The blocks of each page that is being built, by its path and by what stands for them."""

    def __init__(self) -> None:
        self._marked: dict[str, dict[str, str]] = {}
        self._worded: dict[str, dict[str, str]] = {}

    def take_out(self, markdown: str, page: Page, files: Files) -> str:
        """Return a page's Markdown with marks in the place of its blocks."""
        folder = posixpath.dirname(page.file.src_uri)

        @cache
        def way(to: str) -> str | None:
            target = files.get_file_from_path(join(folder, to))
            return target.url_relative_to(page.file) if target else None

        def address(path: str) -> str | None:
            to, hash_, name = path.partition("#")
            found = way(to) if to else ""
            return attribute(f"{found}{hash_}{name}") if found is not None else None

        short, self._marked[page.file.src_uri] = taken_out(markdown, address)
        return short

    def words_instead(self, html: str, page: Page) -> str:
        """Return a page's HTML with the words of its blocks and examples, all that a search wants."""
        worded = self._worded[page.file.src_uri] = {}
        # Each word of an example in colour is a tag of its own.
        for number, code in enumerate(_CODE.findall(html)):
            words = f'<p data-cx-code="{number}">{words_in(code)}</p>'
            html = html.replace(code, words, 1)
            worded[words] = code
        for mark, block in self._marked.pop(page.file.src_uri, {}).items():
            words = f"<p {mark[5:-7]}{words_in(block)}</p>"
            html = html.replace(mark, words, 1)
            worded[words] = block.replace(" data-search-exclude", "", 1)
            if page.present_anchor_ids is not None:
                page.present_anchor_ids |= anchors_in(block)
        return html

    def put_in(self, output: str, page: Page) -> str:
        """Return a whole page with the blocks in the place of their words."""
        for words, block in self._worded.pop(page.file.src_uri, {}).items():
            output = output.replace(words, block, 1)
        return output
