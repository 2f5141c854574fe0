"""From what is wished to the edits that bring it about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from cxblueprint.checks import Remove, Rename, Replace
from cxblueprint.loading import Content, SourceText
from cxblueprint.loading.wording import shown
from cxblueprint.model import Blueprint, origin_of

from .cuts import cuts
from .edits import Edit
from .json_spans import json_spans
from .values import replacement
from .wishes import Wish
from .yaml_spans import yaml_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxblueprint.loading import FileOrigin

    from .spans import FileSpans, ListSpan, ScalarSpan


_NO_TEXT = "what stands there is no text"


@dataclass(frozen=True, slots=True)
class Reading:
    """A blueprint, and the files that it was read from."""

    blueprint: Blueprint
    contents: tuple[Content, ...]
    sources: tuple[SourceText, ...]
    """The text of each of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A character of one of the files."""

    file: int
    offset: int


@dataclass(frozen=True, slots=True)
class Granted:
    """A wish that edits fulfil, where it stands, and what is done in words."""

    wish: Wish
    place: Place
    said: str


@dataclass(frozen=True, slots=True)
class Deed:
    """Edits that are made together or not at all, and what they grant."""

    edits: tuple[Edit, ...]
    granted: tuple[Granted, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wish that cannot be fulfilled, where it stands, and why."""

    wish: Wish
    place: Place
    why: str


@dataclass(slots=True)
class _Texts:
    """What is to be written at one span of a file."""

    file: int
    span: ScalarSpan
    value: str
    granted: list[Granted] = field(default_factory=list)


@dataclass(slots=True)
class _Items:
    """What is to be taken out of one list of a file."""

    file: int
    span: ListSpan
    numbers: set[int] = field(default_factory=set)
    granted: list[Granted] = field(default_factory=list)


def planned(reading: Reading, wishes: Iterable[Wish]) -> tuple[list[Deed], list[Refusal]]:
    """Return what is to be done so that wishes are fulfilled, and those that cannot be.

    What is wished first goes before what is wished later for the same place.
    """
    planner = _Planner(reading)
    for wish in wishes:
        planner.take(wish)
    return planner.deeds(), planner.refusals


class _Planner:
    """Gathers wishes by the span of the file that they are about."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._origin = cast("FileOrigin", origin_of(reading.blueprint))  # whatever was loaded has one
        self._numbers = {id(source): number for number, source in enumerate(reading.sources)}
        self._spans: dict[int, FileSpans] = {}
        self._texts: dict[tuple[int, int], _Texts] = {}
        self._items: dict[tuple[int, int], _Items] = {}
        self._new_items: dict[tuple[object, ...], object] = {}
        self.refusals: list[Refusal] = []

    def take(self, wish: Wish) -> None:
        """Find where a wish is to be fulfilled."""
        found = self._origin.trace(wish.path)
        file = self._numbers[id(found.source)]
        spans = self._spans_of(file)
        place = Place(file, found.value_offset)
        if not found.is_whole:
            self._refuse(wish, Place(file, found.offset), "it is not written in a file")
            return
        if not spans.values:
            if wish.code is not None:
                self._refuse(wish, place, "the file begins with two byte order marks")
            return
        match wish.repair:
            case Remove():
                self._take_out(wish, place, spans.items.get(found.value_offset))
            case Rename(key=key):
                named = spans.keys.get(found.offset)
                self._write(wish, Place(file, found.offset), named, key, no_text="it is no key")
            case Replace(value=value):
                self._write(wish, place, spans.scalar(found.value_offset), value)

    def deeds(self) -> list[Deed]:
        """Return what is to be done, in the order in which it was first wished."""
        found = [*map(self._written, self._texts.values()), *map(self._taken_out, self._items.values())]
        return [deed for deed in found if deed is not None]

    def _spans_of(self, file: int) -> FileSpans:
        if file not in self._spans:
            is_json = self._reading.contents[file].file.format == "json"
            spans_of = json_spans if is_json else yaml_spans
            self._spans[file] = spans_of(self._reading.sources[file].text)
        return self._spans[file]

    def _refuse(self, wish: Wish, place: Place, why: str) -> None:
        self.refusals.append(Refusal(wish, place, why))

    def _write(
        self, wish: Wish, place: Place, span: ScalarSpan | None, value: str, *, no_text: str = _NO_TEXT
    ) -> None:
        is_spelling = wish.code is None
        if span is None or span.text is None:
            if not is_spelling:  # a number is spelled as it is
                self._refuse(wish, place, no_text)
            return
        before = span.text.strip() if span.style == "block" else span.text
        if before == value:
            return
        group = self._texts.setdefault((place.file, span.start), _Texts(place.file, span, value))
        if group.value != value:
            if not is_spelling:
                self._refuse(wish, place, f"it is to become {shown(group.value)}")
        elif not is_spelling and self._is_named_already(wish, value):
            self._refuse(wish, place, f"the list has {shown(value)} already")
        else:
            here = Place(place.file, span.start)
            group.granted.append(Granted(wish, here, wish.told(before)))

    def _is_named_already(self, wish: Wish, value: str) -> bool:
        """Tell whether another item of the same list is, or is to become, the same."""
        holder: object = self._reading.blueprint
        for step in wish.path[:-1]:
            holder = holder[step] if isinstance(holder, tuple) else getattr(holder, str(step), None)  # type: ignore[index]
        new = (*wish.path[:-1], value)
        if not isinstance(holder, tuple):
            return False
        return value in holder or self._new_items.setdefault(new, wish.path) != wish.path

    def _take_out(self, wish: Wish, place: Place, found: tuple[ListSpan, int] | None) -> None:
        if found is None:
            self._refuse(wish, place, "it is no item of a list")
            return
        span, number = found
        group = self._items.setdefault((place.file, span.start), _Items(place.file, span))
        group.numbers.add(number)
        group.granted.append(Granted(wish, place, wish.told("")))

    def _written(self, group: _Texts) -> Deed | None:
        text = self._reading.sources[group.file].text
        edit = replacement(group.span, text, group.value)
        if edit is None:
            self._refuse_all(group.granted, "it cannot be written as the text there is")
        if edit is None or not group.granted:
            return None
        return Deed((Edit(group.file, *edit),), tuple(group.granted))

    def _taken_out(self, group: _Items) -> Deed | None:
        text = self._reading.sources[group.file].text
        found = cuts(text, group.span, sorted(group.numbers))
        if found is None:
            self._refuse_all(group.granted, "the list has an anchor, or an unusual form")
            return None
        return Deed(tuple(Edit(group.file, *cut) for cut in found), tuple(group.granted))

    def _refuse_all(self, granted: list[Granted], why: str) -> None:
        for one in granted:
            self._refuse(one.wish, one.place, why)
