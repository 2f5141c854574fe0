"""Measures: KPIs that serve a decision."""

from .kpi001_journey_without_kpi import journey_without_kpi
from .kpi008_kpi_without_target import kpi_without_target
from .kpi009_kpi_without_baseline import kpi_without_baseline
from .kpi010_kpi_without_owner import kpi_without_owner
from .kpi011_kpi_without_action import kpi_without_action
from .kpi012_absolute_target import absolute_target

RULES = (
    journey_without_kpi,
    kpi_without_target,
    kpi_without_baseline,
    kpi_without_owner,
    kpi_without_action,
    absolute_target,
)
