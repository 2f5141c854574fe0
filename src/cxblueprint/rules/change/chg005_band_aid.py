from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Initiative


def _knows_why(initiative: Initiative) -> bool:
    """Tell whether an initiative answers a cause, or something that was assessed."""
    return any(place.startswith(("cause:", "assessment:")) for place in initiative.addresses)


def _lasts(initiative: Initiative) -> bool:
    return initiative.sustained_by is not None or initiative.remeasure_on is not None


@rule(
    "CHG005",
    "band-aid",
    summary="a quick fix that answers no cause and that nobody keeps up",
    claims=("2.4", "1.10"),
)
def band_aid(graph: Graph, *, quick_days: int = 60) -> Iterator[Flaw]:
    """Find initiatives that are over soon, answer no cause and are kept up by nobody."""
    for initiative in graph.initiatives.values():
        if initiative.starts is None or initiative.ends is None:
            continue
        days = (initiative.ends - initiative.starts).days
        if days <= quick_days and not _knows_why(initiative) and not _lasts(initiative):
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' is over after {days} days, addresses no cause, and is kept"
                " up by nobody",
                "find out why it hurts, declare that under `causes`, and name it in `addresses`",
                at="ends",
            )
