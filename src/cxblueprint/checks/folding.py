"""Telling each cause once: of what was found, what is told, and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .finding import SEVERITIES, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxblueprint.model import Subject

_TOLD_THEMSELVES = frozenset(
    {
        "journey-without-kpi",
        "journey-without-owner",
        "touchpoint-without-owner",
        "touchpoint-without-standard",
    }
)
"""Rules with which everything begins: what they find is never told by another rule."""


@dataclass(slots=True)
class _Voice:
    """A finding that is told, with what it stands for."""

    finding: Finding
    echoes: list[Finding] = field(default_factory=list)
    """The same cause in other places."""
    along: list[_Voice] = field(default_factory=list)
    """What else was never stated about the same thing."""

    def hear(self, echo: Finding) -> None:
        """Take in the same cause in another place, and speak from there where customers feel it more."""
        if isinstance(echo.once, str) and echo.weight > self.finding.weight:
            self.finding, echo = echo, self.finding
        self.echoes.append(echo)


def told(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is told of what was found: each cause once, in the order of reports.

    Of one cause in several places the one is told that customers feel most, or the first, with how many more
    there are; of several causes each
    finding is told that has one which nothing before it had. What was never stated about one thing is told
    together, by the first that lacks something; errors are told by themselves, and so is what a journey or a
    touchpoint cannot do without. What is told is as loud as the loudest that it stands for, and weighs as
    much as the heaviest.

    Args:
        found: what is active, in the order of the catalogue and, within a rule, as the rule finds it.
    """
    voices = _together(_each_cause(found))
    return tuple(sorted(map(_spoken, voices), key=lambda finding: finding.order))


def _each_cause(found: Iterable[Finding]) -> list[_Voice]:
    """Return what has a cause that was not told before, each with its echoes."""
    voices: list[_Voice] = []
    by_cause: dict[str, _Voice] = {}
    for one in found:
        causes = (one.once,) if isinstance(one.once, str) else one.once
        before = [by_cause[cause] for cause in causes if cause in by_cause]
        if causes and len(before) == len(causes):
            before[0].hear(one)
            continue
        voice = _Voice(one)
        voices.append(voice)
        for cause in causes:
            by_cause.setdefault(cause, voice)
    return voices


def _together(voices: list[_Voice]) -> list[_Voice]:
    """Return what is told of each thing, with what goes along."""
    things: dict[Subject, list[_Voice]] = {}
    for voice in voices:
        if voice.finding.lacks is not None:
            things.setdefault(voice.finding.subject, []).append(voice)
    gone: set[int] = set()
    for thing in things.values():
        first = next(filter(_is_told_itself, thing), thing[0])
        first.along = [voice for voice in thing if voice is not first and not _is_told_itself(voice)]
        gone.update(map(id, first.along))
    return [voice for voice in voices if id(voice) not in gone]


def _is_told_itself(voice: _Voice) -> bool:
    is_error = any(one.severity == "error" for one in (voice.finding, *voice.echoes))
    return is_error or voice.finding.name in _TOLD_THEMSELVES


def _spoken(voice: _Voice) -> Finding:
    """Return what is told as one finding."""
    finding, more = voice.finding, _more_places(voice)
    message, hint = finding.message + (f", {more}" if more else ""), finding.hint
    if voice.along:
        message += f", nor has it {_listed([_lacking(one) for one in voice.along], 'or')}"
        hint += f"; for the rest see {_listed([one.finding.code for one in voice.along], 'and')}"
    every = [one for each in (voice, *voice.along) for one in (each.finding, *each.echoes)]
    severity = min((one.severity for one in every), key=SEVERITIES.index)
    weight = max(one.weight for one in every)
    return replace(finding, message=message, hint=hint, severity=severity, weight=weight)


def _lacking(voice: _Voice) -> str:
    more = _more_places(voice)
    return f"{voice.finding.lacks} ({more})" if more else str(voice.finding.lacks)


def _more_places(voice: _Voice) -> str:
    """Return where else a cause shows; one of several causes says itself what it is about."""
    one = voice.finding
    if not isinstance(one.once, str):
        return ""
    count = len({(echo.subject, echo.at) for echo in voice.echoes} - {(one.subject, one.at)})
    return f"here and in {count} more place{'s' if count > 1 else ''}" if count else ""


def _listed(words: list[str], word: str) -> str:
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} {word} {last}" if most else last
