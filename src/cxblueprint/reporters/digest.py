"""What reports for people have in common: findings in order, in groups, counted, each on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from cxblueprint.checks import SEVERITIES, one_line
from cxblueprint.errors import without_commands

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, SuppressedFinding

K = TypeVar("K", bound=Hashable)

_ACCEPTED = ("suppressed", "baselined")
# Overrides and isolates turn around what stands beside them; the others are in no file that is valid.
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_SECOND_HASH = re.compile(r"(?<=#)#(?=\w*\[)")


def told(text: str) -> str:
    """Return a text on one line that a build does not obey either when it prints it."""
    return without_commands(one_line(text))


def as_json_text(data: object) -> str:
    """Return data as JSON; what could steer a terminal or a build is spelled out, which changes no value."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", _SECOND_HASH.sub(r"\\u0023", text)) + "\n"


def clipped(text: str, most: int) -> str:
    """Return a text of at most `most` characters, cut with an ellipsis."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def place_of(finding: Finding) -> str:
    """Return where a finding is written, or what it is about where that is written nowhere."""
    return told(str(finding.location or finding.subject))


# In order and in groups


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, then by what customers feel, then by rule and place."""
    return sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), -f.weight, f.code, f.order))


def groups_by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return findings by rule and severity, the group with the worst one first."""
    return [group for _, group in _grouped(findings, lambda f: (f.code, f.severity))]


def groups_by_owner(findings: Iterable[Finding]) -> list[tuple[str | None, list[Finding]]]:
    """Return findings by the team that answers, the team with the worst one first, those of nobody last."""
    return sorted(_grouped(findings, lambda f: f.owner), key=lambda group: group[0] is None)


def _grouped(findings: Iterable[Finding], key: Callable[[Finding], K]) -> list[tuple[K, list[Finding]]]:
    groups: dict[K, list[Finding]] = {}
    for finding in worst_first(findings):
        groups.setdefault(key(finding), []).append(finding)
    return list(groups.items())


def owner_in_words(owner: str | None, team_name: Callable[[str], str] | None) -> str:
    """Return a team as the heading of its list: its name, and the id by which files know it."""
    if owner is None:
        return "nobody is known to answer"
    name = told(team_name(owner)) if team_name else owner
    return name if name == owner else f"{name} ({owner})"


# Counted


def counted(count: int, severity: str) -> str:
    """Return `1 warning`, `2 warnings`, `2 info`."""
    plural = "" if count == 1 or severity == "info" else "s"
    return f"{count} {severity}{plural}"


def counts_of(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are by severity."""
    found = [finding.severity for finding in findings]
    return {severity: found.count(severity) for severity in SEVERITIES}


def tally(counts: Mapping[str, int]) -> str:
    """Return how many there are of each severity in words, worst first."""
    found = [counted(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    return ", ".join(found) if found else "no findings"


def accepted(counts: Mapping[str, int]) -> list[str]:
    """Return how many findings were suppressed and baselined, in words; nothing where there are none."""
    return [f"{counts[kind]} {kind}" for kind in _ACCEPTED if counts[kind]]


def rules_in_words(rules_run: int, profile: str) -> str:
    """Return by what a blueprint was judged."""
    return f"{rules_run} rule{'s' if rules_run != 1 else ''}, profile {profile}"


def reason_of(item: SuppressedFinding) -> str:
    """Return why a finding was accepted and until when, or an empty text where nobody said."""
    until = f"until {item.until.isoformat()}" if item.until else ""
    return ", ".join(part for part in (told(item.reason), until) if part)
