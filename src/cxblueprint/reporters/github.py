"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import one_line

from .digest import accepted, tally, told, worst_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxblueprint.checks import Finding, Report

MOST_SHOWN = 10
"""How many annotations of each level GitHub shows of one step."""

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
# The same as in GitHub's own toolkit: the first for messages, both for properties.
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(report: Report) -> str:
    """Return a report as annotations, worst first because GitHub shows few, and a summary for the log."""
    defects = [
        _command(
            "error",
            {"title": f"{defect.code} failed"},
            f"rule {defect.code} failed: {one_line(defect.message)}",
        )
        for defect in report.defects
    ]
    annotations = [_annotation(finding) for finding in worst_first(report.findings)]
    return "\n".join([*defects, *annotations, _summary(report)]) + "\n"


def _annotation(finding: Finding) -> str:
    at = finding.location
    place = {"file": at.path, "line": str(at.line), "col": str(at.column)} if at else {}
    title = f"{finding.code} {finding.name}"
    hint = f"\nhint: {one_line(finding.hint)}" if finding.hint else ""
    return _command(
        _LEVELS[finding.severity], {**place, "title": title}, f"{one_line(finding.message)}{hint}"
    )


def _command(level: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(
        f"{name}={one_line(value).translate(_IN_PROPERTIES)}" for name, value in properties.items()
    )
    return f"::{level} {listed}::{message.translate(_IN_DATA)}"


def _summary(report: Report) -> str:
    """Return one line that is no command, whatever the title."""
    counts = report.counts
    summary = ", ".join([f"cxblueprint: {told(report.title)}: {tally(counts)}", *accepted(counts)])
    if max(counts[severity] for severity in _LEVELS) > MOST_SHOWN:
        return f"{summary}; GitHub shows {MOST_SHOWN} annotations of each level, this log has them all"
    return summary
