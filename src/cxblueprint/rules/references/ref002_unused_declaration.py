from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, called, flaw, rule
from cxblueprint.graph import references_in
from cxblueprint.model import ServiceStandard, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph

_MADE_TO_BE_NAMED = frozenset(
    {"segment", "persona", "channel", "calendar", "system", "touchpoint", "service-standard", "cause"}
)
"""Kinds that do nothing unless something names them."""


def _named(graph: Graph) -> set[Subject]:
    found = {Subject(reference.kind, reference.id) for reference in references_in(graph.blueprint)}
    places = (place for handoff in graph.handoffs.values() for place in handoff.between or ())
    return found | {Subject("touchpoint", place) for place in places}


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
    for subject, element in graph.elements():
        is_agreement = isinstance(element, ServiceStandard) and element.provider and element.consumer
        if subject.kind in in_use and subject not in named and not is_agreement:
            yield flaw(
                subject,
                f"{called(subject)} is declared, and nothing names it",
                "name it where it belongs, or take it out",
            )
