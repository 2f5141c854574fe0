"""What both views draw, free of the model: columns, stages, owners, standards, findings.

A scene holds whole texts; how much of them fits is decided where they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxblueprint.pictures.icons import Marker
from cxblueprint.pictures.words import Words

Severity = Literal["error", "warning", "info"]
ChangeKind = Literal["new", "gone", "changed"]


def severity_name(severity: Severity, words: Words) -> str:
    """Return a severity in the reader's language."""
    return {"error": words("error"), "warning": words("warning"), "info": words("info")}[severity]


@dataclass(frozen=True, slots=True)
class Owner:
    """A team as its badge shows it. Without a tone it is missing: nobody was named, or nobody known."""

    code: str
    name: str
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """Where the customer meets the touchpoint: the icon's name and the channel's."""

    icon: str
    name: str


@dataclass(frozen=True, slots=True)
class Standard:
    """A service standard and its target; the target is empty where none is stated."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker of a step and what it says."""

    marker: Marker
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """How a step differs from the one that it stands beside, in a word or two and in a sentence."""

    kind: ChangeKind
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Column:
    """A step: its number in the journey, its name, its markers, and how it differs where that is asked."""

    number: int
    name: str
    marks: tuple[Mark, ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage over the columns from `first` to `last`, both included."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from one column to another, and when it is taken."""

    source: int
    target: int
    text: str = ""

    @property
    def is_back(self) -> bool:
        """Whether it leads to an earlier step, or to the same one."""
        return self.target <= self.source


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, listed below the picture; `href` leads to its explanation."""

    code: str
    severity: Severity
    subject: str
    message: str
    href: str | None = None
    grade: str = ""
    """The severity in the reader's language; the English one unless given."""

    @property
    def graded(self) -> str:
        """The severity, to be read."""
        return self.grade or self.severity

    def __str__(self) -> str:
        return f"{self.code} {self.graded}: {self.subject}: {self.message}"


@dataclass(frozen=True, slots=True)
class Heading:
    """The words around a picture."""

    uid: str
    title: str
    subtitle: str
    description: str
