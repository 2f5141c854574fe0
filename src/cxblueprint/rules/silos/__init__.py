"""Silos: what ties the touchpoints of different teams together."""

from .sil001_siloed_touchpoint import siloed_touchpoint
from .sil002_undeclared_handoff import undeclared_handoff
from .sil003_handoff_without_agreement import handoff_without_agreement
from .sil004_handoff_loses_context import handoff_loses_context
from .sil005_support_without_agreement import support_without_agreement
from .sil006_too_many_handoffs import too_many_handoffs
from .sil007_kpis_of_one_silo import kpis_of_one_silo
from .sil008_misplaced_handoff import misplaced_handoff

RULES = (
    siloed_touchpoint,
    undeclared_handoff,
    handoff_without_agreement,
    handoff_loses_context,
    support_without_agreement,
    too_many_handoffs,
    kpis_of_one_silo,
    misplaced_handoff,
)
