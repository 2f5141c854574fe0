"""Plain values to YAML that people read: short things on one line, and quotes only where they matter.

What is quoted is what some reader, of YAML 1.1 or 1.2, would take for something else than text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from cxblueprint.errors import escape_of

from .scalars import may_be_misread

_WIDTH = 100
_LONGEST_KEY = 120
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~.")
# Not allowed in YAML, taken for a line break by some readers, or invisible and turning the text around.
_NEVER_RAW = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
_NEEDS_QUOTES = re.compile(r": |:$| #|^ | $")
_ENDS_FLOW = re.compile(r"[?,\[\]{}]|:$")  # the question mark ends it for PyYAML without its C half
_ESCAPES = {"\\": "\\\\", '"': '\\"'}
_ESCAPED = re.compile(_NEVER_RAW.pattern + r'|[\\"]')


def emit(data: Mapping[str, object]) -> str:
    """Return a mapping as a YAML document."""
    return "\n".join(_mapping(data, 0)) + "\n"


def _mapping(data: Mapping[str, object], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping; the first is not indented, since it may follow a dash."""
    pad = ""
    for key, value in data.items():
        name = one_line(key, in_flow=False)
        if len(name) > _LONGEST_KEY:  # readers give up looking for the colon after 1,024 characters
            yield f"{pad}? {name}"
            name = " " * indent
            pad = ""
        for number, line in enumerate(_value(value, indent, len(name) + 1)):
            yield f"{pad}{name}:{line}" if number == 0 else line
        pad = " " * indent


def _value(value: object, indent: int, used: int) -> Iterator[str]:
    """Yield what follows a key's colon, and the lines below it."""
    if isinstance(value, str):
        yield from _long_text(value, indent, used)
        return
    flow = _flow(value)
    if flow is not None and (indent + used + 1 + len(flow) <= _WIDTH or not isinstance(value, dict | list)):
        yield " " + flow
        return
    yield ""
    if isinstance(value, dict):
        for number, line in enumerate(_mapping(value, indent + 2)):
            yield " " * (indent + 2) + line if number == 0 else line
    elif isinstance(value, list):
        for item in value:
            yield from _item(item, indent + 2)


def _item(item: object, indent: int) -> Iterator[str]:
    """Yield the lines of an item of a list."""
    pad = " " * indent
    flow = None if isinstance(item, str) else _flow(item)
    if flow is not None and indent + 2 + len(flow) <= _WIDTH:
        yield f"{pad}- {flow}"
    elif isinstance(item, dict):
        for number, line in enumerate(_mapping(item, indent + 2)):
            yield f"{pad}- {line}" if number == 0 else line
    else:
        for number, line in enumerate(_value(item, indent, 1)):
            yield f"{pad}-{line}" if number == 0 else line


def _flow(value: object) -> str | None:
    """Return a value on one line, or None where it is too deep for that."""
    if isinstance(value, dict):
        if any(len(key) > _LONGEST_KEY for key in value):
            return None
        pairs = [(one_line(key, in_flow=True), _scalar(item)) for key, item in value.items()]
        if any(item is None for _, item in pairs):
            return None
        return "{" + ", ".join(f"{key}: {item}" for key, item in pairs) + "}"
    if isinstance(value, list):
        items = [_flow(item) if isinstance(item, list) else _scalar(item) for item in value]
        return None if None in items else f"[{', '.join(item for item in items if item is not None)}]"
    return _scalar(value)


def _scalar(value: object) -> str | None:
    match value:
        case str():
            return None if "\n" in value else one_line(value, in_flow=True)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _float(value)
        case dt.date():
            return spelled_date(value)
    return None


def _float(value: float) -> str:
    """Return a number so that old readers see one too: they want a point before an exponent."""
    digits, e, exponent = repr(value).partition("e")
    return f"{digits}{'' if '.' in digits else '.0'}e{exponent}" if e else digits


def _long_text(text: str, indent: int, used: int) -> Iterator[str]:
    """Yield a text after a colon or a dash: on the line, or in a block below it."""
    short = one_line(text, in_flow=False)
    lines = text.split("\n")
    pad = " " * (indent + 2)
    if len(lines) > 1 and _fits_a_block(text, lines):
        yield " |" if text.endswith("\n") else " |-"
        yield from (pad + line if line else "" for line in (lines[:-1] if text.endswith("\n") else lines))
    elif len(lines) == 1 and indent + used + 1 + len(short) > _WIDTH and _folds(text):
        yield " >-"
        yield from _wrapped(text, pad)
    else:
        yield " " + short


def _fits_a_block(text: str, lines: list[str]) -> bool:
    """Tell whether a text of several lines may stand as it is."""
    if not lines[0] or lines[0][0] == " " or text.endswith("\n\n"):
        return False
    return not any(line.endswith(" ") or _NEVER_RAW.search(line) for line in lines)


def _folds(text: str) -> bool:
    """Tell whether a text may be broken at its spaces and put together again."""
    return " " in text and "  " not in text and text == text.strip(" ") and not _NEVER_RAW.search(text)


def _wrapped(text: str, pad: str) -> Iterator[str]:
    line = pad
    for word in text.split(" "):
        if line != pad and len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = pad
        line += word if line == pad else " " + word
    yield line


def one_line(text: str, *, in_flow: bool) -> str:
    """Return a text on one line: bare, in single or in double quotes."""
    if _NEVER_RAW.search(text):
        return double_quoted(text)
    is_bare = (
        bool(text)
        and text[0] not in _INDICATORS
        and not _NEEDS_QUOTES.search(text)
        and not (in_flow and _ENDS_FLOW.search(text))
        and not may_be_misread(text)
    )
    if is_bare:
        return text
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """Return a text in double quotes, with whatever may not stand there escaped."""
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or escape_of(match[0]), text) + '"'


def spelled_date(value: dt.date) -> str:
    """Return a date, or a time with its zone, as files spell it."""
    if isinstance(value, dt.datetime):
        offset = value.utcoffset()
        if offset is not None and offset.total_seconds() % 60:
            value = value.astimezone(dt.UTC)  # zones of long ago had seconds, which ISO 8601 cannot say
    return value.isoformat()
