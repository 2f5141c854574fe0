from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule

from .readings import day_of_the_second_reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import KPI


def _started(graph: Graph, kpi: KPI) -> dt.date | None:
    """Return the day on which the first work on a KPI starts, or None where that is not stated."""
    work = [plan.started for plan in graph.recovery_plans.values() if kpi.id in plan.headline]
    work += [change.starts for change in graph.initiatives.values() if kpi.id in change.improves]
    days = [day for day in work if day is not None]
    return min(days) if days else None


def _finished(graph: Graph, kpi: KPI) -> dt.date | None:
    """Return the day on which the first initiative behind a KPI is finished, or None where one is open."""
    ends = [change.ends for change in graph.initiatives.values() if kpi.id in change.improves]
    days = [day for day in ends if day is not None]
    return min(days) if days and len(days) == len(ends) else None


@rule(
    "KPI016",
    "overnight-change",
    summary="a measure is to have changed before the work on it can show",
    claims=("2.6", "2.4"),
)
def overnight_change(graph: Graph) -> Iterator[Flaw]:
    """Find due dates before the end of the work on a KPI, or before its second reading since it began."""
    for kpi in graph.kpis.values():
        if kpi.due is None:
            continue
        started, finished = _started(graph, kpi), _finished(graph, kpi)
        second = day_of_the_second_reading(started, kpi.cadence)
        if finished is not None and kpi.due < finished:
            said = f"and the initiative behind it ends on {finished}"
        elif second is not None and kpi.due < second:
            said = f"too soon for two readings ({kpi.cadence}) since the work on it began on {started}"
        else:
            continue
        yield flaw(
            kpi,
            f"KPI '{kpi.id}' is due on {kpi.due}, {said}",
            "set `due` to a day by which the work is finished and two figures can show it",
            at="due",
        )
