from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Target


def _asks_for_all(target: Target) -> bool:
    figure = target.figure
    all_of_them = figure is not None and figure.is_percent and figure.number >= 100  # noqa: PLR2004
    return target.share == 1 or (all_of_them and target.kind == "at least")


@rule(
    "STD008",
    "absolute-standard",
    summary="a standard asks for 100 % where nothing obliges to it",
    claims=("2.6",),
)
def absolute_standard(graph: Graph) -> Iterator[Flaw]:
    """Find standards of 100 % that no law, contract or safety demands."""
    for standard in graph.standards.values():
        target = standard.target
        if target is not None and standard.obligation is None and _asks_for_all(target):
            yield flaw(
                standard,
                f"standard '{standard.id}' asks for 100 % ({target}), and nothing obliges us to it",
                "set the share that can be kept, or state the `obligation`",
                at="target",
            )
