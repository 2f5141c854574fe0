"""The events of YAML in pure Python, for machines on which PyYAML comes without its compiled half.

Where the two halves of PyYAML read one text differently, this follows the compiled one: a file must not be a
blueprint on one machine and none on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.scanner import ScannerError

_IN_A_TEXT = {"?": "x", "\t": " "}
"""What a question mark and a tab are inside of a text, in brackets too: `[Anything else?]`."""
_BEHIND_A_SIGN = {"#": " ", "\t": " "}
"""What a comment and a tab are right behind the sign of a block, as in `|# kept`."""
_VIOLATED = "found a tab character that violates indentation"
_FLOW = (",", "[", "]", "{", "}")
_DIRECTIVES = ("YAML", "TAG")


class PureEvents(yaml.BaseLoader):
    """Reads a text as the compiled half of PyYAML does."""

    @contextmanager
    def _seeing(self, characters: Mapping[str, str]) -> Iterator[None]:
        """See some characters as others meanwhile."""
        peek = self.peek

        def disguised(index: int = 0) -> str:
            char = peek(index)
            return characters.get(char, char)

        self.__dict__["peek"] = disguised  # the method itself is called for every letter of a file
        try:
            yield
        finally:
            del self.__dict__["peek"]

    def scan_plain(self) -> Any:  # noqa: ANN401
        """Read an unquoted text; a colon right before a bracket or a comma belongs to none.

        Nor does a tab that stands where one of its further lines is indented.
        """
        with self._seeing(_IN_A_TEXT):
            token = super().scan_plain()
        if self.flow_level and (":?" in token.value or (self.peek() == ":" and self.peek(1) in _FLOW)):
            problem = "found unexpected ':'"
            raise ScannerError("while scanning a plain scalar", token.start_mark, problem, self.get_mark())
        self._refuse_tabs_as_indentation(token.start_mark)
        return token

    def _refuse_tabs_as_indentation(self, start_mark: Any) -> None:  # noqa: ANN401
        place = start_mark.index
        first, *further = re.split(r"(?<=\n)|(?<=\r)(?!\n)", self.buffer[place : self.pointer])
        place += len(first)
        for line in further:
            spaces = len(line) - len(line.lstrip(" "))
            if spaces <= self.indent and line[spaces : spaces + 1] == "\t":
                mark = yaml.Mark(self.name, place + spaces, 0, 0, None, 0)
                raise ScannerError("while scanning a plain scalar", start_mark, _VIOLATED, mark)
            place += len(line)

    def scan_to_next_token(self) -> None:
        """Skip what means nothing; tabs too, but where they might be taken for indentation."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:  # noqa: ANN401
        """Read what stands behind `|` or `>`."""
        with self._seeing(_BEHIND_A_SIGN):
            return super().scan_block_scalar_indicators(start_mark)

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:  # noqa: ANN401
        """Skip the rest of the line on which the sign of a block stands."""
        while self.peek() in (" ", "\t"):
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> Any:  # noqa: ANN401
        """Find out how far a block is indented, which no tab tells."""
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            raise ScannerError("while scanning a block scalar", None, _VIOLATED, self.get_mark())
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:  # noqa: ANN401
        """Skip to where the next line of a block begins."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent and self.peek() == "\t":
            raise ScannerError("while scanning a block scalar", None, _VIOLATED, self.get_mark())
        return found

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:  # noqa: ANN401, FBT001
        """Read a part of a quoted text."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):  # a number beyond all characters
            problem = "found invalid Unicode character escape code"
            raise ScannerError(
                "while parsing a quoted scalar", start_mark, problem, self.get_mark()
            ) from None

    def scan_directive_name(self, start_mark: Any) -> str:  # noqa: ANN401
        """Read what follows `%`."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]
        if name not in _DIRECTIVES:
            problem = "found unknown directive name"
            raise ScannerError("while scanning a directive", start_mark, problem, self.get_mark())
        return name
