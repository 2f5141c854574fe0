"""cxblueprint: experience-design blueprints as code.

Every name is loaded when it is first touched, so that importing the package costs next to nothing.

PYTEST_DONT_REWRITE: pytest would warn of a package with a plugin that was imported before pytest itself.
"""

from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from .api import catalogue, check, dump, dumps, find_rule, load, loads, render, schema
    from .checks import Finding, FindingsError, Report, Rule
    from .errors import Complaint, CxBlueprintError, LoadError, Location, MissingExtraError, UsageError
    from .graph import Edge, Graph, JourneyNode, StageNode, StepNode
    from .model import (
        KPI,
        Account,
        Action,
        Allowance,
        Assessment,
        Blueprint,
        Cadence,
        Calendar,
        Cause,
        CauseShare,
        Channel,
        Climate,
        Closure,
        Contact,
        Duration,
        Escalation,
        EscalationPolicy,
        FailPoint,
        Figure,
        Handoff,
        Initiative,
        Integration,
        Journey,
        Link,
        ListeningPost,
        Loop,
        Milestone,
        Next,
        Obligation,
        OpeningHours,
        Persona,
        Policy,
        ProactiveUpdate,
        Promise,
        RecoveryAction,
        RecoveryPlan,
        RelationshipPlan,
        Repeats,
        ReportBack,
        Risk,
        Role,
        Rung,
        Scale,
        Segment,
        ServiceStandard,
        Silence,
        Stage,
        Step,
        Subject,
        System,
        Target,
        Team,
        Touchpoint,
    )
    from .pictures import Picture, Theme

__all__ = [
    "KPI",
    "Account",
    "Action",
    "Allowance",
    "Assessment",
    "Blueprint",
    "Cadence",
    "Calendar",
    "Cause",
    "CauseShare",
    "Channel",
    "Climate",
    "Closure",
    "Complaint",
    "Contact",
    "CxBlueprintError",
    "Duration",
    "Edge",
    "Escalation",
    "EscalationPolicy",
    "FailPoint",
    "Figure",
    "Finding",
    "FindingsError",
    "Graph",
    "Handoff",
    "Initiative",
    "Integration",
    "Journey",
    "JourneyNode",
    "Link",
    "ListeningPost",
    "LoadError",
    "Location",
    "Loop",
    "Milestone",
    "MissingExtraError",
    "Next",
    "Obligation",
    "OpeningHours",
    "Persona",
    "Picture",
    "Policy",
    "ProactiveUpdate",
    "Promise",
    "RecoveryAction",
    "RecoveryPlan",
    "RelationshipPlan",
    "Repeats",
    "Report",
    "ReportBack",
    "Risk",
    "Role",
    "Rule",
    "Rung",
    "Scale",
    "Segment",
    "ServiceStandard",
    "Silence",
    "Stage",
    "StageNode",
    "Step",
    "StepNode",
    "Subject",
    "System",
    "Target",
    "Team",
    "Theme",
    "Touchpoint",
    "UsageError",
    "__version__",
    "catalogue",
    "check",
    "dump",
    "dumps",
    "find_rule",
    "load",
    "loads",
    "render",
    "schema",
]

_NAMES = {
    "api": "catalogue check dump dumps find_rule load loads render schema",
    "checks": "Finding FindingsError Report Rule",
    "errors": "Complaint CxBlueprintError LoadError Location MissingExtraError UsageError",
    "graph": "Edge Graph JourneyNode StageNode StepNode",
    "model": (
        "Account Action Allowance Assessment Blueprint Cadence Calendar Cause CauseShare Channel Climate"
        " Closure Contact Duration Escalation EscalationPolicy FailPoint Figure Handoff Initiative"
        " Integration Journey KPI Link ListeningPost Loop Milestone Next Obligation OpeningHours Persona"
        " Policy ProactiveUpdate Promise RecoveryAction RecoveryPlan RelationshipPlan Repeats ReportBack"
        " Risk Role Rung Scale Segment ServiceStandard Silence Stage Step Subject System Target Team"
        " Touchpoint"
    ),
    "pictures": "Picture Theme",
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}


if not TYPE_CHECKING:  # type checkers read the imports above, so that a misspelt name is an error to them

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        import importlib

        value = getattr(importlib.import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
