"""Standards: what good means, and loops that close."""

from .std001_touchpoint_without_standard import touchpoint_without_standard
from .std002_request_never_closed import request_never_closed
from .std003_request_without_timeliness import request_without_timeliness
from .std004_wait_without_standard import wait_without_standard
from .std005_fail_point_without_recovery import fail_point_without_recovery
from .std006_standard_without_owner import standard_without_owner
from .std007_standard_not_measurable import standard_not_measurable
from .std008_absolute_standard import absolute_standard
from .std009_low_bar import low_bar
from .std010_agreement_looser_than_standard import agreement_looser_than_standard

RULES = (
    touchpoint_without_standard,
    request_never_closed,
    request_without_timeliness,
    wait_without_standard,
    fail_point_without_recovery,
    standard_without_owner,
    standard_not_measurable,
    absolute_standard,
    low_bar,
    agreement_looser_than_standard,
)
