from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Remove, flaw, rule

from .allowed import allowed, trouble

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.checks import Verdicts
    from cxblueprint.graph import Graph


@rule(
    "SUP002",
    "suppression-unused",
    summary="something is allowed that is not there, or that nobody may allow",
    claims=("1.2",),
)
def suppression_unused(graph: Graph, *, verdicts: Verdicts, as_of: dt.date | None) -> Iterator[Flaw]:
    """Find allowances of rules that find nothing there, and of rules that nobody may suppress."""
    unknown = verdicts.rule("unknown-reference")
    # Rules stay silent where a name leads nowhere: what they find nothing of may be there all the same.
    is_certain = unknown is not None and not verdicts.flaws(unknown)
    for one in allowed(graph, verdicts):
        if one.rule is None or trouble(one, as_of) is not None:
            continue
        if one.rule.mandatory:
            message = f"{one.words}, a rule that nobody may suppress"
        elif verdicts.fires(one.rule, one.subject) is False:
            message = f"{one.words}, and {one.rule.name} finds nothing there"
        else:
            continue
        repair = Remove(one.at) if is_certain else None
        yield flaw(one.subject, message, "take the allowance out", at=one.at, repair=repair)
