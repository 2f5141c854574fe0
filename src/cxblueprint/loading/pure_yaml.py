"""The events of YAML in pure Python, for machines on which PyYAML comes without its compiled half.

Where the two halves of PyYAML read one text differently, this follows the compiled one: a file must not be a
blueprint on one machine and none on the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.scanner import ScannerError

_AS_LETTER = {"?": "x"}
"""What a question mark is inside of a text, in brackets too: `[Anything else?]`."""
_AS_SPACE = {"#": " "}
"""What begins a comment right behind the sign of a block: `|#`."""
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
        """Read an unquoted text; a colon right before a bracket or a comma belongs to none."""
        with self._seeing(_AS_LETTER):
            token = super().scan_plain()
        if self.flow_level and (":?" in token.value or (self.peek() == ":" and self.peek(1) in _FLOW)):
            problem = "found unexpected ':'"
            raise ScannerError("while scanning a plain scalar", token.start_mark, problem, self.get_mark())
        return token

    def scan_to_next_token(self) -> None:
        """Skip what means nothing; tabs too, but where they might be taken for indentation."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:  # noqa: ANN401
        """Read what stands behind `|` or `>`."""
        with self._seeing(_AS_SPACE):
            return super().scan_block_scalar_indicators(start_mark)

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
