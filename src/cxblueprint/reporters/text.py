"""Findings as text, for people at a terminal."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from cxblueprint.checks import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.checks import Finding, Report, Severity

MOST_PER_RULE = 20
"""How many findings of one rule are told before the rest is counted."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Style(Protocol):
    """Puts a text in a colour, or leaves it as it is."""

    def __call__(self, text: str, role: str, /) -> str:
        """Return the text in the colour of `error`, `warning`, `info`, `strong` or `quiet`."""
        ...


def plain(text: str, _role: str) -> str:
    """Return a text without colour."""
    return text


def as_text(report: Report, *, rules_run: int, profile: str, style: Style = plain) -> str:
    """Return a report as text: worst first, what customers feel most before the rest, a summary last."""
    lines: list[str] = []
    for group in _groups(report.findings):
        lines += [*_group(group, style), ""]
    lines += [
        f"{style('defect', 'error')} rule {defect.code} failed: {defect.message}" for defect in report.defects
    ]
    lines.append(_summary(report, rules_run, profile, style))
    first = next(iter(_groups(report.findings)), None)
    if first is not None and len(report.findings) > 1:
        lines.append(f"{style('start here:', 'strong')} {_line(first[0], plain)}")
    return "\n".join(lines) + "\n"


def _groups(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings by rule and severity, worst first, then by what customers feel."""
    ordered = sorted(findings, key=lambda f: (f.code, SEVERITIES.index(f.severity), -f.weight, f.order))
    groups = [list(group) for _, group in groupby(ordered, key=lambda f: (f.code, f.severity))]
    return sorted(
        groups,
        key=lambda group: (SEVERITIES.index(group[0].severity), -group[0].weight, group[0].code),
    )


def _group(findings: list[Finding], style: Style) -> Iterator[str]:
    first = findings[0]
    heading = f"{first.name} ({first.code}), {_counted(len(findings), first.severity)}"
    yield style(heading, first.severity)
    for finding in findings[:MOST_PER_RULE]:
        yield _line(finding, style)
        yield f"  {style('hint:', 'quiet')} {_clean(finding.hint)}"
    more = len(findings) - MOST_PER_RULE
    if more > 0:
        yield style(f"  and {more} more of {first.code}: --format json lists them all", "quiet")


def _line(finding: Finding, style: Style) -> str:
    place = str(finding.location) if finding.location else str(finding.subject)
    return f"{place}: {style(finding.code, finding.severity)} {_clean(finding.message)}"


def _counted(count: int, severity: Severity | str) -> str:
    plural = "" if count == 1 or severity == "info" else "s"
    return f"{count} {severity}{plural}"


def _summary(report: Report, rules_run: int, profile: str, style: Style) -> str:
    counts = report.counts
    found = [_counted(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    worst = next((severity for severity in SEVERITIES if counts[severity]), "strong")
    told = style(", ".join(found) if found else "no findings", worst)
    by = (
        f"{_clean(report.title)}: {told} ({rules_run} rule{'s' if rules_run != 1 else ''}, profile {profile})"
    )
    accepted = [f"{counts[kind]} {kind}" for kind in ("suppressed", "baselined") if counts[kind]]
    return f"{by}, {', '.join(accepted)}" if accepted else by


def _clean(text: str) -> str:
    """Return a text in one line that cannot steer a terminal."""
    return _CONTROL.sub(" ", text)
