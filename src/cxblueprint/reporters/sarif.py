"""Findings as SARIF 2.1.0, for code scanning, editors and whatever else reads the standard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cxblueprint._version import __version__
from cxblueprint.checks import one_line, page_of
from cxblueprint.errors import CxBlueprintError

from .digest import as_json_text, clipped

if TYPE_CHECKING:
    from cxblueprint.checks import Defect, Finding, Page, Report, Rule, SuppressedFinding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What relative paths are relative to, by the name that consumers agree on."""

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LONGEST_DESCRIPTION = 1024  # GitHub takes no longer one
_DRIVE = re.compile(r"[A-Za-z]:/")
_FENCED = re.compile(r"\n*^```.*?^```$\n*", re.DOTALL | re.MULTILINE)
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n|- ) *")
_EXPECTED = re.compile(r"# expect: (?=[A-Z])")


def as_sarif(report: Report, *, rules: Sequence[Rule]) -> str:
    """Return a report as a SARIF log with one run; the same report gives the same text.

    Args:
        report: what was found.
        rules: the rules that ran; each one is described, whether it found something or not.
    """
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "cxblueprint",
                "version": __version__,
                "rules": [_descriptor(rule) for rule in rules],
            }
        },
        # Code scanning keeps the results of one category apart from those of another blueprint.
        "automationDetails": {
            "id": f"cxblueprint/{report.blueprint}/",
            "description": _message(report.title),
        },
        "originalUriBaseIds": {ROOT: {"description": _message("the folder in which the check was run")}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.defects, index)],
        "results": list(_results(report, index)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return as_json_text(log)


# Rules


def _descriptor(rule: Rule) -> dict[str, Any]:
    full, help_text = _described(rule)
    claims = [f"claim-{claim}" for claim in rule.claims]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(rule.summary),
        "fullDescription": {"text": full},
        "help": help_text,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "family": rule.family,
            "profile": rule.profile,
            "tags": [rule.family, rule.profile, *claims],
        },
    }


def _described(rule: Rule) -> tuple[str, dict[str, str]]:
    """Return what a rule checks and its help; its summary where it has no page, as an own rule may."""
    try:
        page = page_of(rule)
    except CxBlueprintError:
        return rule.summary, {"text": rule.summary}
    full = clipped(_plain(page.sections.get("What it checks", rule.summary)), _LONGEST_DESCRIPTION)
    # The mark is meant for the tests; here it points at the line.
    return full, {"text": _plain_help(page), "markdown": _EXPECTED.sub("# ← ", page.text)}


def _plain_help(page: Page) -> str:
    told = ("What it checks", "Why it matters", "How to fix")
    return "\n\n".join(f"{name}: {_plain(page.sections[name])}" for name in told if name in page.sections)


def _plain(markdown: str) -> str:
    """Return a section of a page without its examples, one line a paragraph."""
    return _WRAPPED.sub(" ", _FENCED.sub("\n\n", markdown)).strip()


# Results


def _results(report: Report, index: Mapping[str, int]) -> Iterable[dict[str, Any]]:
    """Yield what was found and what was accepted, by place.

    Two findings may share a fingerprint, and a consumer that goes by it alone would drop one: a second
    partial fingerprint tells which of them it is.
    """
    everything = [
        *((finding, []) for finding in report.findings),
        *((item.finding, [_suppression(item, "inSource")]) for item in report.suppressed),
        *((item.finding, [_suppression(item, "external")]) for item in report.baselined),
    ]
    seen: Counter[str] = Counter()
    for finding, suppressions in sorted(everything, key=lambda one: one[0].order):
        seen[finding.fingerprint] += 1
        yield _result(finding, suppressions, seen[finding.fingerprint], index)


def _result(
    finding: Finding, suppressions: list[dict[str, Any]], occurrence: int, index: Mapping[str, int]
) -> dict[str, Any]:
    hint = f"\nhint: {_text(finding.hint)}" if finding.hint else ""
    properties = {"owner": finding.owner, "at": finding.at, "about": finding.about, "weight": finding.weight}
    return {
        **_rule(finding.code, "ruleId", "ruleIndex", index),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{_text(finding.message)}{hint}"},
        "locations": [_location(finding)],
        "partialFingerprints": {"finding/v1": finding.fingerprint, "occurrence/v1": str(occurrence)},
        # Either all results of a run have this or none has; empty means that nobody accepted it.
        "suppressions": suppressions,
        "properties": {name: value for name, value in properties.items() if value is not None},
    }


def _rule(code: str, name: str, place: str, index: Mapping[str, int]) -> dict[str, Any]:
    return {name: code, place: index[code]} if code in index else {name: code}


def _location(finding: Finding) -> dict[str, Any]:
    subject = finding.subject
    logical = [{"fullyQualifiedName": one_line(str(subject)), "kind": subject.kind}]
    at = finding.location
    if at is None:
        return {"logicalLocations": logical}
    region = {"startLine": at.line, "startColumn": at.column}
    return {
        "physicalLocation": {"artifactLocation": _artifact(one_line(at.path)), "region": region},
        "logicalLocations": logical,
    }


def _artifact(path: str) -> dict[str, str]:
    if _DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{quote(path[2:])}"}
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": ROOT}


def _suppression(item: SuppressedFinding, kind: str) -> dict[str, Any]:
    reason = {"justification": one_line(item.reason)} if item.reason else {}
    until = {"properties": {"until": item.until.isoformat()}} if item.until else {}
    return {"kind": kind, "status": "accepted", **reason, **until}


# The run


def _invocation(defects: Sequence[Defect], index: Mapping[str, int]) -> dict[str, Any]:
    notifications = [
        {
            "level": "error",
            "message": _message(f"rule {defect.code} failed: {defect.message}"),
            "associatedRule": _rule(defect.code, "id", "index", index),
        }
        for defect in defects
    ]
    return {"executionSuccessful": not defects, "toolExecutionNotifications": notifications}


def _message(words: str) -> dict[str, str]:
    return {"text": _text(words)}


def _text(words: str) -> str:
    """Return words as a message; `[...](...)` would be a link there."""
    return one_line(words).replace("](", "] (")
