"""Change: what is undertaken to make it better, and the rules people are held to."""

from .chg001_training_only import training_only
from .chg002_one_component_only import one_component_only
from .chg003_no_sponsor import no_sponsor
from .chg004_no_funding_decision import no_funding_decision
from .chg005_band_aid import band_aid
from .chg006_return_before_finish import return_before_finish
from .chg007_nobody_sustains import nobody_sustains
from .chg008_policy_from_single_incident import policy_from_single_incident
from .chg009_one_side_heard import one_side_heard
from .chg010_policy_never_reviewed import policy_never_reviewed
from .chg011_gap_without_initiative import gap_without_initiative

RULES = (
    training_only,
    one_component_only,
    no_sponsor,
    no_funding_decision,
    band_aid,
    return_before_finish,
    nobody_sustains,
    policy_from_single_incident,
    one_side_heard,
    policy_never_reviewed,
    gap_without_initiative,
)
