from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .allowed import allowed, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.checks import Verdicts
    from cxblueprint.graph import Graph


@rule(
    "SUP001",
    "suppression-reason-missing",
    summary="something is to be allowed, and nobody says why",
    claims=("1.2",),
    mandatory=True,
)
def suppression_reason_missing(graph: Graph, *, verdicts: Verdicts) -> Iterator[Flaw]:
    """Find allowances without a reason, which suppress nothing."""
    for one in allowed(graph, verdicts):
        if trouble(one, None) == "no reason":
            yield flaw(
                one.subject,
                f"{one.words} without a reason, so that nothing is suppressed",
                "say in `reason` why it is so on purpose, and in `until` for how long",
                at=one.at,
            )
