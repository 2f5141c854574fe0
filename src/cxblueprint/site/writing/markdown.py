"""Markdown that nobody's words can leave: every text of a blueprint goes through `text` or `code`.

`Markdown` is a type of its own, so that the type checker finds a text that was not escaped.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NewType
from urllib.parse import quote

import yaml

from cxblueprint.pictures.svg import safe_url
from cxblueprint.pictures.text import clean

Markdown = NewType("Markdown", str)
"""A piece of a line of Markdown in which user texts are escaped."""
NOTHING = Markdown("")

MANY_ROWS = 6
"""Fewer are seen at a glance: nobody needs to look for some of them."""

# As references, because they hold in every dialect, in tables and inside of HTML, where a backslash does not.
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "!#$()*+-./:=?@[\\]^_`{|}~"}
_SIGNS |= {ord(sign): html.escape(sign) for sign in """&<>"'"""}
_BRACES = {ord(sign): _SIGNS[ord(sign)] for sign in "{}"}
# Not every one of them: each takes a page's way through Markdown longer and the page itself too. What stands
# inside a word or behind one, as in `get-help/ask: done.`, means nothing in any dialect.
_TO_ESCAPE = re.compile(
    r"(?<!\w)-|-(?!\w)|(?<![a-z]{2})\.|\.(?!\s|$)|(?<!\w):|:(?! )|(?<![a-z0-9]{2})/|/(?![a-z]{2})"
    r"|[!#$()*+=?@\[\\\]^_`{|}~&<>\"']"
)
_CODE_SPAN = re.compile(r"`([^`]+)`")


@lru_cache(maxsize=8192)  # the same names stand on many pages
def text(words: str) -> Markdown:
    """Return words as Markdown that shows them as they are, on one line.

    Words from right to left are isolated, so that they do not turn around what stands beside them.
    """
    plain = clean(words)
    escaped = _escaped(plain)
    if not plain.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in plain):
        escaped = f"<bdi>{escaped}</bdi>"
    return Markdown(escaped)


def _escaped(plain: str) -> str:
    return _TO_ESCAPE.sub(lambda found: _SIGNS[ord(found[0])], plain)


def code(words: str) -> Markdown:
    """Return words as they would be typed."""
    return Markdown(f"<code>{_escaped(clean(words))}</code>")


def prose(words: str) -> Markdown:
    """Return words in which backticks mark what is to be typed, such as the hint of a rule."""
    parts = _CODE_SPAN.split(words)
    spans = (code(part) if order % 2 else _inner(part) for order, part in enumerate(parts))
    return Markdown("".join(spans).strip())


def _inner(words: str) -> Markdown:
    """Return words with the spaces around them."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return Markdown(f"{before}{text(words)}{after}")


def attribute(words: str) -> str:
    """Return words for a quoted attribute of HTML, or for a title, which templates print as it is.

    No braces are left: a plugin with macros takes the title of a page for a template, and runs it.
    """
    return html.escape(clean(words)).translate(_BRACES)


def link(label: Markdown, href: str) -> Markdown:
    """Return a link; `href` is one of our own paths, made of ids."""
    return Markdown(f"[{label}]({href})") if label else NOTHING


def outward(title: str, url: str) -> Markdown:
    """Return a link to an address that a blueprint states; its title alone where that is not safe."""
    return linked_out(text(title), url)


def linked_out(label: Markdown, url: str) -> Markdown:
    """Return a label as a link to an address elsewhere; the label alone where that is not safe."""
    safe = safe_url(url)
    if safe is None or not label:
        return label
    # Brackets and backticks would be read as Markdown, even in an attribute.
    address = html.escape(quote(safe, safe=":/?#@!$&*+,;=%~"))
    return Markdown(f'<a href="{address}" rel="noopener">{label}</a>')


def joined(parts: Iterable[Markdown], between: str = ", ") -> Markdown:
    """Return the parts that say something, one after the other."""
    return Markdown(between.join(part for part in parts if part))


def labelled(label: str, value: Markdown) -> Markdown:
    """Return a value after our own label for it."""
    return Markdown(f"**{label}** {value}")


def headline(words: str) -> str:
    """Return words as the title of a page.

    A host makes an id of them. Material keeps its own settings and switches under ids that begin with
    underscores, and its scripts would take a title of such an id for them.
    """
    is_plain = "_" not in unicodedata.normalize("NFKD", words)
    return f"# {text(words)}" if is_plain else f"# {text(words)} {{ #page-title }}"


def badge(class_: str, words: str) -> Markdown:
    """Return a few of our own words as a badge."""
    return Markdown(f'<span class="cx-badge cx-{class_}">{words}</span>')


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[Markdown]],
    *,
    numbers: Sequence[str] = (),
    sortable: bool = False,
    choices: Sequence[str] = (),
) -> str:
    """Return a table; columns in which no row says anything are left out.

    Args:
        header: our own names of the columns.
        rows: the cells, as many as there are columns.
        numbers: the columns to be set flush right.
        sortable: whether readers may sort the rows by any column, and look for words in them once there are
            many. Numbers, counts of findings and words sort as such; see `sorted_as` for anything else.
        choices: the columns by whose values readers of a sortable table may choose rows; see `choice` for
            cells with several values, and for what has no column of its own.
    """
    found = [tuple(row) for row in rows]
    kept = [at for at in range(len(header)) if at == 0 or any(row[at] for row in found)]
    if not found:
        return ""
    rule = ["---:" if header[at] in numbers else "---" for at in kept]
    lines: list[list[str]] = [[header[at] for at in kept], rule]
    lines += (
        [choice(header[at], row[at]) if header[at] in choices else row[at] for at in kept] for row in found
    )
    markdown = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    many = " cx-many" if len(found) >= MANY_ROWS else ""
    return block(markdown, f"table cx-sortable{many}" if sortable else "table")


def sorted_as(key: float, cell: Markdown) -> Markdown:
    """Return a cell that stands in a sortable table by a number of our own, not by its words."""
    return Markdown(f'<span data-key="{key:g}">{cell}</span>') if cell else NOTHING


def choice(of: str, value: Markdown) -> Markdown:
    """Return a value by which readers may choose a row of a sortable table; `of` is our own name for it."""
    return Markdown(f'<span data-choice="{of}">{value}</span>') if value else NOTHING


def block(markdown: str, class_: str) -> str:
    """Return blocks of Markdown that the style sheet knows by a class.

    What stands elsewhere too, `findings elsewhere`, is left to a search to be found there.
    """
    classes = class_.split()
    # A search that finds a page by the ways to other pages misleads.
    is_excluded = not {"crumbs", "ways", "tablist", "elsewhere"}.isdisjoint(classes)
    excluded = " data-search-exclude" if is_excluded else ""
    shown = " ".join(name for name in classes if name != "elsewhere")
    return f'<div class="cx-{shown}"{excluded} markdown="1">\n\n{markdown}\n\n</div>'


def front_matter(facts: Mapping[str, Any]) -> str:
    """Return what stands above a page for the site generator."""
    body = yaml.safe_dump(dict(facts), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{body}---\n"
