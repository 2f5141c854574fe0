"""Blocks in pages written by hand that ask for a picture: where they are, and what they ask for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from cxblueprint.errors import Complaint, LoadError, Location, did_you_mean
from cxblueprint.loading.pure_yaml import PureEvents

LANGUAGE = "cx-blueprint"
KEYS = ("blueprint", "journey", "plan", "view", "stage", "beside")
_OPENING = re.compile(
    r"(?P<before>[ \t>]*)(?P<ticks>`{3,}|~{3,})[ \t]*(?P<language>[^\s`]*)(?P<options>[^`]*)"
)
_TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of ours in a page."""

    line: int
    """The line on which it begins, from 1."""
    before: str
    """What stands in front of each of its lines: the indentation of a list, the mark of a quotation."""
    options: str
    """What stands on its first line after our name."""
    body: str
    source: str
    """All its lines, without what stands in front of them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture that a page asks for."""

    view: str
    blueprint: str | None = None
    """Which of the blueprints that are published; may be left out where there is only one."""
    journey: str | None = None
    plan: str | None = None
    stage: str | None = None
    beside: bool = False
    text: str | None = None
    """A blueprint that stands in the page itself."""


def fences_in(markdown: str) -> Iterator[Fence]:
    """Yield our blocks in a page; one inside of a longer block shows how it is written, and is none."""
    lines = markdown.split("\n")
    unclosed: dict[tuple[str, str], int] = {}
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        end = _end(lines, at, opening, unclosed) if opening else None
        if opening and end is not None:
            if opening["language"] == LANGUAGE:
                before = opening["before"]
                written = [_without(before, line) for line in lines[at : end + 1]]
                options, body = opening["options"].strip(), "\n".join(written[1:-1])
                yield Fence(at + 1, before, options, body, "\n".join(written))
            at = end
        at += 1


def _end(
    lines: list[str], at: int, opening: re.Match[str], unclosed: dict[tuple[str, str], int]
) -> int | None:
    """Return the line on which a block ends, which begins like the one on which it starts; None for never.

    What nothing closes is noted in `unclosed`, so that a page is not searched to its end for each of many.
    """
    ticks = opening["ticks"]
    kind = (opening["before"], ticks[0])
    if len(ticks) >= unclosed.get(kind, len(ticks) + 1):
        return None
    closing = re.compile(rf"{re.escape(opening['before'].rstrip())}[ \t]*{ticks[0]}{{{len(ticks)},}}[ \t]*")
    deepest = len(opening["before"])
    for number, line in enumerate(lines[at + 1 :], at + 1):
        if closing.fullmatch(line) and len(line) - len(line.lstrip(" \t>")) <= deepest:
            return number
    unclosed[kind] = len(ticks)
    return None


def _without(before: str, line: str) -> str:
    """Return a line without what stands in front of it; an empty one may lack some of that."""
    if line.startswith(before):
        return line[len(before) :]
    return line[len(before) :] if not line[: len(before)].strip(" \t>") else line.lstrip()


def marked(markdown: str, fences: Iterable[Fence], marks: Iterable[str]) -> str:
    """Return a page with a mark, a paragraph of its own, in place of each of our blocks."""
    lines = markdown.split("\n")
    for fence, mark in reversed([*zip(fences, marks, strict=True)]):
        end = fence.line + fence.source.count("\n")
        quoted = fence.before.rstrip()
        lines[fence.line - 1 : end] = [quoted, f"{fence.before}{mark}", quoted]
    return "\n".join(lines)


def wish_of(fence: Fence, path: str, first_line: int) -> Wish:
    """Return what a block asks for.

    Args:
        fence: the block.
        path: its page, for messages.
        first_line: how many lines of the file stand above the Markdown, such as front matter.

    Raises:
        LoadError: it says nothing that can be drawn; holds everything wrong with it.
    """
    place = Location(path, fence.line + first_line, len(fence.before) + 1)
    if fence.options:
        said = _from_options(fence.options, place)
        if not fence.body.strip():
            msg = "there is no blueprint in this block: say what to draw in the block, one line each"
            raise LoadError([Complaint(msg, place)])
        return _wish({key: (value, place) for key, value in said.items()}, place, fence.body)
    return _wish(_from_body(fence.body, place), place, None)


def _from_options(options: str, place: Location) -> Mapping[str, str]:
    try:
        words = shlex.split(options)
    except ValueError:
        words = options.split()
    said: dict[str, str] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign:
            msg = f"{word!r} says nothing here: write it as `key=value`, such as `view=journey-map`"
            raise LoadError([Complaint(msg, place)])
        said[key] = value
    return said


def _from_body(body: str, place: Location) -> Mapping[str, tuple[str, Location]]:
    """Return the values by key, each with where its key is written."""
    try:
        root = yaml.compose(body, PureEvents)
    except RecursionError:
        raise LoadError([Complaint("this is no YAML: its nesting is too deep", place)]) from None
    except yaml.reader.ReaderError as error:
        msg = f"this is no YAML: the character U+{int(error.character):04X} may not stand in it"
        raise LoadError([Complaint(msg, place)]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = _below(place, body, mark.index) if mark else place
        raise LoadError([Complaint(f"this is no YAML: {error.problem}", where)]) from None
    if root is None or not isinstance(root, yaml.MappingNode):
        msg = "nothing says what to draw: write lines such as `view: journey-map`"
        raise LoadError([Complaint(msg, place)])
    said: dict[str, tuple[str, Location]] = {}
    for key, value in root.value:
        where = _below(place, body, key.start_mark.index)
        if not isinstance(key, yaml.ScalarNode):
            raise LoadError([Complaint("a key is one word, not several", where)])
        if key.value in KEYS and not isinstance(value, yaml.ScalarNode):
            raise LoadError([Complaint(f"{key.value!r} takes one word, not several", where)])
        if key.value in said:
            raise LoadError([Complaint(f"{key.value!r} is said twice", where)])
        said[str(key.value)] = (str(value.value), where)
    return said


def _below(place: Location, body: str, index: int) -> Location:
    """Return where a character of the body of a block stands; the parser sees lines that a page has not."""
    before = body[:index]
    line = place.line + 1 + before.count("\n")
    return Location(place.path, line, place.column + len(before) - before.rfind("\n") - 1)


def _wish(said: Mapping[str, tuple[str, Location]], place: Location, text: str | None) -> Wish:
    allowed = KEYS if text is None else tuple(key for key in KEYS if key != "blueprint")
    unknown = [
        Complaint(f"unknown key {key!r}{_guess(key, allowed, text)}", where)
        for key, (_, where) in said.items()
        if key not in allowed
    ]
    if unknown:
        raise LoadError(unknown[:1] if text is None and {"id", "journeys"} & said.keys() else unknown)
    values = {key: value.strip() for key, (value, _) in said.items() if value.strip()}
    if "view" not in values:
        raise LoadError([Complaint("no view is named: say which, such as `view: journey-map`", place)])
    beside = values.pop("beside", "false")
    if beside not in _TRUTHS:
        raise LoadError([Complaint(f"'beside' is true or false, not {beside!r}", said["beside"][1])])
    return Wish(**values, beside=_TRUTHS[beside], text=text)


def _guess(key: str, allowed: tuple[str, ...], text: str | None) -> str:
    if text is None and key in ("id", "title", "teams", "touchpoints", "journeys"):
        return f": for a blueprint in the page itself, begin the block with `{LANGUAGE} view=journey-map`"
    return did_you_mean(key, allowed) or f": there are {', '.join(allowed)}"
