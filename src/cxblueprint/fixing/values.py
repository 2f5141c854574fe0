"""Another text in place of the one that a file has, written as that one is."""

from __future__ import annotations

import json
import re

from cxblueprint.loading.yaml_emitter import double_quoted, one_line

from .spans import ScalarSpan

_HEADER = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)[ \t\r\n]*")
_BLOCK_LINE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff](?:[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\S)?"
)


def replacement(span: ScalarSpan, text: str, value: str) -> tuple[int, int, str] | None:
    """Return what to write, and where, so that `value` is read at a span of `text`; None if it cannot be.

    Quotes stay those that are there; a bare text gets some where it would be read as something else.
    """
    is_quotable = value.isprintable()
    match span.style:
        case "json":
            written = json.dumps(value, ensure_ascii=False)
        case "single" if is_quotable:
            written = "'" + value.replace("'", "''") + "'"
        case "plain":
            written = one_line(value, in_flow=span.in_flow)
        case "block":
            return _in_block(span, text, value)
        case _:
            written = double_quoted(value)
    return span.start, span.end, written


def _in_block(span: ScalarSpan, text: str, value: str) -> tuple[int, int, str] | None:
    """Leave the line with the `|` or `>` as it is, and write on the first line below it."""
    header = _HEADER.match(text, span.start, span.end)
    if header is None or not _BLOCK_LINE.fullmatch(value):
        return None
    return header.end(), span.end, value
