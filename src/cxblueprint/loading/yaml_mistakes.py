"""What is wrong with text that is no YAML, said to somebody who designs services.

The parser says where it lost the thread and what it expected there. From the text around that place
comes what people most often did: a quote, a bracket or an indentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import yaml

from cxblueprint.errors import escape_of, printable

from .positions import UnparsableError
from .wording import bare, shown

HALF_A_CHARACTER = (
    "this escape is no character, or half of one; write the character itself, or \\U and eight digits"
)

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPENING = {"]": "[", "}": "{"}
_CLOSING = tuple(_OPENING)
_LINE_END = re.compile(r"[\r\n]|\Z")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_LONGEST_KEY = 1000
_SHORT = 60


FindQuoted: TypeAlias = Callable[[], tuple[int, int] | None]
"""Tells where the last quoted text before a mistake begins and ends; it reads the file again for that."""


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What the parser said, at which place, and where the thing that it was reading had begun."""

    problem: str
    text: str
    place: int
    begun: int
    find_last_quoted: FindQuoted

    @property
    def char(self) -> str:
        """The character at the place, or nothing at the end of the text."""
        return self.text[self.place : self.place + 1]

    @property
    def rest(self) -> str:
        """The rest of the line from the place on, without a comment."""
        return self.line_from(self.place)

    @property
    def before(self) -> str:
        """The line as far as the place."""
        return self.text[self.place - self.column_of(self.place) : self.place]

    def quoted_before(self, space: str = " ") -> tuple[int, int] | None:
        """Return where a quoted text begins and ends between which and the place lies only `space`."""
        if not self.text[: self.place].rstrip(space).endswith(("'", '"')):
            return None
        found = self.find_last_quoted()
        return found if found and not self.text[found[1] : self.place].strip(space) else None

    def column_of(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) - 1

    def line_from(self, offset: int) -> str:
        """Return the rest of a line, without a comment."""
        end = _LINE_END.search(self.text, offset)
        return _COMMENT.sub("", self.text[offset : end.start() if end else None]).strip()

    def line_number(self, offset: int) -> int:
        """Return the number of a line."""
        return len(re.findall(r"\r\n|\r|\n", self.text[:offset])) + 1


_Told: TypeAlias = tuple[int, str]
"""Where the mistake is, and what it is."""


def explain(error: yaml.YAMLError, text: str, find_last_quoted: FindQuoted) -> UnparsableError:
    """Return the mistake behind an error that the parser raised when it was reading `text`."""
    if isinstance(error, yaml.reader.ReaderError):
        return UnparsableError(*_unprintable(text))
    problem = str(getattr(error, "problem", None) or "it breaks off")
    place = _index(getattr(error, "problem_mark", None), 0)
    begun = _index(getattr(error, "context_mark", None), place)
    mistake = _Mistake(problem, text, min(place, len(text)), min(begun, len(text)), find_last_quoted)
    for pattern, tell in _READINGS:
        if re.search(pattern, problem):
            return UnparsableError(*tell(mistake))
    return UnparsableError(mistake.place, f"is not readable as YAML: {problem}")


def _index(mark: object, default: int) -> int:
    index = getattr(mark, "index", None)
    return index if isinstance(index, int) else default


def _unprintable(text: str) -> _Told:
    found = _UNPRINTABLE.search(text)
    if found is None:
        return 0, "holds a character that YAML does not allow"
    said = f"the character U+{ord(found[0]):04X} may not stand in YAML"
    return found.start(), f'{said}; remove it, or write "{escape_of(found[0])}" in double quotes'


def _tab(at: _Mistake) -> _Told:
    return at.place, "a tab stands where YAML wants spaces; indent with spaces, two for each level"


def _cannot_start(at: _Mistake) -> _Told:
    if at.char == "\t":
        return _tab(at)
    written = at.rest
    while written.endswith(_CLOSING) and written.count(written[-1]) > written.count(_OPENING[written[-1]]):
        written = written[:-1].rstrip()  # it closes what surrounds the text
    return at.place, f"text cannot begin with {at.char!r}; quote it: {_quoted(written)}"


def _block(at: _Mistake) -> _Told:
    written = at.line_from(at.begun)
    does = "folds" if written.startswith(">") else "keeps"
    said = f"{written[:1]!r} {does} the lines below it in YAML; quote what begins with it: {_quoted(written)}"
    return at.begun, said


def _no_colon(at: _Mistake) -> _Told:
    written = at.line_from(at.begun)
    if len(written) > _LONGEST_KEY and ":" in written:
        return at.begun, f"a key is longer than {_LONGEST_KEY:,} characters"
    if re.match(r"-\S", written):
        return at.begun, f"{shown(written)} has no space after the dash; write {shown('- ' + written[1:])}"
    squeezed = re.match(r"([^\s:]+):(\S.*)", written)
    if squeezed:
        fixed = shown(f"{squeezed[1]}: {squeezed[2]}")
        return at.begun, f"{shown(written)} has no space after the colon; write {fixed}"
    hint = "write 'key: value', or indent text that goes on from the line above"
    return at.begun, f"{shown(written)} is no key with a value; {hint}"


def _stray_colon(at: _Mistake) -> _Told:
    key = re.match(r"[\s-]*([^\s:'\"][^:]*): +(?=\S)", at.before)
    if key:
        value = at.line_from(at.place - len(at.before) + key.end())
        return at.place, f"a text with a colon in it must be quoted: {bare(key[1])}: {_quoted(value)}"
    word = at.before.strip()
    if len(word) > _LONGEST_KEY:
        return at.place - len(word), f"a key is longer than {_LONGEST_KEY:,} characters"
    said = f"key {shown(word)} is indented deeper than the line above it, which has its value already"
    return at.place - len(at.before.lstrip()), said


def _no_key(at: _Mistake) -> _Told:
    quoted = at.quoted_before()
    if quoted:
        opened, closed = quoted
        line = at.line_number(closed)
        if line != at.line_number(opened):
            return opened, f"this quote is closed only in line {line}; is a closing quote missing here?"
        return at.place, _after_quote(at, at.text[opened])
    if at.char and at.char in "]}":
        return _nothing_there(at)
    if at.before.strip():
        hint = "remove it, or quote the whole text"
        return at.place, f"{shown(at.rest)} follows a value that has ended; {hint}"
    return _misplaced(at)


def _misplaced(at: _Mistake) -> _Told:
    """Tell of a line whose indentation fits nothing above."""
    if re.match(r"-(\s|$)", at.rest):
        hint = "write its key above it, or indent it as the items it belongs to"
        return at.place, f"a list item stands among keys; {hint}"
    if re.match(r":(\s|$)", at.rest):
        return at.place, "no key stands before this colon; write one"
    said = f"{shown(at.rest)} begins in column {len(at.before) + 1}, where no line above it begins"
    return at.place, f"{said}; lines that belong together begin in the same column"


def _after_quote(at: _Mistake, quote: str) -> str:
    if quote == "'":
        hint = "write an apostrophe inside '...' twice, or use \"...\""
    else:
        hint = 'write a quote inside "..." as \\", or quote the whole text'
    return f"{shown(at.rest)} follows a closing quote; {hint}"


def _no_dash(at: _Mistake) -> _Told:
    if at.before.strip() or len(at.before) != at.column_of(at.begun):
        return _no_key(at)
    return at.place, f"{shown(at.rest)} stands among the items of a list, but does not begin with '- '"


def _open_bracket(at: _Mistake) -> _Told:
    opener = at.text[at.begun : at.begun + 1]
    closer = {"[": "]", "{": "}"}.get(opener, "its end")
    has_ended = not at.text[at.place :].strip()
    if has_ended or at.line_number(at.begun) != at.line_number(at.place):
        return at.begun, f"{opener!r} is not closed; write {closer!r} where it ends"
    quoted = at.quoted_before(space="")
    if quoted:
        return at.place, _after_quote(at, at.text[quoted[0]])
    if at.char == ":":
        return at.place, f"a text with a colon in it must be quoted inside {opener}{closer}"
    hint = "write ',' before it, or quote the whole text"
    return at.place, f"{shown(at.rest)} follows without a comma; {hint}"


def _nothing_there(at: _Mistake) -> _Told:
    if at.char == ",":
        return at.place, "nothing stands before this comma; remove it"
    if not at.text[at.place :].strip():
        return at.place, "the text ends where a value belongs; close what '[' or '{' opened"
    if at.char in "]}":
        return at.place, f"{at.char!r} closes nothing; remove it, or quote the text that it belongs to"
    return at.place, f"{shown(at.rest)} stands where a value belongs; quote it if it is text"


def _inline_list(at: _Mistake) -> _Told:
    hint = "quote text that begins with '- '"
    return at.place, f"a list begins on a line of its own, or is written [one, two]; {hint}"


def _tight_colon(at: _Mistake) -> _Told:
    return at.place, "no space follows this colon; write one, or quote the text that ends with it"


def _document(at: _Mistake) -> _Told:
    above = at.text[: at.place].rstrip()
    if above.endswith("..."):
        return at.place, "more text follows '...', which ends the document; one file holds one"
    directive = re.search(r"^%(YAML|TAG)?[^\r\n]*\Z", above, re.MULTILINE)
    if directive and directive[1]:
        return at.place, "a line '---' is missing between the '%' directives and the text"
    if directive:
        return _directive(replace(at, begun=directive.start()))
    return _no_key(at) if at.before.strip() else _misplaced(at)


def _open_quote(at: _Mistake) -> _Told:
    return at.begun, f"this quote is not closed; write {at.text[at.begun]} where the text ends"


def _escape(at: _Mistake) -> _Told:
    backslash = at.text.rfind("\\", at.begun, at.place + 2)
    written = at.text[backslash : backslash + 2]
    if written[1:] in ("u", "U") and "hex" not in at.problem:
        return at.begun, HALF_A_CHARACTER
    return backslash, f"{bare(written)} is no escape inside \"...\"; write \\\\ for a backslash, or use '...'"


def _sign(at: _Mistake) -> _Told:
    sign = at.text[at.begun : at.begun + 1]
    if sign == "%":
        return _directive(at)
    what = {"*": "a reference to an anchor", "&": "an anchor", "!": "a tag"}.get(sign, "something else")
    hint = f"quote text that begins with it: {_quoted(at.line_from(at.begun))}"
    return at.begun, f"{sign!r} begins {what} in YAML; {hint}"


def _complex_key(at: _Mistake) -> _Told:
    return at.place, f"'? ' begins a key in YAML; quote the text: {_quoted(at.rest)}"


def _version(at: _Mistake) -> _Told:
    return at.place, "the %YAML line names no version that can be read; write %YAML 1.2, or leave it out"


def _directive(at: _Mistake) -> _Told:
    said = "a line that begins with '%' is a directive in YAML"
    return at.begun, f"{said}; quote the text, or remove {shown(at.line_from(at.begun))}"


def _quoted(text: str) -> str:
    """Return a text as it is written in double quotes."""
    cut = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
    safe = cut.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{printable(safe)}"'


# Both halves of PyYAML are meant: where they word one thing differently, a pattern names both.
_READINGS: tuple[tuple[str, Callable[[_Mistake], _Told]], ...] = (
    (r"\btab\b", _tab),
    (r"cannot start any token", _cannot_start),
    (r"comment or (a )?line break|chomping or indentation|indentation indicator", _block),
    (r"could not find expected ':'", _no_colon),
    (r"mapping values are not allowed", _stray_colon),
    (r"mapping keys are not allowed", _complex_key),
    (r"sequence entries are not allowed", _inline_list),
    (r"did not find expected key|expected <block end>, but found (?!'\?')", _no_key),
    (r"expected '-' indicator|expected <block end>", _no_dash),
    (r"expected ',' or '[\]}]'", _open_bracket),
    (r"node content", _nothing_there),
    (r"<document start>", _document),
    (r"unexpected end of stream|unexpected document (indicator|separator)", _open_quote),
    (r"unexpected ':'", _tight_colon),
    (r"alphabetic|tag|URI|expected '[ !>]'|whitespace|codec", _sign),
    (r"escape|hexdecimal", _escape),
    (r"incompatible YAML document", _version),
    (r"[Dd]irective|YAML", _directive),
)
