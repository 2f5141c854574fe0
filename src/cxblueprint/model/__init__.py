"""The vocabulary: what a blueprint can say, a module per concept."""

from .base import Allowance, Declared, Element, Link, Part, kind_of, slug, stated, subject_of
from .blueprint import COLLECTION_OF_KIND, COLLECTIONS, Blueprint, attach_origin, origin_of
from .change import Assessment, Initiative, Integration, Policy
from .customers import Account, Persona, Segment
from .durations import Cadence, Duration
from .escalation import Cause, Escalation, EscalationPolicy, Risk, Rung
from .journeys import FailPoint, Journey, Next, Stage, Step
from .kpis import KPI
from .listening import (
    Contact,
    ListeningPost,
    Loop,
    ProactiveUpdate,
    RelationshipPlan,
    Repeats,
    ReportBack,
    Silence,
)
from .metrics import METRICS, Metric, kind_of_kpi, metric_of, polarity_of, scale_of
from .organisation import Climate, Role, Team
from .recovery import CauseShare, Closure, Milestone, RecoveryAction, RecoveryPlan
from .refs import Subject
from .setting import Calendar, Channel, OpeningHours, System
from .standards import Handoff, Obligation, Promise, ServiceStandard
from .targets import Figure, Scale, Target
from .touchpoints import Action, Touchpoint

__all__ = [
    "COLLECTIONS", "COLLECTION_OF_KIND", "KPI", "METRICS", "Account", "Action", "Allowance", "Assessment",
    "Blueprint", "Cadence", "Calendar", "Cause", "CauseShare", "Channel", "Climate", "Closure", "Contact",
    "Declared", "Duration", "Element", "Escalation", "EscalationPolicy", "FailPoint", "Figure", "Handoff",
    "Initiative", "Integration", "Journey", "Link", "ListeningPost", "Loop", "Metric", "Milestone", "Next",
    "Obligation", "OpeningHours", "Part", "Persona", "Policy", "ProactiveUpdate", "Promise",
    "RecoveryAction", "RecoveryPlan", "RelationshipPlan", "Repeats", "ReportBack", "Risk", "Role", "Rung",
    "Scale", "Segment", "ServiceStandard", "Silence", "Stage", "Step", "Subject", "System", "Target",
    "Team", "Touchpoint", "attach_origin", "kind_of", "kind_of_kpi", "metric_of", "origin_of",
    "polarity_of", "scale_of", "slug", "stated", "subject_of",
]  # fmt: skip
