"""Findings as JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .digest import as_json_text

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, Report, SuppressedFinding

VERSION = 1
"""The version of the shape."""


def as_json(report: Report) -> str:
    """Return a report as one JSON object; the same report gives the same text."""
    return as_json_text(as_data(report))


def as_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data, in the order in which it is printed."""
    return {
        "version": VERSION,
        "blueprint": report.blueprint,
        "summary": dict(report.counts),
        "findings": [_finding(finding) for finding in report.findings],
        "suppressed": [_suppressed(item) for item in report.suppressed],
        "baselined": [_suppressed(item) for item in report.baselined],
        "defects": [{"code": defect.code, "message": defect.message} for defect in report.defects],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "subject": {"kind": finding.subject.kind, "id": finding.subject.id},
        "at": finding.at,
        "about": finding.about,
        "owner": finding.owner,
        "message": finding.message,
        "hint": finding.hint,
        "location": {"path": place.path, "line": place.line, "column": place.column} if place else None,
        "url": finding.url,
        "fingerprint": finding.fingerprint,
    }


def _suppressed(item: SuppressedFinding) -> dict[str, Any]:
    until = item.until.isoformat() if item.until else None
    return {**_finding(item.finding), "reason": item.reason, "until": until}
