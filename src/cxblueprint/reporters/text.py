"""Findings as text, for people at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from cxblueprint.checks import SEVERITIES, one_line

from .digest import (
    accepted,
    counted,
    counts_of,
    groups_by_owner,
    groups_by_rule,
    owner_in_words,
    place_of,
    rules_in_words,
    tally,
    worst_first,
)

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, Report

MOST_PER_GROUP = 20
"""How many findings of one rule, or of one team, are told before the rest is counted."""


class Style(Protocol):
    """Puts a text in a colour, or leaves it as it is."""

    def __call__(self, text: str, role: str, /) -> str:
        """Return the text in the colour of `error`, `warning`, `info`, `strong` or `quiet`."""
        ...


def plain(text: str, _role: str) -> str:
    """Return a text without colour."""
    return text


def as_text(
    report: Report,
    *,
    rules_run: int,
    profile: str,
    style: Style = plain,
    by_owner: bool = False,
    team_name: Callable[[str], str] | None = None,
) -> str:
    """Return a report as text: worst first, what customers feel most before the rest, a summary last.

    Args:
        report: what was found.
        rules_run: how many rules ran.
        profile: the profile that they were chosen by.
        style: what puts parts in a colour.
        by_owner: whether to group by the team that answers instead of by rule.
        team_name: what tells the name of a team by its id; without it, teams go by their ids.
    """
    groups = _teams(report, style, team_name) if by_owner else _rules(report, style)
    lines = [line for group in groups for line in (*group, "")]
    lines += [
        f"{style('defect', 'error')} rule {defect.code} failed: {one_line(defect.message)}"
        for defect in report.defects
    ]
    lines.append(_summary(report, rules_run, profile, style))
    if len(report.findings) > 1:
        lines.append(f"{style('start here:', 'strong')} {_line(worst_first(report.findings)[0], plain)}")
    return "\n".join(lines) + "\n"


def _rules(report: Report, style: Style) -> Iterator[list[str]]:
    for group in groups_by_rule(report.findings):
        first = group[0]
        heading = f"{first.name} ({first.code}), {counted(len(group), first.severity)}"
        yield [style(heading, first.severity), *_findings(group, f"of {first.code}", style)]


def _teams(report: Report, style: Style, team_name: Callable[[str], str] | None) -> Iterator[list[str]]:
    for owner, group in groups_by_owner(report.findings):
        heading = f"{owner_in_words(owner, team_name)}, {tally(counts_of(group))}"
        whose = f"of {owner}" if owner else "that nobody is known to answer for"
        yield [style(heading, group[0].severity), *_findings(group, whose, style)]


def _findings(group: Sequence[Finding], whose: str, style: Style) -> Iterator[str]:
    for finding in group[:MOST_PER_GROUP]:
        yield _line(finding, style)
        yield f"  {style('hint:', 'quiet')} {one_line(finding.hint)}"
    more = len(group) - MOST_PER_GROUP
    if more > 0:
        yield style(f"  and {more} more {whose}: --format json lists them all", "quiet")


def _line(finding: Finding, style: Style) -> str:
    return f"{place_of(finding)}: {style(finding.code, finding.severity)} {one_line(finding.message)}"


def _summary(report: Report, rules_run: int, profile: str, style: Style) -> str:
    counts = report.counts
    worst = next((severity for severity in SEVERITIES if counts[severity]), "strong")
    told = f"{one_line(report.title)}: {style(tally(counts), worst)} ({rules_in_words(rules_run, profile)})"
    return ", ".join([told, *accepted(counts)])
