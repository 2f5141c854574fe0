"""The spans of a YAML file, from the events of the parser that also loads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from cxblueprint.loading import yaml_parser
from cxblueprint.loading.scalars import resolve
from cxblueprint.loading.yaml_parser import Event

from .spans import AliasSpan, FileSpans, ListSpan, MapSpan, ScalarSpan, Span, Style

_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*[ \t\r\n]+)+")
_STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "block", ">": "block"}
_TEXT = "tag:yaml.org,2002:str"
_BYTE_ORDER_MARK = "\ufeff"


def yaml_spans(text: str) -> FileSpans:
    """Return the spans of a YAML text that has been loaded before.

    None are known in a text that begins with a second byte order mark, which parsers count differently.
    """
    if text.startswith(_BYTE_ORDER_MARK):
        return FileSpans()
    clean, restored = yaml_parser.without_old_breaks(text)
    loader = yaml_parser.EVENTS(clean)
    try:
        walk = _Walk(text, loader.get_event, restored or {})
        for _ in ("the stream", "the document"):
            loader.get_event()
        walk.node(loader.get_event(), in_flow=False)
        return walk.spans
    finally:
        loader.dispose()


class _Walk:
    """Goes through the events of one file."""

    def __init__(self, text: str, get_event: Callable[[], Event], restored: dict[int, int]) -> None:
        self.spans = FileSpans()
        self._text = text
        self._get = get_event
        self._restored = restored
        self._anchors: dict[str, ScalarSpan | MapSpan | ListSpan] = {}

    def node(self, event: Event, *, in_flow: bool) -> Span:
        kind = type(event)
        if kind is AliasEvent:
            span: Span = AliasSpan(event.end_mark.index, self._anchors[event.anchor])
        elif kind is ScalarEvent:
            span = self._scalar(event, in_flow=in_flow)
        elif kind is MappingStartEvent:
            span = self._mapping(event, in_flow=in_flow)
        else:
            span = self._list(event, in_flow=in_flow)
        if event.anchor is not None and not isinstance(span, AliasSpan):
            self._anchors[event.anchor] = span
        self.spans.values[event.start_mark.index] = span
        return span

    def _mapping(self, opening: Event, *, in_flow: bool) -> MapSpan:
        is_flow = bool(opening.flow_style)
        span = MapSpan(is_flow)
        while True:
            event = self._get()
            kind = type(event)
            if kind is MappingEndEvent:
                span.end = event.end_mark.index if is_flow else _last(span.entries, opening)
                return span
            start = event.start_mark.index
            self.spans.keys[start] = self._scalar(event, in_flow=in_flow or is_flow)
            value = self.node(self._get(), in_flow=in_flow or is_flow)
            if isinstance(value, ListSpan):
                value.entry = span, len(span.entries)
            span.entries.append((start, value.end))

    def _list(self, opening: Event, *, in_flow: bool) -> ListSpan:
        is_marked = opening.anchor is not None or opening.tag is not None
        is_flow = bool(opening.flow_style)
        span = ListSpan(opening.start_mark.index, is_flow, is_marked)
        while True:
            event = self._get()
            kind = type(event)
            if kind is SequenceEndEvent:
                span.end = event.end_mark.index if is_flow else _last(span.items, opening)
                return span
            start = event.start_mark.index
            self.spans.items[start] = span, len(span.items)
            item = self.node(event, in_flow=in_flow or is_flow)
            span.items.append((start, item.end))

    def _scalar(self, event: Event, *, in_flow: bool) -> ScalarSpan:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            properties = _PROPERTIES.match(self._text, start, end)
            start = properties.end() if properties else start
        style = _STYLES.get(event.style or "", "plain")
        if style == "block":  # its end is where the next thing begins
            end = start + len(self._text[start:end].rstrip(" \t\r\n"))
        text: str = event.value.translate(self._restored)
        value = resolve(text) if event.tag is None and style == "plain" else text
        is_text = isinstance(value, str) and event.tag in (None, _TEXT)
        return ScalarSpan(start, end, style, text if is_text else None, in_flow)


def _last(parts: list[tuple[int, int]], opening: Event) -> int:
    """Return where the last part ends: a block has no end of its own."""
    return parts[-1][1] if parts else opening.end_mark.index
