"""The engine: rules, their selection, their findings and the report."""

from .allowances import has_ended, has_reason
from .baseline import Baseline, read_baseline
from .by_path import PathException, exceptions_in
from .finding import (
    SEVERITIES,
    Defect,
    Finding,
    Flaw,
    Severity,
    SuppressedFinding,
    called,
    flaw,
    one_line,
    path_of_field,
)
from .folding import told
from .page import EXAMPLES, SECTIONS, Example, Expectation, Page, page_of, parse_page
from .repair import Remove, Rename, Repair, Replace
from .report import FindingsError, Report
from .rule import OWN, PROFILES, Profile, Rule, rule
from .runner import run
from .selection import checked_options, known_profile, matching, one_rule, rules_of, selected
from .verdicts import Verdicts
from .weight import badness

__all__ = [
    "EXAMPLES", "OWN", "PROFILES", "SECTIONS", "SEVERITIES", "Baseline", "Defect", "Example",
    "Expectation", "Finding", "FindingsError", "Flaw", "Page", "PathException", "Profile", "Remove",
    "Rename", "Repair", "Replace", "Report", "Rule", "Severity", "SuppressedFinding", "Verdicts",
    "badness", "called", "checked_options", "exceptions_in", "flaw", "has_ended", "has_reason",
    "known_profile", "matching", "one_line", "one_rule", "page_of", "parse_page", "path_of_field",
    "read_baseline", "rule", "rules_of", "run", "selected", "told",
]  # fmt: skip
