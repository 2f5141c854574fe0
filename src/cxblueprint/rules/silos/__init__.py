"""Silos: what ties the touchpoints of different teams together."""

from .sil001_siloed_touchpoint import siloed_touchpoint
from .sil002_undeclared_handoff import undeclared_handoff
from .sil003_handoff_without_agreement import handoff_without_agreement

RULES = (siloed_touchpoint, undeclared_handoff, handoff_without_agreement)
