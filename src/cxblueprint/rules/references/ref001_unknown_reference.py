from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, called, flaw, rule
from cxblueprint.model import COLLECTION_OF_KIND, Subject

from .dangling import Dangling, dangling_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


_KINDS = ("blueprint", *COLLECTION_OF_KIND)


def _place(found: tuple[Subject, Dangling]) -> tuple[int, str, str]:
    """Return the place of a reference in the order of the vocabulary, then of ids."""
    subject, reference = found
    kind = "journey" if subject.kind in ("stage", "step") else subject.kind
    return _KINDS.index(kind), subject.id, reference.at


@rule(
    "REF001",
    "unknown-reference",
    summary="something is named that is not declared",
    severity="error",
    profile="essential",
    claims=("1.2",),
)
def unknown_reference(graph: Graph) -> Iterator[Flaw]:
    """Find references to things that are not declared; where none of a kind is, say so once."""
    # What stands for a whole kind does not depend on what was declared first.
    for subject, reference in sorted(dangling_references(graph), key=_place):
        once: str | tuple[str, ...] = ()
        kind, here = reference.kind, called(subject)
        named = called(Subject(kind, reference.id))
        collection = COLLECTION_OF_KIND.get(kind)
        if collection is not None and not graph.ids_of(kind):
            once = f"no {kind} at all"
            message = f"{here} names the {named}, and no {named.partition(' ')[0]} is declared at all"
            hint = f"declare it under `{collection}`, or leave out `{reference.at}`"
        else:
            message = f"{here} names the {named}, {reference.wrong}"
            hint = reference.way_out
        yield flaw(
            subject,
            message,
            hint,
            at=reference.at,
            about=f"{kind}:{reference.id}",
            repair=reference.repair,
            once=once,
        )
