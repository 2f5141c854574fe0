"""Tables, lists and links of a page as HTML at once, for a host whose Markdown would take long over them.

In a block of ours every text is escaped, so that little is left to be understood: rows and items, links and
what is bold. Markdown's own way to the same HTML takes a large site ten times as long. A block in which
anything else is left goes that way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_BLOCK = re.compile(
    r'<div class="cx-((?:table|findings|facts|counts|crumbs|ways|answers|list)(?: [\w-]+)*)"'
    r'( data-search-exclude)? markdown="1">'
    r"\n\n(.*?)\n\n</div>",
    re.DOTALL,
)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_TAG = re.compile(r'</?(?:span|code|strong|a|bdi|svg|path|circle|rect|title|br)(?: [\w-]+="[^"<>]*")*/?>')
# What is left of Markdown, or is no HTML.
_FOREIGN = re.compile(r"[\[\]*`_\\<>|]|&(?!#?\w+;)")
_SPECIAL = re.compile(r"[\[\]*`_\\<>|&]")
_ANY_TAG = re.compile(r"<[^<>]*>")
_ANCHOR = re.compile(r' id="([^"]*)"')
_ALIGNED = ' style="text-align: right;"'

Address = Callable[[str], "str | None"]
"""Gives what a link to a path of Markdown has to say in HTML; None where it is not known."""


def taken_out(markdown: str, address: Address) -> tuple[str, dict[str, str]]:
    """Return a page's Markdown with a mark for each block that could be made, and the HTML for each mark."""
    made: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        class_, excluded, inside = found.groups()
        html = _html(inside, address)
        if html is None:
            return found[0]
        name = f'<div data-cx-block="{len(made)}"></div>'
        made[name] = f'<div class="cx-{class_}"{excluded or ""}>\n{html}\n</div>'
        return name

    return _BLOCK.sub(mark, markdown), made


def anchors_in(html: str) -> set[str]:
    """Return the names of the places in some HTML to which links may lead."""
    return set(_ANCHOR.findall(html))


def words_in(html: str) -> str:
    """Return what a search is to find of a block, as HTML without tags; empty where it is to find nothing."""
    if html.partition(">")[0].endswith(" data-search-exclude"):
        return ""
    return " ".join(_ANY_TAG.sub(" ", html).split())


def _html(inside: str, address: Address) -> str | None:
    """Return tables and lists as HTML, or None where there is anything else among them."""
    if "\n\n- " in inside and inside.startswith("- "):
        return None  # a list whose items stand apart
    try:
        return "\n".join(_one(block.split("\n"), address) for block in inside.split("\n\n"))
    except _NotOursError:
        return None


class _NotOursError(Exception):
    """There is something in a block that only Markdown understands."""


def _one(lines: Sequence[str], address: Address) -> str:
    if all(line.startswith("- ") for line in lines):
        items = (f"<li>{_inline(line[2:].strip(), address)}</li>" for line in lines)
        return "\n".join(["<ul>", *items, "</ul>"])
    if len(lines) == 1 and lines[0].startswith("["):
        return f"<p>{_inline(lines[0], address)}</p>"
    if len(lines) > 2 and all(line.startswith("| ") and line.endswith(" |") for line in lines):  # noqa: PLR2004
        return "\n".join(_table([line[2:-2].split(" | ") for line in lines], address))
    raise _NotOursError


def _table(rows: Sequence[Sequence[str]], address: Address) -> Iterator[str]:
    header, rule, *body = rows
    if any(len(row) != len(header) for row in rows) or set(rule) - {"---", "---:"}:
        raise _NotOursError
    styles = [_ALIGNED if sides == "---:" else "" for sides in rule]

    def row(cells: Sequence[str], tag: str) -> Iterator[str]:
        yield "<tr>"
        for cell, style in zip(cells, styles, strict=True):
            yield f"<{tag}{style}>{_inline(cell.strip(), address)}</{tag}>"
        yield "</tr>"

    yield from ("<table>", "<thead>", *row(header, "th"), "</thead>", "<tbody>")
    for cells in body:
        yield from row(cells, "td")
    yield from ("</tbody>", "</table>")


def _inline(words: str, address: Address) -> str:
    def link(found: re.Match[str]) -> str:
        href = address(found[2])
        if href is None:
            raise _NotOursError
        return f'<a href="{href}">{found[1]}</a>'

    if not _SPECIAL.search(words):
        return words
    if "![" in words:
        raise _NotOursError
    html = _BOLD.sub(r"<strong>\1</strong>", _LINK.sub(link, words))
    if _FOREIGN.search(_TAG.sub("", html)):
        raise _NotOursError
    return html
