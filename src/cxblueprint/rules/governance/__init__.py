"""Governance: who runs customer experience, and from where."""

from .gov001_marketing_owned_cx import marketing_owned
from .gov002_marketing_owned_journey import marketing_owned_journey
from .gov003_no_cx_function import no_cx_function
from .gov004_cx_without_executive_seat import cx_without_executive_seat
from .gov006_reporting_loop import reporting_loop

RULES = (
    marketing_owned,
    marketing_owned_journey,
    no_cx_function,
    cx_without_executive_seat,
    reporting_loop,
)
