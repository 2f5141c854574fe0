from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "ESC010",
    "times-not-kept",
    summary="a case is over, and nobody can tell how long it took to notice and to answer",
    claims=("0.4", "0.2"),
)
def times_not_kept(graph: Graph) -> Iterator[Flaw]:
    """Find closed cases that say when they were raised, but not when they were noticed or answered."""
    for case in graph.escalations.values():
        if case.closed_at is None or case.raised_at is None:
            continue
        missing = {
            "detected_at": "when we first knew",
            "told_at": "when the customer was told",
        }
        unkept = [field for field in missing if getattr(case, field) is None]
        if unkept:
            yield flaw(
                case,
                f"escalation '{case.id}' is closed and does not say"
                f" {' or '.join(missing[field] for field in unkept)}",
                f"set {' and '.join(f'`{field}`' for field in unkept)}, with the time zone",
            )
