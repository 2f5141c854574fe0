"""JSON text to plain values and their positions, in one pass: RFC 8259, and nothing beyond.

A YAML parser does not do: it refuses tabs, a key on another line than its colon, and the surrogate
pairs that JSON writes for emoji.
"""

from __future__ import annotations

import re
from sys import intern

from .limits import Limits
from .positions import FileComplaints, ListMarks, MapMarks, Marks, SourceText, UnparsableError, start_of
from .scalars import LONGEST_NUMBER, NoSuchNumberError, finite
from .wording import EMPTY, EMPTY_ITEM, bare, shown, too_deep, too_much

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN_STRING = re.compile(r'"([^"\\\x00-\x1f]*)"')
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)*)"')
_STRING_SO_FAR = re.compile(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*')
_ESCAPE = re.compile(
    r'\\(?:(["\\/bfnrt])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))'
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_FOUND = re.compile(r"\"[^\"\n]*\"?|'[^'\n]*'?|[^\s,:\[\]{}\"']+|.")
_WORD = re.compile(r"[^\s,:\[\]{}\"']+")
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"true": True, "false": False, "null": None}


def parse_json(source: SourceText, complaints: FileComplaints, limits: Limits) -> tuple[object, Marks]:
    """Return the JSON value in `source`, and where everything in it begins.

    What can be complained of without losing the thread goes to `complaints`.

    Raises:
        UnparsableError: the text is no JSON, holds nothing, or is nested deeper than the limits allow.
    """
    return _Parser(source, complaints, limits).document()


class _Parser:
    """Walks through the text; `at` is where the next token begins."""

    def __init__(self, source: SourceText, complaints: FileComplaints, limits: Limits) -> None:
        self._text = source.text
        self._complaints = complaints
        self._limits = limits
        self._values = -1  # the whole is no value in itself
        self._at = 0

    def document(self) -> tuple[object, Marks]:
        self._skip()
        if self._at == len(self._text):
            raise UnparsableError(0, EMPTY)
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._unexpected("follows the end of the JSON text")
        return node

    def _skip(self) -> str:
        """Go to the next token and return its first character."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _value(self, depth: int) -> tuple[object, Marks]:
        start = self._at
        self._values += 1
        if self._values > self._limits.values:
            raise UnparsableError(start, too_much(self._limits.values))
        char = self._text[start : start + 1]
        if char == '"':
            return self._string(), start
        if char in ("{", "["):
            if depth >= self._limits.depth:
                raise UnparsableError(start, too_deep(self._limits.depth))
            self._at += 1
            return self._mapping(start, depth + 1) if char == "{" else self._list(start, depth + 1)
        number = _NUMBER.match(self._text, start)
        if number is not None:
            return self._number(number), start
        return self._constant(start), start

    def _mapping(self, start: int, depth: int) -> tuple[object, Marks]:
        values: dict[str, object] = {}
        entries: dict[str, tuple[int, Marks]] = {}
        while True:
            char = self._skip()
            if char == "}" and not values:
                break
            place = self._at
            if char != '"':
                self._fail_at_key(start, char)
            key = intern(self._string())
            if self._skip() != ":":
                raise self._unexpected(f"stands where the ':' after key {shown(key)} belongs")
            self._at += 1
            self._skip()
            value, marks = self._value(depth)
            if key in values:
                self._complaints.duplicate_key(key, entries[key][0], place)
            else:
                values[key] = value
                entries[key] = (place, marks)
                if value is None:
                    said = f"key {shown(key)} has no value; leave the key out"
                    self._complaints.add(place, said, broken=start_of(marks))
            char = self._skip()
            if char == "}":
                break
            self._expect_comma(char, start)
        self._at += 1
        return values, MapMarks(start, entries)

    def _list(self, start: int, depth: int) -> tuple[object, Marks]:
        values: list[object] = []
        items: list[Marks] = []
        while True:
            char = self._skip()
            if char == "]" and not values:
                break
            value, marks = self._value(depth)
            if value is None:
                place = start_of(marks)
                self._complaints.add(place, EMPTY_ITEM, broken=place)
            values.append(value)
            items.append(marks)
            char = self._skip()
            if char == "]":
                break
            self._expect_comma(char, start)
        self._at += 1
        return values, ListMarks(start, items)

    def _expect_comma(self, char: str, opened: int) -> None:
        if char == ",":
            self._at += 1
            return
        opener = self._text[opened]
        closer = "}" if opener == "{" else "]"
        if not char:
            raise UnparsableError(opened, f"{opener!r} is not closed; write {closer!r} where it ends")
        raise self._unexpected(f"stands where ',' or {closer!r} belongs")

    def _fail_at_key(self, opened: int, char: str) -> None:
        if not char:
            raise UnparsableError(opened, "'{' is not closed; write '}' where it ends")
        if char == "}":
            raise UnparsableError(self._at, "'}' follows a comma; remove the comma")
        raise self._unexpected("stands where a key in double quotes belongs")

    def _string(self) -> str:
        plain = _PLAIN_STRING.match(self._text, self._at)
        if plain is not None:
            self._at = plain.end()
            return plain[1]
        escaped = _STRING.match(self._text, self._at)
        if escaped is None:
            raise self._unclosed()
        start = self._at
        value = _ESCAPE.sub(_unescaped, escaped[1])
        if "\\" in escaped[1].replace("\\\\", ""):
            self._check_escapes(start, escaped.end())
        self._at = escaped.end()
        return value

    def _check_escapes(self, start: int, end: int) -> None:
        good = _STRING_SO_FAR.match(self._text, start)
        if good is not None and good.end() < end - 1:
            raise UnparsableError(good.end(), _no_escape(self._text[good.end() : good.end() + 2]))
        for escape in _ESCAPE.finditer(self._text, start, end):
            if escape[4] and escape[4][0] in "dD" and escape[4][1] in "89abcdefABCDEF":
                said = f"{escape.group()} is half of a character; write both halves"
                raise UnparsableError(escape.start(), said)

    def _unclosed(self) -> UnparsableError:
        """Return the complaint about a text that is not closed as it has to be."""
        good = _STRING_SO_FAR.match(self._text, self._at)
        end = good.end() if good else self._at
        stopper = self._text[end : end + 1]
        if stopper in ("\n", "\r", ""):
            said = 'this text is not closed on its line; write " where it ends, \\n for a new line'
            return UnparsableError(self._at, said)
        if stopper == "\\":
            return UnparsableError(end, _no_escape(self._text[end : end + 2]))
        code = ord(stopper)
        return UnparsableError(end, f"the character U+{code:04X} may not stand in JSON; write \\u{code:04x}")

    def _number(self, match: re.Match[str]) -> int | float:
        word = match.group()
        start = self._at
        self._at = match.end()
        follows = _WORD.match(self._text, match.end())
        if follows is not None:
            said = f"{shown(word + follows.group())} is no number of JSON; write text in double quotes"
            raise UnparsableError(start, said)
        if len(word) > LONGEST_NUMBER:
            said = f"a number of {len(word)} characters is too long; quote it if it is text"
            self._complaints.add(start, said, broken=start)
            return 0
        if match[1] is None and match[2] is None:
            return int(word)
        try:
            return finite(word)
        except NoSuchNumberError as error:
            self._complaints.add(start, str(error), broken=start)
            return 0

    def _constant(self, start: int) -> bool | None:
        word = _WORD.match(self._text, start)
        if word is not None and word.group() in _CONSTANTS:
            self._at = word.end()
            return _CONSTANTS[word.group()]
        char = self._text[start : start + 1]
        if not char:
            raise UnparsableError(start, "the text ends where a value belongs")
        if char in ("]", "}"):
            said = f"{char!r} stands where a value belongs; remove the comma or colon before it"
            raise UnparsableError(start, said)
        raise self._unexpected("is no value of JSON; write text in double quotes")

    def _unexpected(self, complaint: str) -> UnparsableError:
        """Return the complaint about what stands at the present place."""
        found = _FOUND.match(self._text, self._at)
        word = found.group() if found else ""
        if word.startswith(("//", "/*", "#")):
            complaint = "JSON has no comments; remove it, or write YAML in a file that ends in .yaml"
        elif word.startswith("'"):
            complaint = f"{shown(word.strip(chr(39)))} has single quotes; JSON has double quotes alone"
        else:
            complaint = f"{shown(word) if word else 'the end of the file'} {complaint}"
        return UnparsableError(self._at, complaint)


def _no_escape(written: str) -> str:
    if written == "\\u":
        return "\\u has no four digits behind it, of 0-9 and a-f; write \\\\ for a backslash"
    return f"{bare(written)} is no escape of JSON; write \\\\ for a backslash"


def _unescaped(match: re.Match[str]) -> str:
    short, high, low, code = match.groups()
    if short:
        return _SHORT[short]
    if code:
        return chr(int(code, 16))
    return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00))
