"""Items of a list taken out of a file, with the lines, commas and comments that are theirs alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .spans import ListSpan, MapSpan

_REST = re.compile(r"(?P<said>[ \t]*(?:#[^\r\n]*)?)(?:\r\n|\r|\n|\Z)")
"""What may follow the last thing on a line: a comment, which is about that thing."""
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_DASH = re.compile(r"(?<![^\r\n])[ \t]*-(?=[ \t\r\n])")

Cut = tuple[int, int, str]
"""Where it begins and ends, and what takes its place."""


def cuts(text: str, span: ListSpan, out: Sequence[int]) -> list[Cut] | None:
    """Return what to cut so that the items numbered in `out` are gone; None where that cannot be done.

    An item goes with the comment behind it on its last line. A comment on a line of its own stays, for nobody
    can tell what it is about. When all items go, the key goes with them.
    """
    if span.is_marked:
        return None
    if len(out) == len(span.items):
        return _key_cut(text, span)
    if span.is_flow:
        return list(_flow_cuts(text, span.items, out))
    found = [_block_cut(text, span, number) for number in out]
    return [cut for cut in found if cut is not None] if None not in found else None


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _block_cut(text: str, span: ListSpan, number: int) -> Cut | None:
    """Return the lines of an item of a block list, from its dash on."""
    start, end = span.items[number]
    above = span.items[number - 1][1] if number else _line_start(text, span.start)
    dash = _DASH.search(text, above, start)
    rest = _REST.match(text, end)
    if dash is None or rest is None:
        return None
    return dash.start(), rest.end(), ""


def _key_cut(text: str, span: ListSpan) -> list[Cut] | None:
    """Return a key with its list; the list alone becomes an empty one where no other key would be left."""
    if span.entry is None:
        return None
    mapping, number = span.entry
    if len(mapping.entries) == 1:
        return [(span.start, span.end, "[]")]
    if mapping.is_flow:
        return list(_flow_cuts(text, mapping.entries, (number,)))
    return _block_key_cut(text, mapping, number)


def _block_key_cut(text: str, mapping: MapSpan, number: int) -> list[Cut] | None:
    start, end = mapping.entries[number]
    rest = _REST.match(text, end)
    line = _line_start(text, start)
    is_first = not text[line:start].strip(" \t")
    if rest is None or not (is_first or number == 0):
        return None
    if is_first:
        return [(line, rest.end(), "")]
    space = _SPACE.match(text, rest.end())  # it stands behind a dash, where the next key moves up to
    return [(start, space.end() if space else rest.end(), "")]


def _flow_cuts(text: str, parts: Sequence[tuple[int, int]], out: Sequence[int]) -> Iterator[Cut]:
    """Yield the cuts for some parts of what stands in brackets; neighbours go together."""
    gone = sorted(out)
    while gone:
        first = last = gone.pop(0)
        while gone and gone[0] == last + 1:
            last = gone.pop(0)
        before = parts[first - 1][1] if first else None
        after = parts[last + 1][0] if last + 1 < len(parts) else None
        yield (*_flow_cut(text, parts[first][0], parts[last][1], before, after), "")


def _flow_cut(text: str, start: int, end: int, before: int | None, after: int | None) -> tuple[int, int]:
    """Return what to cut so that what stands from `start` to `end` is gone, with one of its commas.

    `before` is where the part before it ends, `after` where the next begins.
    """
    comma = _COMMA.match(text, end)
    rest = _REST.match(text, comma.end() if comma else end)
    # Between the part before and this one there is a comma, and no comment that would be lost.
    joint = before if before is not None and "#" not in text[before:start] else None
    line = _line_start(text, start)
    lead = text[line:start].strip(" \t")
    if rest and lead == "" and (comma or before is not None):  # it has its lines for itself
        is_last = not comma and joint is not None
        return (joint or line, rest.end("said")) if is_last else (line, rest.end())
    if rest and lead == ",":  # so it has, and each comma begins a line
        return line, rest.end()
    if joint is not None:
        return joint, end
    if after is not None and "#" not in text[rest.end() if rest else end : after]:
        return start, after
    return start, rest.end("said") if rest else comma.end() if comma else end
