"""Text that fits its box on every machine: widths from a table, wrapping, clipping, direction.

No font is opened: pictures are the same bytes everywhere. The table holds the advance widths of
Liberation Sans, which are those of Arial, in thousandths of an em; scripts which Arial lacks carry the
widest of the Noto and DejaVu sans faces, because nobody knows which font the reader's system picks.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import zip_longest
from typing import Literal, NamedTuple

from cxblueprint.pictures.graphemes import graphemes, is_simple

ELLIPSIS = "\u2026"
SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"

# Overrides and embeddings in one name could turn around the text beside it; marks such as U+200F stay.
_UNDRAWABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u2060\ufeff"
    "\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
_SPACES = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029 ]+")
# Stacked accents climb out of their line; no orthography needs more than these on one letter.
_MOST_ACCENTS = 4
# Faces for other scripts differ more than the table can know.
_CAUTION = 1.04
_BOLD_FACTOR = 1.08
# Beside Arabic or Hebrew some renderers draw Latin letters too in the font that they found for those.
_BESIDE_RTL = 1.15
_EMOJI = 1400
_WIDE = 1000
_UNKNOWN = 1000
_STRAY_ACCENT = 600

_NO_LINE_START = frozenset(
    "、。，．・：；？！）］｝〕〉》」』】〗〙ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％,.;:!?)]}%…"
)
_MAY_BREAK = re.compile("[/\\\\_&=\u2010\u2013\u2014-]")
_NO_LINE_END = frozenset("（［｛〔〈《「『【〖〘([{￥$£#")


class _Font(NamedTuple):
    size: float
    bold: bool


class _Widths(NamedTuple):
    regular: dict[int, int]
    bold: dict[int, int]
    foreign: dict[int, int]
    blocks: dict[int, int]


@lru_cache(maxsize=1)
def _widths() -> _Widths:
    """Read the shipped table once, when the first text is measured."""
    raw = json.loads(resources.files(__package__).joinpath("widths.json").read_text(encoding="utf-8"))

    def spread(runs: dict[str, list[int]]) -> dict[int, int]:
        return {int(start) + i: w for start, run in runs.items() for i, w in enumerate(run)}

    blocks = {int(start): width for start, width in raw["blocks"].items()}
    return _Widths(spread(raw["regular"]), spread(raw["bold"]), spread(raw["foreign"]), blocks)


@lru_cache(maxsize=2)
def _from_left(*, bold: bool) -> dict[str, int]:
    """Return the exact widths of what is written from left to right, by character."""
    table = _widths().bold if bold else _widths().regular
    return {chr(code): wide for code, wide in table.items() if not has_rtl(chr(code))}


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


@lru_cache(maxsize=16384)
def _advance(char: str, weight: Literal["regular", "bold"]) -> float:
    """Return the width of one character in thousandths of an em."""
    code = ord(char)
    table = _widths()
    exact = (table.bold if weight == "bold" else table.regular).get(code)
    if exact is not None:
        return exact
    if 0x300 <= code < 0x370:
        # What composition has left over; a font without it draws a box in its place.
        return _STRAY_ACCENT
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    if 0x1F000 <= code < 0x20000 or 0x2600 <= code < 0x27C0:
        return _EMOJI
    if _is_wide(char):
        return _WIDE
    foreign = table.foreign.get(code) or table.blocks.get(code // 64 * 64, _UNKNOWN)
    return foreign * _CAUTION * (_BOLD_FACTOR if weight == "bold" else 1)


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Return `text` as it can be drawn on one line: no control characters, single spaces."""
    if not (text.isascii() and text.isprintable() and "  " not in text):
        text = _SPACES.sub(" ", _UNDRAWABLE.sub("", text))
    text = text.strip(" ")
    if text.isascii():
        return text
    # Letters with their accents in one: known widths, and every font draws them.
    text = unicodedata.normalize("NFC", text)
    if is_simple(text):
        return text
    kept: list[str] = []
    accents = 0
    for char in text:
        accents = accents + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if accents <= _MOST_ACCENTS:
            kept.append(char)
    return "".join(kept)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` is at font size `size`, in the same unit as `size`."""
    try:
        return sum(map(_from_left(bold=bold).__getitem__, text)) * size / 1000
    except KeyError:  # something that Arial lacks, or that is written from right to left
        return _unusual_width(text, size, bold=bold)


def _unusual_width(text: str, size: float, *, bold: bool) -> float:
    weight: Literal["regular", "bold"] = "bold" if bold else "regular"
    wider = _BESIDE_RTL if has_rtl(text) else 1.0
    known = _widths().regular if wider > 1 else {}
    return sum(_advance(char, weight) * (wider if ord(char) in known else 1.0) for char in text) * size / 1000


def _width(text: str, font: _Font) -> float:
    return width(text, font.size, bold=font.bold)


def has_exact_widths(text: str) -> bool:
    """Tell whether every width is known exactly, so that stretching to it distorts nothing."""
    known = _widths().regular
    return (text.isascii() and text.isprintable()) or all(ord(char) in known for char in text)


def is_rtl(text: str) -> bool:
    """Tell whether the first letter of `text` is written from right to left."""
    if text.isascii():
        return False
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def has_rtl(text: str) -> bool:
    """Tell whether any letter of `text` is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _fitting(text: str, room: float, font: _Font) -> str:
    """Return the longest beginning of `text` that fits, at a grapheme's end and never empty."""
    kept = ""
    used = 0.0
    wider = _BESIDE_RTL if has_rtl(text) else 1.0
    for cluster in graphemes(text):
        used += _width(cluster, font) * (wider if has_exact_widths(cluster) else 1.0)
        if used > room:
            break
        kept += cluster
    if kept:
        return kept
    # One endless joined sequence is wider than the line: cut it where it fits.
    for char in text:
        if kept and _width(kept + char, font) > room:
            break
        kept += char
    return kept


def clip(text: str, room: float, size: float, *, bold: bool = False, always: bool = False) -> str:
    """Return `text` on one line no wider than `room`, with an ellipsis where it had to be cut.

    With `always` the ellipsis comes in any case: more text follows which has no place.
    """
    text, font = clean(text), _Font(size, bold)
    if not always and _width(text, font) <= room:
        return text
    space = room - _width(ELLIPSIS, font)
    first = graphemes(text)[0] if text else ""
    kept = _fitting(text, space, font) if _width(first, font) <= space else ""
    return kept.rstrip(" ,;:-\u2013\u2014/\u00ad\u200b") + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Wrapped text: its lines, whether something was cut, and its direction as a whole."""

    lines: tuple[str, ...]
    is_cut: bool
    rtl: bool

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self.lines)


class _Piece(NamedTuple):
    """Text between two places where a line may end; `glue` is what stands in front of it."""

    text: str
    glue: str


def _pieces(text: str) -> Iterator[_Piece]:
    """Split `text` at its break opportunities (the useful part of UAX #14)."""
    if " " in text and is_simple(text):
        # Most words of most texts stay whole, and none knows of another.
        for place, word in enumerate(text.split(" ")):
            glue = " " if place else ""
            if _MAY_BREAK.search(word):
                first, *others = _pieces(word)
                yield from (_Piece(first.text, glue), *others)
            elif word:
                yield _Piece(word, glue)
        return
    glue = ""
    current = ""
    for cluster in graphemes(text):
        char = cluster[0]
        if char in (" ", _ZERO_WIDTH_SPACE, SOFT_HYPHEN):
            if current:
                yield _Piece(current, glue)
                current, glue = "", ""
            glue = " " if char == " " or glue == " " else (char if char == SOFT_HYPHEN else glue)
            continue
        is_break = bool(current) and _may_break(current, char)
        if is_break:
            yield _Piece(current, glue)
            current, glue = "", ""
        current += cluster
    if current:
        yield _Piece(current, glue)


def _may_break(before: str, char: str) -> bool:
    """Tell whether a line may end between `before` and `char` although no space is there."""
    last = before[-1]
    if char in _NO_LINE_START or last in _NO_LINE_END:
        return False
    if _is_wide(char) or _is_wide(last):
        return True
    if last in "/\\_&=\u2013\u2014":
        return len(before) > 2
    return last in "-\u2010" and len(before) > 3 and char.isalpha()


@dataclass(slots=True)
class _Line:
    """A line in the making; `tail` is what a break adds, `joint` what it swallowed."""

    text: str = ""
    tail: str = ""
    joint: str = ""


def _broken(text: str, room: float, font: _Font) -> Iterator[_Line]:
    """Break one word that is wider than the line; a hyphen shows that it goes on."""
    while _width(text, font) > room:
        hyphen = "-" if text[:1].isalpha() and has_exact_widths(text[:4]) else ""
        part = _fitting(text, room - _width(hyphen, font), font)
        if part == text:
            break
        both_letters = part[-1].isalpha() and text[len(part)].isalpha()
        yield _Line(part, hyphen if both_letters else "")
        text = text[len(part) :]
    yield _Line(text)


def _flow(text: str, room: float, font: _Font) -> list[_Line]:
    """Lay the whole text out on as many lines as it takes."""
    if is_simple(text) and _width(text, font) <= room:
        return [_Line(text)] if text else []
    lines = [_Line()]
    pieces = list(_pieces(text))
    for piece, following in zip_longest(pieces, pieces[1:]):
        line = lines[-1]
        glue = piece.glue if piece.glue == " " and line.text else ""
        hyphen = "-" if following is not None and following.glue == SOFT_HYPHEN else ""
        if _width(line.text + glue + piece.text + hyphen, font) <= room:
            line.text += glue + piece.text
            continue
        if line.text:
            line.joint = " " if piece.glue == " " else ""
            line.tail = "-" if piece.glue == SOFT_HYPHEN else ""
            lines.append(_Line())
        lines[-1:] = _broken(piece.text, room, font)
    return [line for line in lines if line.text]


@lru_cache(maxsize=4096)  # what is drawn is measured before, and several pictures say the same
def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int = 99) -> Paragraph:
    """Break `text` into at most `lines` lines no wider than `room`; the last one says if more follows."""
    text = clean(text)
    rtl = is_rtl(text)
    flowed = _flow(text, room, _Font(size, bold))
    if len(flowed) <= lines:
        return Paragraph(tuple(line.text + line.tail for line in flowed), is_cut=False, rtl=rtl)
    kept = [line.text + line.tail for line in flowed[: lines - 1]]
    last, following = flowed[lines - 1], flowed[lines]
    rest = last.text + last.joint + following.text
    kept.append(clip(rest, room, size, bold=bold, always=True))
    return Paragraph(tuple(kept), is_cut=True, rtl=rtl)
