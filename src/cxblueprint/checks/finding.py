"""What a rule says and what a report holds."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from cxblueprint.model import Declared, Subject, subject_of

from .repair import Repair

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.errors import Location

Severity: TypeAlias = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first."""
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Overrides and isolates turn around what stands beside them; the others are in no file that is valid.
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Addressed(Protocol):
    """A node of the graph: it knows what findings call it."""

    @property
    def subject(self) -> Subject:
        """What findings call it."""
        ...


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule found and where; who answers, how loud and how it looks are decided elsewhere."""

    subject: Subject
    message: str
    """A lower-case clause, subject first, ids quoted, no full stop."""
    hint: str
    """What silences it."""
    at: str | None = None
    """The field, such as `owner` or `frontstage[0].team`."""
    about: str | None = None
    """The other party."""
    severity: Severity | None = None
    """How loud, where it is not as loud as its rule."""
    repair: Repair | None = None
    """What the hint comes to, where it leaves nothing to choose."""
    lacks: str | None = None
    """What was never stated, where that is all, such as `a baseline`; of one thing it is told together."""
    once: str | tuple[str, ...] = ()
    """What the cause is called, where it shows in several places; it is told at the first that is active.

    Or what the causes are called, of each of which one place is told.
    """


def flaw(
    thing: Declared | Addressed | Subject,
    message: str,
    hint: str,
    *,
    at: str | None = None,
    about: str | None = None,
    severity: Severity | None = None,
    repair: Repair | None = None,
    lacks: str | None = None,
    once: str | tuple[str, ...] = (),
) -> Flaw:
    """Return a flaw of a declared thing, of a node of the graph, or of a subject."""
    if isinstance(thing, Subject):
        subject = thing
    elif isinstance(thing, Declared):
        subject = subject_of(thing)
    else:
        subject = thing.subject
    return Flaw(subject, message, hint, at, about, severity, repair, lacks, once)


def one_line(text: str) -> str:
    """Return a text on one line, without what could steer a terminal or make a file invalid."""
    return text if text.isprintable() and text.isascii() else _STEERING.sub("", _BREAKS.sub(" ", text))


def called(subject: Subject) -> str:
    """Return a subject as messages begin: `touchpoint 'kiosk'`, `standard 'first-answer'`, `KPI 'effort'`."""
    kind = "KPI" if subject.kind == "kpi" else subject.kind.removeprefix("service-")
    return f"{kind} '{subject.id}'"


def path_of_field(at: str | None) -> tuple[str | int, ...]:
    """Return a field such as `frontstage[0].team` as a way through the model."""
    if at is None:
        return ()
    parts = re.findall(r"\[(\d+)\]|([^.\[\]]+)", at)
    return tuple(int(number) if number else name for number, name in parts)


def fingerprint(code: str, subject: Subject, at: str | None, about: str | None) -> str:
    """Return what stays the same about a finding when lines move and messages are reworded."""
    text = "\0".join((code, str(subject), at or "", about or ""))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is unwise or dangling, where it is written, and who answers for it."""

    code: str
    name: str
    severity: Severity
    subject: Subject
    message: str
    hint: str
    at: str | None = None
    about: str | None = None
    owner: str | None = None
    """The id of the accountable team, where one is known."""
    location: Location | None = None
    url: str | None = None
    fingerprint: str = ""
    weight: int = 0
    """How much customers feel it: moments of truth, emotional lows and volume; 0 where nothing is known."""
    repair: Repair | None = None
    """What the hint comes to, where it leaves nothing to choose: it can be carried out in the file."""
    lacks: str | None = None
    """What was never stated, where that is all and is told together with what else one thing lacks."""
    once: str | tuple[str, ...] = ()
    """What the cause is called, or the causes, with the family that names them; places may share it."""

    @property
    def order(self) -> tuple[object, ...]:
        """The order of reports: by place, then code, then subject; what has no place comes last."""
        at = self.location
        place = (0, at.path, at.line, at.column) if at else (1, "", 0, 0)
        return (*place, self.code, str(self.subject), self.at or "", self.about or "")


@dataclass(frozen=True, slots=True)
class SuppressedFinding:
    """A finding that was accepted, and why."""

    finding: Finding
    reason: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """A rule that failed: a mistake of ours, or of the author of an own rule."""

    code: str
    message: str
