"""Governance: who runs customer experience, from where, and whether the plan is kept true."""

from .gov001_marketing_owned_cx import marketing_owned
from .gov002_marketing_owned_journey import marketing_owned_journey
from .gov003_no_cx_function import no_cx_function
from .gov004_cx_without_executive_seat import cx_without_executive_seat
from .gov005_cx_merged_with_another_function import cx_merged
from .gov006_reporting_loop import reporting_loop
from .gov007_never_validated import never_validated
from .gov008_review_overdue import review_overdue

RULES = (
    marketing_owned,
    marketing_owned_journey,
    no_cx_function,
    cx_without_executive_seat,
    cx_merged,
    reporting_loop,
    never_validated,
    review_overdue,
)
