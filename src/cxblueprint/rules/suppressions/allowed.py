"""What is allowed in a blueprint, and what is wrong with it: of each allowance one thing at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cxblueprint.checks import called, has_ended, has_reason
from cxblueprint.graph import field_path

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.checks import Rule, Verdicts
    from cxblueprint.graph import Graph
    from cxblueprint.model import Allowance, Subject


class Allowed(NamedTuple):
    """An allowance, and where it stands."""

    subject: Subject
    at: str
    """Its field, such as `allow[0]`."""
    allowance: Allowance
    rule: Rule | None
    """The rule that it names, or None where there is no such rule."""
    words: str
    """How messages begin: `touchpoint 'kiosk' allows 'STD001'`."""


def allowed(graph: Graph, verdicts: Verdicts) -> Iterator[Allowed]:
    """Yield every allowance, element by element."""
    for subject, element in graph.elements():
        for place, allowance in enumerate(element.allow):
            words = f"{called(subject)} allows '{allowance.rule.strip()}'"
            at = field_path(("allow", place))
            yield Allowed(subject, at, allowance, verdicts.rule(allowance.rule), words)


def trouble(one: Allowed, as_of: dt.date | None) -> Literal["unknown", "no reason", "ended"] | None:
    """Return what is wrong with an allowance itself, the first in this order; None where nothing is."""
    if one.rule is None:
        return "unknown"
    if not has_reason(one.allowance):
        return "no reason"
    return "ended" if has_ended(one.allowance, as_of) else None
