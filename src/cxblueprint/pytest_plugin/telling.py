"""What a test of a blueprint tells: findings, as the command prints them, in the colours of pytest."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from cxblueprint.checks import Defect, Finding, one_line
from cxblueprint.errors import Complaint, Location
from cxblueprint.reporters import (
    Style,
    accepted,
    counts_of,
    findings_as_text,
    plain,
    tally,
    worst_first,
)

from .judgement import Verdict

if TYPE_CHECKING:
    import pytest

_WHOLE = "cxblueprint check --format json"
_COLOURS: dict[str, dict[str, bool]] = {
    "error": {"red": True, "bold": True},
    "warning": {"yellow": True},
    "info": {"cyan": True},
    "strong": {"bold": True},
    "quiet": {"light": True},
}


class ToldError(Exception):
    """What a test has to say when it does not pass.

    Args:
        write: writes it in a style.
        brief: the same in one line, for the list of what failed.
        place: where it is written, if that is known.
    """

    def __init__(self, write: Callable[[Style], str], brief: str, place: Location | None = None) -> None:
        super().__init__(write(plain))
        self.write = write
        self.brief = brief
        self.place = place


class Terminal(Protocol):
    """What pytest writes with."""

    def line(self, text: str, /) -> None:
        """Write a line."""
        ...

    def markup(self, text: str, /, **colours: bool) -> str:
        """Return a text in colours, where the terminal has some."""
        ...


class Shown:
    """What was told as pytest shows it: without a traceback, and in colours where there are some.

    Its parts are those of pytest's own representation, which is what goes from one process to another.
    """

    def __init__(
        self, caught: pytest.ExceptionInfo[BaseException], told: ToldError, *, is_brief: bool
    ) -> None:
        self._told = told
        self._is_brief = is_brief
        own: Any = caught.getrepr(style="value", chain=False)
        place = self._told.place
        where = {"path": place.path, "lineno": place.line} if place else {}
        self.reprcrash = dataclasses.replace(own.reprcrash, message=self._told.brief, **where)
        self.reprtraceback = own.reprtraceback
        self.sections: list[tuple[str, str, str]] = []

    def __str__(self) -> str:
        return str(self._told)

    def toterminal(self, terminal: Terminal) -> None:
        """Write it to a terminal; where one line is enough for a failure, pytest writes that itself."""
        if self._is_brief:
            return
        terminal.line(self._told.write(lambda text, role: terminal.markup(text, **_COLOURS[role])))


def findings_told(findings: Sequence[Finding]) -> ToldError:
    """Return findings as what fails a test."""
    first = worst_first(findings)[0]
    brief = first.message
    if len(findings) > 1:
        brief = f"{tally(counts_of(findings))}, the first: {brief}"
    return ToldError(_writing(findings), brief, first.location)


def _writing(findings: Sequence[Finding]) -> Callable[[Style], str]:
    return lambda style: findings_as_text(findings, style=style, whole=_WHOLE)


def complaints_told(complaints: Sequence[Complaint]) -> ToldError:
    """Return what is wrong with what was read."""
    first = complaints[0]
    brief = first.message
    if len(complaints) > 1:
        brief = f"{len(complaints)} mistakes, the first: {brief}"
    return ToldError(lambda _: "\n".join(map(str, complaints)), brief, first.location)


def defects_told(defects: Sequence[Defect]) -> ToldError:
    """Return rules that failed: nobody knows what they would have found."""
    whose = "a defect of the rule, and no fault of the blueprint"

    def write(style: Style) -> str:
        lines = (f"{style('defect', 'error')} {_failed(defect)}\n  {whose}" for defect in defects)
        return "\n".join(lines)

    return ToldError(write, f"{_failed(defects[0])}: {whose}")


def _failed(defect: Defect) -> str:
    return f"rule {defect.code} failed: {one_line(defect.message)}"


def asides(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield what fails no test, each with its heading: findings that are accepted as they are, and counts."""
    if verdict.minor:
        yield f"does not fail the test: {tally(counts_of(verdict.minor))}", _writing(verdict.minor)(plain)
    counts = accepted({"suppressed": verdict.suppressed, "baselined": verdict.baselined})
    if counts:
        yield "accepted", ", ".join(counts)
