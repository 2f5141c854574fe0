from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.graph import standards_on
from cxblueprint.reckon import clock_of, in_percent, reckoned

from .keeping import falls_short
from .wording import tightened, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.checks import Profile, Severity
    from cxblueprint.graph import Graph
    from cxblueprint.model import Promise
    from cxblueprint.reckon import Reckoning


def _judged(graph: Graph, found: Reckoning) -> tuple[Severity, str] | None:
    match found.verdict:
        case "too slow":
            dated = any(calendar.holidays for calendar in graph.calendars.values())
            return "error", f"cannot be kept along its path: {times(found, dated=dated)}"
        case "too few":
            share = in_percent(found.together)
            return "warning", f"is not supported along its path: its standards together keep {share}"
        case "kept if independent":
            share = in_percent(1 - found.failures)
            return "info", f"holds only if its standards fail apart: at the worst they keep {share} together"
        case _:
            return None


def _names_the_unknown(graph: Graph, promise: Promise) -> bool:
    """Tell whether something on a path is not declared, of which unknown-reference speaks."""
    standards = [graph.standards.get(name) for name in standards_on(promise)]
    return any(
        standard is None or clock_of(graph, standard.clock or graph.blueprint.clock) is None
        for standard in standards
    )


@rule(
    "PRM003",
    "promise-unkeepable-along-path",
    summary="the standards along a promise's path cannot keep it",
    severity="error",
    claims=("1.7", "1.9"),
)
def promise_unkeepable_along_path(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find promises that fail though every standard on their path is met, or for which nobody can tell."""
    for promise in graph.promises.values():
        found = reckoned(graph, promise)
        if found is None or {standard.id for standard, _ in falls_short(graph, promise)} >= standards_on(
            promise
        ):
            continue
        told = f"promise '{promise.id}' ({promise.target})"
        judged = _judged(graph, found)
        if judged is not None:
            severity, what = judged
            yield flaw(promise, f"{told} {what}", tightened(found), at="path", severity=severity)
        elif found.unknown and profile == "exemplary" and not _names_the_unknown(graph, promise):
            legs = " and ".join(f"'{name}'" for name in dict.fromkeys(found.unknown))
            yield flaw(
                promise,
                f"{told} cannot be reckoned: {legs} on its path sets no share within a time",
                "give each standard on the path a target such as `95% within 2d`",
                at="path",
                severity="info",
            )
