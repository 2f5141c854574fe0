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
from .flow import able_to_reach, opens_request, reachable_from, settles_at_once
from .graph import Graph
from .nodes import Edge, JourneyNode, StageNode, StepNode, standards_on
from .references import Reference, field_path, references_in

__all__ = [
    "Edge", "Graph", "JourneyNode", "Reference", "StageNode", "StepNode", "able_to_reach",
    "across_departments", "field_path", "handoffs_on", "has_promise",
    "is_one_way", "opens_request", "phase_is_early", "reachable_from", "references_in",
    "roll_up_together", "settles_at_once", "share_a_case", "span_a_promise", "span_a_standard",
    "standards_on", "waits_on",
]  # fmt: skip
