from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, Profile, flaw, rule
from cxblueprint.model import kind_of_kpi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cxblueprint.graph import Graph

_OF_CUSTOMERS = frozenset({"perception", "outcome"})


def _moves(graph: Graph) -> Mapping[str, Sequence[str]]:
    """Return by the id of a measure the ids of those that drive it or that it is made of."""
    moved_by: dict[str, list[str]] = {}
    for kpi in graph.kpis.values():
        for name in (*kpi.drives, *filter(None, [kpi.rolls_up_to])):
            moved_by.setdefault(name, []).append(kpi.id)
    return moved_by


def _leading_to(moved_by: Mapping[str, Sequence[str]], goals: Iterable[str]) -> set[str]:
    """Return the ids of the measures that lead to one of `goals`, and the goals themselves."""
    met: set[str] = set()
    fresh = set(goals)
    while fresh:
        met |= fresh
        fresh = {name for goal in fresh for name in moved_by.get(goal, ())} - met
    return met


@rule(
    "PPL008",
    "broken-service-profit-chain",
    summary="what employees feel is linked to no measure of customers, or theirs to none of money",
    claims=("3.6",),
)
def broken_service_profit_chain(graph: Graph, *, profile: Profile) -> Iterator[Flaw]:
    """Find employee measures that lead to no measure of customers; exemplary ones lead on to money."""
    moved_by = _moves(graph)
    kinds = {name: kind_of_kpi(kpi) for name, kpi in graph.kpis.items()}
    unknown = {name for name in (*kinds, *moved_by) if kinds.get(name) is None}
    to_unknown = _leading_to(moved_by, unknown)
    to_customers = _leading_to(moved_by, (name for name, kind in kinds.items() if kind in _OF_CUSTOMERS))
    to_money = _leading_to(moved_by, (name for name, kind in kinds.items() if kind == "financial"))
    for kpi in graph.kpis.values():
        asked = kinds[kpi.id] == "employee" and (kpi.drives or profile == "exemplary")
        if not asked or kpi.id in to_unknown:
            continue
        if kpi.id not in to_customers:
            end = "no measure of what customers feel or do"
        elif kpi.id not in to_money and profile == "exemplary":
            end = "customers, and on to no measure of money"
        else:
            continue
        yield flaw(
            kpi,
            f"KPI '{kpi.id}' is about employees and leads to {end}",
            "name in `drives` what moves when it moves, from employees to customers to money",
            at="drives" if kpi.drives else None,
        )
