from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import kind_of_kpi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI

_DECIDED_AT_HOME = frozenset({"nps", "churn", "retention", "share-of-wallet"})
"""Metrics of what customers decide after all that we do, on whichever day."""
_FRONT_LINE = frozenset({None, "analyst", "team-lead", "manager"})
"""Levels whose holders meet customers and cannot change what the rest of us do."""


def _is_decided_at_home(kpi: KPI) -> bool:
    """Tell whether a KPI shows what customers decide about all of us; not so of one touchpoint."""
    if kpi.level == "relationship" and kind_of_kpi(kpi) == "perception":
        return True
    return kpi.metric in _DECIDED_AT_HOME and kpi.level != "touchpoint"


@rule(
    "KPI017",
    "outcome-on-one-role",
    summary="one front-line role alone is judged by what customers decide",
    claims=("2.6",),
)
def outcome_on_one_role(graph: Graph) -> Iterator[Flaw]:
    """Find front-line roles that are judged, and they alone, by churn, NPS or the like."""
    judged: dict[str, list[str]] = {}
    for role in graph.roles.values():
        for name in set(role.judged_by):
            judged.setdefault(name, []).append(role.id)
    for role in graph.roles.values():
        if not role.customer_facing or role.level not in _FRONT_LINE:
            continue
        for place, name in enumerate(role.judged_by):
            kpi = graph.kpis.get(name)
            if kpi is not None and _is_decided_at_home(kpi) and judged[name] == [role.id]:
                yield flaw(
                    role,
                    f"role '{role.id}' alone is judged by '{name}', an outcome of what all of us do",
                    "judge it by what its holder can do, and let those who lead answer for the outcome",
                    at=f"judged_by[{place}]",
                    about=f"kpi:{name}",
                )
