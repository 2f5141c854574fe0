from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import ServiceStandard


def _unsaid(standard: ServiceStandard) -> tuple[str, str] | None:
    """Return what keeps anybody from measuring a standard that has a target, and what repairs it."""
    target = standard.target
    if target is not None and target.figure is not None and standard.counts is None:
        return "of what is not said", "set `counts` to what is counted or asked, such as orders or answers"
    missing = [f"`{name}`" for name in ("starts", "ends") if getattr(standard, name) is None]
    if target is None or target.kind != "within" or not missing:
        return None
    return "between which two events is not said", f"set {' and '.join(missing)}, such as `call.started`"


@rule(
    "STD007",
    "standard-not-measurable",
    summary="nobody could tell whether a standard is kept",
    claims=("1.1", "1.9"),
)
def standard_not_measurable(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find standards without a target; from `exemplary` on also those of which nothing can be counted."""
    for standard in graph.standards.values():
        unsaid = _unsaid(standard) if profile == "exemplary" else None
        if standard.target is None:
            yield flaw(
                standard,
                f"standard '{standard.id}' has no target, so nobody can tell whether it is kept",
                "set `target`, such as `90% within 4h` or `at least 4.5`, or leave the standard out",
            )
        elif unsaid is not None:
            what, hint = unsaid
            yield flaw(standard, f"standard '{standard.id}' asks for {standard.target}, and {what}", hint)
