from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, called, flaw, rule
from cxblueprint.errors import suggest
from cxblueprint.graph import references_in
from cxblueprint.model import Persona, ServiceStandard, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Element

_MADE_TO_BE_NAMED = frozenset(
    {"segment", "persona", "channel", "calendar", "system", "touchpoint", "service-standard", "cause"}
)
"""Kinds that do nothing unless something names them."""


def _named(graph: Graph) -> set[Subject]:
    found = {Subject(reference.kind, reference.id) for reference in references_in(graph.blueprint)}
    places = (place for handoff in graph.handoffs.values() for place in handoff.between or ())
    return found | {Subject("touchpoint", place) for place in places if "/" not in place}


def _meant(graph: Graph, named: set[Subject], kinds: set[str]) -> set[Subject]:
    """Return what was most likely meant where a name is misspelt: of some kinds, since a guess is slow."""
    misspelt = [name for name in named if name.kind in kinds and name not in graph]
    guesses = ((name.kind, suggest(name.id, graph.ids_of(name.kind))) for name in misspelt)
    return {Subject(kind, guess) for kind, guess in guesses if guess is not None}


def _speaks_for_itself(element: Element) -> bool:
    """Tell whether something says what it is for: an agreement of two teams, a persona of a segment."""
    if isinstance(element, ServiceStandard):
        return element.provider is not None and element.consumer is not None
    return isinstance(element, Persona) and element.segment is not None


@rule(
    "REF002",
    "unused-declaration",
    summary="something is declared, and nothing ever names it",
    claims=("1.2",),
    judges_the_whole=True,
)
def unused_declaration(graph: Graph) -> Iterator[Flaw]:
    """Find declarations that nothing names, of kinds of which something is named."""
    named = _named(graph)
    in_use = {subject.kind for subject in named} & _MADE_TO_BE_NAMED
    unnamed = [
        subject
        for subject, element in graph.elements()
        if subject.kind in in_use and subject not in named and not _speaks_for_itself(element)
    ]
    meant = _meant(graph, named, {subject.kind for subject in unnamed})
    for subject in unnamed:
        if subject not in meant:
            yield flaw(
                subject,
                f"{called(subject)} is declared, and nothing names it",
                "name it where it belongs, or take it out",
            )
