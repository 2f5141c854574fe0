"""YAML text to plain values and their positions, in one pass over the parser's events.

PyYAML (its C half where it is installed) finds out what is a key, a list or a text; what an unquoted
word means, and what a blueprint refuses, is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from .aliases import Aliases
from .limits import Limits
from .positions import FileComplaints, ListMarks, MapMarks, Marks, SourceText, UnparsableError, start_of
from .pure_yaml import PureEvents
from .scalars import NUMBER_STARTS, WORDS, NoSuchNumberError, Scalar, resolve
from .wording import EMPTY, EMPTY_ITEM, shown, too_deep, too_much
from .yaml_mistakes import HALF_A_CHARACTER, explain

Loader: TypeAlias = Any
"""A class of PyYAML that yields events."""
Event: TypeAlias = Any
"""An event of PyYAML, whose published types leave out what an event carries."""

EVENTS: Loader = getattr(yaml, "CBaseLoader", PureEvents)
"""The fastest source of events on this machine."""

_CORE = "tag:yaml.org,2002:"
_KIND_OF_TAG: dict[str, type] = {"int": int, "bool": bool, "null": type(None)}
# In YAML 1.1 these break lines, in YAML 1.2 they are text like any other, and the parser knows 1.1 only.
_BREAKS_OF_YAML_1_1 = re.compile("[\x85\u2028\u2029]")
_FOR_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_yaml(source: SourceText, complaints: FileComplaints, limits: Limits) -> tuple[object, Marks]:
    """Return the value of the one YAML document in `source`, and where everything in it begins.

    What can be complained of without losing the thread goes to `complaints`.

    Raises:
        UnparsableError: the text is no YAML, holds nothing, or more than the limits allow.
    """
    events = EVENTS
    text, restored = without_old_breaks(source.text)
    try:
        loader = events(text)
    except yaml.reader.ReaderError as error:  # the pure parser looks at the characters first
        raise explain(error, source.text, lambda: None) from None
    get_event = loader.get_event
    if restored is not None:
        get_event = _restoring(get_event, restored)
    if events is PureEvents:
        get_event = _without_half_characters(get_event)
    try:
        return _Parser(get_event, complaints, limits).document()
    except yaml.YAMLError as error:
        raise explain(error, source.text, lambda: _last_quoted(events, text)) from None
    finally:
        loader.dispose()


class _Parser:
    """Builds values and marks from events; one object for one file."""

    def __init__(self, get_event: Callable[[], Event], complaints: FileComplaints, limits: Limits) -> None:
        self._get = get_event
        self._complaints = complaints
        self._limits = limits
        self._aliases = Aliases(limits)
        self._values = 0
        """How many values are in the mappings and lists that are read."""
        self._keys: dict[str, str] = {}
        """The unquoted keys met so far that are what they seem."""

    def document(self) -> tuple[object, Marks]:
        self._get()  # the start of the stream
        first = self._get()
        if isinstance(first, StreamEndEvent):
            raise UnparsableError(0, EMPTY)
        node = self._node(self._get(), 0)
        if node[0] is None:
            raise UnparsableError(0, EMPTY)
        self._get()  # the end of the document
        second = self._get()
        kind = type(second)
        if kind is DocumentStartEvent:
            said = "a second YAML document begins here; one file holds one, so move it to a file of its own"
            self._complaints.add(second.start_mark.index, said)
        return node

    def _node(self, event: Event, depth: int) -> tuple[object, Marks]:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event), event.start_mark.index
        if kind is AliasEvent:
            return self._aliases.value_of(event.anchor, event.start_mark.index, depth)
        start = event.start_mark.index
        if depth >= self._limits.depth:
            raise UnparsableError(start, too_deep(self._limits.depth))
        if event.anchor is not None:
            self._aliases.open(event.anchor, start)
        if event.tag is not None:
            self._check_collection_tag(event, "map" if kind is MappingStartEvent else "seq")
        node = self._mapping(event, depth + 1) if kind is MappingStartEvent else self._list(event, depth + 1)
        if event.anchor is not None:
            self._aliases.close(event.anchor, *node)
        return node

    def _mapping(self, opening: Event, depth: int) -> tuple[object, Marks]:
        values: dict[str, object] = {}
        entries: dict[str, tuple[int, Marks]] = {}
        get, keys, most = self._get, self._keys, self._limits.values
        while True:
            event = get()
            kind = type(event)
            if kind is MappingEndEvent:
                return values, MapMarks(opening.start_mark.index, entries)
            place = event.start_mark.index
            self._values += 1
            if self._values > most:
                raise UnparsableError(place, too_much(most))
            # The same few keys come again and again.
            key = keys.get(event.value) if kind is ScalarEvent else None
            if key is None or event.anchor is not None or event.tag is not None:
                key = self._key(event, depth)
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                value: object = self._scalar(event)
                marks: Marks = event.start_mark.index
            else:
                value, marks = self._node(event, depth)
            if key is None:
                continue
            if key in values:
                self._complaints.duplicate_key(key, entries[key][0], place)
                continue
            values[key] = value
            entries[key] = (place, marks)
            if value is None:
                is_comma = opening.flow_style and kind is ScalarEvent and not event.value
                self._complain_of_null(key, place, marks, after_a_comma=is_comma)

    def _list(self, opening: Event, depth: int) -> tuple[object, Marks]:
        values: list[object] = []
        items: list[Marks] = []
        most = self._limits.values
        while True:
            event = self._get()
            if type(event) is SequenceEndEvent:
                return values, ListMarks(opening.start_mark.index, items)
            self._values += 1
            if self._values > most:
                raise UnparsableError(event.start_mark.index, too_much(most))
            value, marks = self._node(event, depth)
            values.append(value)
            items.append(marks)
            if value is None:
                start = start_of(marks)
                self._complaints.add(start, EMPTY_ITEM, broken=start)

    def _scalar(self, event: Event) -> Scalar:
        word: str = event.value
        if event.tag is not None:
            value = self._tagged(event)
        elif not event.implicit[0]:
            value = word
        elif word in WORDS:
            value = WORDS[word]
        elif word[0] in NUMBER_STARTS:
            value = self._resolved(word, event.start_mark.index)
        else:
            value = word
        if event.anchor is not None:
            self._aliases.open(event.anchor, event.start_mark.index)
            self._aliases.close(event.anchor, value, event.start_mark.index)
        return value

    def _resolved(self, word: str, start: int) -> Scalar:
        try:
            return resolve(word)
        except NoSuchNumberError as error:
            self._complaints.add(start, str(error), broken=start)
            return word

    def _tagged(self, event: Event) -> Scalar:
        start = event.start_mark.index
        short = event.tag.removeprefix(_CORE)
        if event.tag == _CORE + "str":
            return str(event.value)
        if event.tag == _CORE + "float":
            value = self._resolved(event.value, start)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return float(value)
        elif event.tag.startswith(_CORE) and short in _KIND_OF_TAG:
            value = self._resolved(event.value, start)
            if type(value) is _KIND_OF_TAG[short]:
                return value
        else:
            self._complain_of_tag(event)
            return str(event.value)
        said = f"the tag !!{short} does not fit {shown(event.value)}; leave it out"
        self._complaints.add(start, said, broken=start)
        return str(event.value)

    def _check_collection_tag(self, event: Event, allowed: str) -> None:
        if event.tag != _CORE + allowed:
            self._complain_of_tag(event)

    def _complain_of_tag(self, event: Event) -> None:
        start = event.start_mark.index
        written = event.tag.replace(_CORE, "!!", 1)
        hint = "leave it out, or quote text that begins with '!'"
        said = f"the tag {shown(written)} means nothing in a blueprint; {hint}"
        self._complaints.add(start, said, broken=start)

    def _key(self, event: Event, depth: int) -> str | None:
        """Return the key that an event states, or None after complaining that it is none."""
        place = event.start_mark.index
        if type(event) is not ScalarEvent:
            self._node(event, depth)
            self._complaints.add(place, "a key is plain text, not an alias, a list or keys and values")
            return None
        value = self._scalar(event)
        if not isinstance(value, str):
            written = "an empty key" if event.value == "" else f"the key {event.value}"
            quoted = "" if event.value == "" else f'; quote it: "{event.value}"'
            self._complaints.add(place, f"{written} is not text{quoted}")
            return None
        if value == "<<" and event.implicit[0]:
            said = "'<<' merges nothing in YAML 1.2; write the keys out, or use an alias for a whole value"
            self._complaints.add(place, said)
            return None
        key = intern(value)
        if event.implicit[0]:
            self._keys[key] = key
        return key

    def _complain_of_null(self, key: str, place: int, marks: Marks, *, after_a_comma: bool) -> None:
        hint = "leave the key out"
        if ":" in key:
            hint = "write a space after the colon"
        elif after_a_comma and " " in key:
            hint = "quote text that has a comma, which ends a text in {}"
        elif after_a_comma:
            hint += ", and quote text that has a comma, which ends a text in {}"
        self._complaints.add(place, f"key {shown(key)} has no value; {hint}", broken=start_of(marks))


def without_old_breaks(text: str) -> tuple[str, dict[int, int] | None]:
    """Return a text of the same length in which YAML 1.1 sees no other lines, and the way back.

    Raises:
        UnparsableError: no character is left that could stand for a break.
    """
    found = sorted(set(_BREAKS_OF_YAML_1_1.findall(text)))
    if not found:
        return text, None
    free = sorted(set(map(chr, range(0xE000, 0xF900))).difference(_FOR_PRIVATE_USE.findall(text)))
    if len(free) < len(found):
        place = text.index(found[0])
        raise UnparsableError(
            place, f"the character U+{ord(found[0]):04X} stands beside too many without meaning"
        )
    stand_ins = {ord(char): ord(stand_in) for char, stand_in in zip(found, free, strict=False)}
    return text.translate(stand_ins), {stand_in: char for char, stand_in in stand_ins.items()}


def _restoring(get_event: Callable[[], Event], restored: dict[int, int]) -> Callable[[], Event]:
    def get() -> Event:
        event = get_event()
        if type(event) is ScalarEvent:
            event.value = event.value.translate(restored)
        return event

    return get


def _without_half_characters(get_event: Callable[[], Event]) -> Callable[[], Event]:
    """Refuse what the C half refuses by itself: an escape that is half of a character."""

    def get() -> Event:
        event = get_event()
        kind = type(event)
        if kind is ScalarEvent and _LONE_SURROGATE.search(event.value):
            raise UnparsableError(event.start_mark.index, HALF_A_CHARACTER)
        return event

    return get


def _last_quoted(events: Loader, text: str) -> tuple[int, int] | None:
    """Return where the last text before a mistake begins and ends."""
    last = None
    loader = events(text)
    try:
        while True:
            event = loader.get_event()
            kind = type(event)
            if kind is ScalarEvent and event.style in ("'", '"'):
                last = (event.start_mark.index, event.end_mark.index)
    except yaml.YAMLError:
        return last
    finally:
        loader.dispose()
