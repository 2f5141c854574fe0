"""Escalation: bad news early, and the way up before the customer takes it."""

from .esc001_no_escalation import no_escalation
from .esc002_levels_do_not_rise import levels_do_not_rise
from .esc003_flagged_too_late import flagged_too_late
from .esc004_customer_told_last import customer_told_last
from .esc005_risk_without_signal import risk_without_signal
from .esc006_risk_without_owner import risk_without_owner
from .esc007_risk_without_response import risk_without_response
from .esc008_no_impact_stated import no_impact_stated
from .esc009_customer_blamed import customer_blamed
from .esc010_times_not_kept import times_not_kept

RULES = (
    no_escalation,
    levels_do_not_rise,
    flagged_too_late,
    customer_told_last,
    risk_without_signal,
    risk_without_owner,
    risk_without_response,
    no_impact_stated,
    customer_blamed,
    times_not_kept,
)
