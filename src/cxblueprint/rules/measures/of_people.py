"""What people feel or choose, for which nobody can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import kind_of_kpi

if TYPE_CHECKING:
    from cxblueprint.model import KPI

CHOSEN = frozenset({"retention", "churn", "complaints", "attrition"})
"""Metrics of what people choose to do: besides perception, nobody can bring them to their end."""


def is_of_people(kpi: KPI) -> bool:
    """Tell whether a KPI tells what people feel or choose."""
    return kind_of_kpi(kpi) == "perception" or kpi.metric in CHOSEN
