"""The spans of a JSON file, from its tokens."""

from __future__ import annotations

import json
import re

from .spans import FileSpans, ListSpan, MapSpan, ScalarSpan, Span

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')


def json_spans(text: str) -> FileSpans:
    """Return the spans of a JSON text that has been loaded before."""
    walk = _Walk(text)
    walk.node()
    return walk.spans


class _Walk:
    """Goes through the tokens of one file; `_token` is the present one."""

    def __init__(self, text: str) -> None:
        self.spans = FileSpans()
        self._tokens = _TOKEN.finditer(text)
        self._token = next(self._tokens)

    def node(self) -> Span:
        start = self._token.start()
        match self._token[0]:
            case "{":
                span: Span = self._mapping()
            case "[":
                span = self._list()
            case _:
                span = self._scalar()
        self.spans.values[start] = span
        return span

    def _next(self) -> str:
        """Go on to the next token and return it."""
        self._token = next(self._tokens)
        return self._token[0]

    def _mapping(self) -> MapSpan:
        span = MapSpan(is_flow=True)
        while self._next() != "}":
            if self._token[0] == ",":
                self._next()
            start = self._token.start()
            self.spans.keys[start] = self._scalar()
            self._next()  # the colon
            self._next()
            value = self.node()
            if isinstance(value, ListSpan):
                value.entry = span, len(span.entries)
            span.entries.append((start, value.end))
        span.end = self._token.end()
        return span

    def _list(self) -> ListSpan:
        span = ListSpan(self._token.start(), is_flow=True, is_marked=False)
        while self._next() != "]":
            if self._token[0] == ",":
                self._next()
            start = self._token.start()
            self.spans.items[start] = span, len(span.items)
            span.items.append((start, self.node().end))
        span.end = self._token.end()
        return span

    def _scalar(self) -> ScalarSpan:
        word = self._token[0]
        text = json.loads(word) if word.startswith('"') else None
        return ScalarSpan(*self._token.span(), "json", text, in_flow=True)
