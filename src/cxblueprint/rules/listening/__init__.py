"""Listening: who is heard, what comes of it, and what customers hear unasked."""

from .lis001_unheard_journey import unheard_journey
from .lis002_unheard_segment import unheard_segment
from .lis003_no_cadence import no_cadence
from .lis004_hearing_only import hearing_only
from .lis005_nobody_analyses import nobody_analyses
from .lis006_nothing_reported_back import nothing_reported_back
from .lis007_repeats_do_not_rise import repeats_do_not_rise
from .lis008_silence_not_heard import silence_not_heard
from .lis009_staged_visit import staged_visit
from .lis010_inner_loop_only import inner_loop_only
from .lis011_detractors_only import detractors_only
from .lis012_failure_counted_as_success import failure_counted_as_success
from .lis013_same_workflow_for_all import same_workflow_for_all
from .lis014_relationship_level_missing import relationship_level_missing
from .lis015_relationship_undocumented import relationship_undocumented
from .lis016_radio_silence import radio_silence
from .lis017_one_kind_of_listening import one_kind_of_listening

RULES = (
    unheard_journey,
    unheard_segment,
    no_cadence,
    hearing_only,
    nobody_analyses,
    nothing_reported_back,
    repeats_do_not_rise,
    silence_not_heard,
    staged_visit,
    inner_loop_only,
    detractors_only,
    failure_counted_as_success,
    same_workflow_for_all,
    relationship_level_missing,
    relationship_undocumented,
    radio_silence,
    one_kind_of_listening,
)
