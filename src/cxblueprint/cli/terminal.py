"""Pages of Markdown in a terminal: readable on light and on dark ground, and where there is little room."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, ClassVar

from rich import box
from rich.console import Console
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import ConsoleOptions, RenderResult

WIDEST = 96
"""Columns beyond which nobody likes to read prose."""
# Of the colours that every terminal has, magenta is the one that can be read on white as well as on black.
_THEME = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold underline",
        "markdown.code": "magenta",
        "markdown.item.bullet": "none",
        "markdown.link_url": "underline",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
    }
)
_INDENT = "    "
_EXPECTED = re.compile(r"# expect: (?P<finding>[A-Z]{2,5}\d{3}(?: \w+)?)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_MARK = re.compile(r"# ←.*$")
_WITHIN_ITEM = re.compile(r"(?<=[^\s,]) (?=\S)")
_GLUE = "\N{NO-BREAK SPACE}"


def show(page: str) -> None:
    """Print a page of Markdown to the terminal."""
    console = Console(theme=_THEME, highlight=False)
    console.print(_Page(page), width=min(console.width, WIDEST))


class _LeftHeading(Heading):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text


class _Example(CodeBlock):
    """A block of code without a ground of its own; a line that is too long goes on further to the right."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in str(self.text).rstrip().splitlines():
            for part in _parts(line, console.width - len(_INDENT)):
                yield Text(_INDENT, no_wrap=True, overflow="ignore").append_text(part)


class _PlainTable(TableElement):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for found in super().__rich_console__(console, options):
            if isinstance(found, Table):
                found.box, found.show_edge = box.SIMPLE_HEAD, False
            yield found


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = Markdown.elements | {
        "heading_open": _LeftHeading,
        "fence": _Example,
        "table_open": _PlainTable,
    }


def _parts(line: str, columns: int) -> Iterator[Text]:
    """Yield a line of an example, or its parts where it is too long."""
    shown = _EXPECTED.sub(lambda found: f"# ← {found['finding']}".replace(" ", _GLUE), line)
    for part in _fitting(shown, columns):
        text = Text(part.replace(_GLUE, " "))
        text.highlight_regex(_COMMENT, "dim")
        text.highlight_regex(_MARK, "not dim bold")
        yield text


def _fitting(line: str, columns: int) -> Iterator[str]:
    """Yield the parts of a line: broken after commas where that helps, else wherever there is a space."""
    further = " " * (len(line) - len(line.lstrip())) + _INDENT
    for part in _broken(_WITHIN_ITEM.sub(_GLUE, line), columns, further):
        yield from [part] if len(part) <= columns else _broken(part.replace(_GLUE, " "), columns, further)


def _broken(line: str, columns: int, further: str) -> list[str]:
    return textwrap.wrap(
        line, columns, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    ) or [""]
