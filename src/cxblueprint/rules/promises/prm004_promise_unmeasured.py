from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import standards_on
from cxblueprint.model import kind_of_kpi

from .keeping import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise


def _can_be_counted(graph: Graph, promise: Promise) -> bool:
    """Tell whether a promise, or every standard on its path, states from when to when it runs."""
    standards = [graph.standards.get(name) for name in standards_on(promise)]
    return bool(promise.starts and promise.ends) or all(
        standard is None or (standard.starts and standard.ends) for standard in standards
    )


def _is_measured(graph: Graph, promise: Promise) -> bool:
    """Tell whether a measure of what customers get is taken where a promise is kept."""
    kpis = [kpi for place in places_of(graph, promise) for kpi in graph.kpis_of(place)]
    return any(kind_of_kpi(kpi) in ("outcome", "operational") for kpi in kpis)


@rule(
    "PRM004",
    "promise-unmeasured",
    summary="nobody can tell whether a promise is kept",
    claims=("1.7", "1.9"),
)
def promise_unmeasured(graph: Graph) -> Iterator[Flaw]:
    """Find promises of a time that nothing counts: neither events nor a measure where they are kept."""
    for promise in graph.promises.values():
        target = promise.target
        if target is None or target.kind in ("at least", "at most") or _can_be_counted(graph, promise):
            continue
        if not _is_measured(graph, promise):
            yield flaw(
                promise,
                f"promise '{promise.id}' ({target}) is measured by nothing: from when to when is not said",
                "state `starts` and `ends`, the events between which the customer counts",
            )
