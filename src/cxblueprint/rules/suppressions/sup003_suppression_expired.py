from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .allowed import allowed, trouble

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.checks import Verdicts
    from cxblueprint.graph import Graph


@rule(
    "SUP003",
    "suppression-expired",
    summary="something was allowed until a day that has passed",
    claims=("0.5",),
)
def suppression_expired(graph: Graph, *, verdicts: Verdicts, as_of: dt.date | None) -> Iterator[Flaw]:
    """Find allowances whose last day lies before the day to judge by."""
    for one in allowed(graph, verdicts):
        if trouble(one, as_of) == "ended":
            yield flaw(
                one.subject,
                f"{one.words} until {one.allowance.until}, which has passed",
                "take the allowance out, or decide anew and set another `until`",
                at=one.at,
            )
