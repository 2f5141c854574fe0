"""How things show themselves in a notebook: as tables in plain HTML, with every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

MOST_ROWS = 200
"""More are counted, not shown: a notebook is no place for thousands."""


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as HTML; columns in which no row says anything are left out.

    Args:
        caption: what the table is about.
        header: the names of the columns.
        rows: the cells, as many as there are columns.
    """
    every = iter(rows)
    shown = [tuple(row) for row in islice(every, MOST_ROWS)]
    more = sum(1 for _ in every)
    kept = [at for at in range(len(header)) if any(row[at] for row in shown)]
    head = "".join(f'<th scope="col" style="text-align:left">{escape(header[at])}</th>' for at in kept)
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{escape(row[at])}</td>' for at in kept) + "</tr>\n"
        for row in shown
    )
    rest = f"<p>and {more} more</p>\n" if more else ""
    title = f'<caption style="text-align:left"><b>{escape(caption)}</b></caption>'
    return f"<table>{title}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n{rest}"
