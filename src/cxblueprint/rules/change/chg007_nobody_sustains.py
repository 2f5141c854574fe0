from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import described_initiatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG007",
    "nobody-sustains",
    summary="when it is finished nobody keeps the gain, or looks whether it is still there",
    claims=("1.10",),
    requires=("band-aid",),
)
def nobody_sustains(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives with neither a team that keeps the gain nor a day on which it is measured again."""
    for initiative in described_initiatives(graph):
        if initiative.sustained_by is None and initiative.remeasure_on is None:
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' has nobody to keep the gain, and no day to measure it again",
                "set `sustained_by` to the team that keeps it up, and `remeasure_on` to a day well after it",
                lacks="anybody to keep the gain",
            )
