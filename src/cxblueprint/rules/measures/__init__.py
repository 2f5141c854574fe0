"""Measures: KPIs that serve a decision."""

from .kpi001_journey_without_kpi import journey_without_kpi
from .kpi002_moment_of_truth_without_kpi import moment_of_truth_without_kpi
from .kpi003_kpi_not_specific import kpi_not_specific
from .kpi004_kpi_not_measurable import kpi_not_measurable
from .kpi005_kpi_not_achievable import kpi_not_achievable
from .kpi006_kpi_not_relevant import kpi_not_relevant
from .kpi007_kpi_not_time_bound import kpi_not_time_bound
from .kpi008_kpi_without_target import kpi_without_target
from .kpi009_kpi_without_baseline import kpi_without_baseline
from .kpi010_kpi_without_owner import kpi_without_owner
from .kpi011_kpi_without_action import kpi_without_action
from .kpi012_absolute_target import absolute_target
from .kpi013_target_out_of_range import target_out_of_range
from .kpi014_target_against_polarity import target_against_polarity
from .kpi015_more_kpis_than_anyone_acts_on import more_kpis_than_anyone_acts_on
from .kpi016_overnight_change import overnight_change
from .kpi017_outcome_on_one_role import outcome_on_one_role
from .kpi018_resolution_without_first_time_right import resolution_without_first_time_right
from .kpi019_target_below_today import target_below_today

RULES = (
    journey_without_kpi,
    moment_of_truth_without_kpi,
    kpi_not_specific,
    kpi_not_measurable,
    kpi_not_achievable,
    kpi_not_relevant,
    kpi_not_time_bound,
    kpi_without_target,
    kpi_without_baseline,
    kpi_without_owner,
    kpi_without_action,
    absolute_target,
    target_out_of_range,
    target_against_polarity,
    more_kpis_than_anyone_acts_on,
    overnight_change,
    outcome_on_one_role,
    resolution_without_first_time_right,
    target_below_today,
)
