from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .reaching import is_a_message, leading_to_a_person, leads_to_a_machine, lows_left_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph


@rule(
    "TEC001",
    "no-way-to-a-human",
    summary="a customer who gets stuck at a machine finds nobody",
    claims=("3.3",),
    judges_the_whole=True,
)
def no_way_to_a_human(graph: Graph) -> Iterator[Flaw]:
    """Find live automated touchpoints without a way to a person, or with one that ends at machines.

    Where a customer feels bad, low-left-to-automation says so. Where no machine has a way, it is told once.
    """
    ways = leading_to_a_person(graph)
    spared = ways | {step.step.touchpoint for step in lows_left_alone(graph)}
    machines = {one.id for one in graph.touchpoints.values() if one.automation == "automated"}
    once = "no machine leads to a person" if ways.isdisjoint(machines) else ()
    for _, touchpoint in sorted(graph.touchpoints.items()):
        if touchpoint.automation != "automated" or not graph.is_live(touchpoint):
            continue
        if touchpoint.id in spared or is_a_message(graph, touchpoint):
            continue
        if leads_to_a_machine(graph, touchpoint):
            way = touchpoint.way_to_human
            message = (
                f"touchpoint '{touchpoint.id}' sends those who get stuck to '{way}', a machine with no person"
                " behind it"
            )
            at, about = "way_to_human", f"touchpoint:{way}"
        else:
            message = f"touchpoint '{touchpoint.id}' is automated and has no way to a person"
            at, about = None, None
        hint = "set `way_to_human` to the touchpoint where a person answers"
        yield flaw(touchpoint, message, hint, at=at, about=about, once=once)
