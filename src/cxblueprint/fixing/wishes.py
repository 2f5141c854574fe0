"""What a blueprint is to become, in terms of the model: from the repairs of findings, and from spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pydantic import BaseModel

from cxblueprint.checks import Remove, Rename, Replace, called, path_of_field
from cxblueprint.graph import field_path
from cxblueprint.loading.wording import shown
from cxblueprint.model import Element
from cxblueprint.model.durations import TextValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.checks import Repair, Report
    from cxblueprint.graph import Graph
    from cxblueprint.model import Subject

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that is to be otherwise in the file."""

    path: Path
    """The way through the model to what the repair is about."""
    subject: Subject
    repair: Repair
    code: str | None = None
    """The rule that asks for it; None for a matter of spelling, which changes nothing in the model."""
    why: str = ""
    """What its finding says."""

    def told(self, before: str) -> str:
        """Return in words what is done, given what stood there."""
        at, of = self.repair.at, called(self.subject)
        match self.repair:
            case Remove():
                return f"{at} is taken out: {self.why}"
            case Rename(key=key):
                holder = at.removesuffix(before).rstrip(".")
                return f"key {shown(before)} of {holder} in {of} becomes {shown(key)}"
            case Replace(value=value):
                return f"{at} {shown(before)} of {of} becomes {shown(value)}"

    def told_undone(self) -> str:
        """Return in words what would have been done."""
        at, of = self.repair.at, called(self.subject)
        match self.repair:
            case Remove():
                return f"{at} of {of} is not taken out"
            case Rename(key=key):
                return f"the key at {at} of {of} does not become {shown(key)}"
            case Replace(value=value):
                return f"{at} of {of} does not become {shown(value)}"


def wishes_of_findings(graph: Graph, report: Report) -> Iterator[Wish]:
    """Yield what the active findings of a report ask for, told or not."""
    for finding in report.found:
        path = graph.path_of(finding.subject)
        if finding.repair is not None and path is not None:
            whole = (*path, *path_of_field(finding.repair.at))
            yield Wish(whole, finding.subject, finding.repair, finding.code, finding.message)


def wishes_of_spelling(graph: Graph) -> Iterator[Wish]:
    """Yield how each duration, target and the like is spelled, be it so already or not."""
    for subject, element in graph.elements():
        path = graph.path_of(subject)
        for inside, value in _written_values(element) if path is not None else ():
            yield Wish((*(path or ()), *inside), subject, Replace(field_path(inside), str(value)))


def _written_values(thing: object) -> Iterator[tuple[Path, TextValue]]:
    """Yield the values with a spelling of their own in an element, but not in the elements inside it."""
    match thing:
        case TextValue():
            yield (), thing
        case BaseModel():
            for name, value in thing.__dict__.items():
                yield from _below(name, value)
        case tuple():
            for number, value in enumerate(thing):
                yield from _below(number, value)


def _below(step: str | int, value: object) -> Iterator[tuple[Path, TextValue]]:
    if not isinstance(value, Element | str):
        for path, found in _written_values(value):
            yield (step, *path), found
