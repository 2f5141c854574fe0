"""Who names what: every reference of a blueprint, by what it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.graph import references_in
from cxblueprint.model import Subject

if TYPE_CHECKING:
    from cxblueprint.graph import Graph

_TOLD_OF_THEMSELVES = frozenset({"stages", "steps"})


@dataclass(frozen=True, slots=True)
class Use:
    """One thing naming another."""

    by: Subject
    """What names it."""
    path: tuple[str | int, ...]
    """Where, such as `("support", 0, "agreement")`."""


def uses_in(graph: Graph) -> Mapping[Subject, Sequence[Use]]:
    """Return by what each thing is named, in the order of the vocabulary and of declaration."""
    found: dict[Subject, list[Use]] = {}
    for subject, element in graph.elements():
        if subject.kind == "blueprint":
            continue
        for named in references_in(element, leave_out=_TOLD_OF_THEMSELVES):
            found.setdefault(Subject(named.kind, named.id), []).append(Use(subject, named.path))
    return found
