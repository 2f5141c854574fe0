"""The graph: a blueprint resolved, for rules, pictures and pages to walk."""

from .collaboration import (
    across_departments,
    handoffs_on,
    has_promise,
    is_one_way,
    phase_is_early,
    roll_up_together,
    share_a_case,
    span_a_promise,
    span_a_standard,
    waits_on,
)
from .flow import (
    able_to_reach,
    opens_request,
    reachable_from,
    settles_at_once,
    with_a_request_on_its_way,
)
from .graph import Graph
from .lines import teams_below, teams_reporting_to
from .nodes import Edge, JourneyNode, StageNode, StepNode, standards_on
from .recoveries import headlines_under_way, plans_on_their_way
from .references import Reference, field_path, references_in

__all__ = [
    "Edge", "Graph", "JourneyNode", "Reference", "StageNode", "StepNode", "able_to_reach",
    "across_departments", "field_path", "handoffs_on", "has_promise", "headlines_under_way",
    "is_one_way", "opens_request", "phase_is_early", "plans_on_their_way", "reachable_from", "references_in",
    "roll_up_together", "settles_at_once", "share_a_case", "span_a_promise", "span_a_standard",
    "standards_on", "teams_below", "teams_reporting_to", "waits_on", "with_a_request_on_its_way",
]  # fmt: skip
