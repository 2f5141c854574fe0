from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Replace, flaw, rule
from cxblueprint.errors import clear_guess, suggest

from .allowed import allowed, trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.checks import Verdicts
    from cxblueprint.graph import Graph


@rule(
    "SUP004",
    "suppression-unknown",
    summary="a rule is to be suppressed that does not exist",
    claims=("1.2",),
)
def suppression_unknown(graph: Graph, *, verdicts: Verdicts) -> Iterator[Flaw]:
    """Find allowances whose rule is neither a code nor a name of the catalogue."""
    for one in allowed(graph, verdicts):
        if trouble(one, None) == "unknown":
            clear = clear_guess(one.allowance.rule, verdicts.words)
            guess = clear or suggest(one.allowance.rule, verdicts.words)
            known = "name the code or the name of a rule, or take the allowance out"
            hint = f"did you mean '{guess}'? otherwise take the allowance out" if guess else known
            repair = Replace(f"{one.at}.rule", clear) if clear else None
            yield flaw(one.subject, f"{one.words}, which is no rule", hint, at=one.at, repair=repair)
