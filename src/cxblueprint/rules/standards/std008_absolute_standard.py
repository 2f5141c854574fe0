from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Target


def _asked(target: Target) -> str | None:
    """Return what a target asks for without exception, or None where it leaves room for one."""
    figure = target.figure
    all_of_them = figure is not None and figure.is_percent and figure.number >= 100  # noqa: PLR2004
    if target.share == 1 or (all_of_them and target.kind == "at least"):
        return "100 %"
    none_at_all = figure is not None and figure.number == 0 and target.kind == "at most"
    return "none at all" if none_at_all else None


@rule(
    "STD008",
    "absolute-standard",
    summary="a standard asks for 100 % where nothing obliges to it",
    claims=("2.6",),
)
def absolute_standard(graph: Graph) -> Iterator[Flaw]:
    """Find standards of 100 %, or of none at all, that no law, contract or safety demands."""
    for standard in graph.standards.values():
        target = standard.target
        asked = _asked(target) if target is not None and standard.obligation is None else None
        if asked is not None:
            yield flaw(
                standard,
                f"standard '{standard.id}' asks for {asked} ({target}), and nothing obliges us to it",
                "set `target` to what can be kept, or state the `obligation`",
                at="target",
            )
