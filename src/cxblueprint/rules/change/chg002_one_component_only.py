from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .undertaken import companions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "CHG002",
    "one-component-only",
    summary="one of people, policy, process and product changes, and the others stay as they are",
    claims=("2.1",),
    requires=("training-only", "band-aid"),
)
def one_component_only(graph: Graph) -> Iterator[Flaw]:
    """Find initiatives that change a single component, with none beside them that changes another."""
    for initiative in graph.initiatives.values():
        together = [initiative, *companions(graph, initiative)]
        stated = all(one.components for one in together)
        changed = {component for one in together for component in one.components}
        if stated and len(changed) == 1:
            (component,) = changed
            others = [name for name in ("people", "policy", "process", "product") if name != component]
            yield flaw(
                initiative,
                f"initiative '{initiative.id}' changes {component} alone, and not {', '.join(others)}",
                "say in `components` what has to change with it, or let another initiative that improves or"
                " addresses the same do so",
                at="components",
            )
