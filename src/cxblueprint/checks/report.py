"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.errors import CxBlueprintError, UsageError, did_you_mean
from cxblueprint.notebook import html_table

from .finding import SEVERITIES, Defect, Finding, Severity, SuppressedFinding

if TYPE_CHECKING:
    from collections.abc import Mapping


class FindingsError(CxBlueprintError):
    """A blueprint has findings that its caller does not accept; `findings` holds them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        lines = [f"{finding.code} {finding.message}" for finding in findings]
        super().__init__("\n".join(lines))


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one check, in order of place, code and subject."""

    blueprint: str
    """The blueprint's id."""
    title: str
    findings: tuple[Finding, ...] = ()
    """What is active (neither suppressed nor baselined), each cause told once."""
    suppressed: tuple[SuppressedFinding, ...] = ()
    baselined: tuple[SuppressedFinding, ...] = ()
    defects: tuple[Defect, ...] = ()
    """Rules that failed; what they would have found is not known."""
    found: tuple[Finding, ...] = ()
    """All that is active, one by one in the order of the catalogue; as `findings` where it is not given."""

    def __post_init__(self) -> None:
        """Take what is told for all there is, where a report is made by hand."""
        if not self.found:
            object.__setattr__(self, "found", self.findings)

    @property
    def ok(self) -> bool:
        """Whether nothing at or above a warning was found and every rule ran."""
        return not self.at_least("warning") and not self.defects

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the active findings that are as bad as `severity`, or worse.

        Raises:
            UsageError: there is no such severity.
        """
        if severity not in SEVERITIES:
            allowed = ", ".join(SEVERITIES)
            msg = f"there is no severity {severity!r}{did_you_mean(severity, SEVERITIES)}: {allowed}"
            raise UsageError(msg)
        bad = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return tuple(finding for finding in self.findings if finding.severity in bad)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are by severity, suppressed and baselined."""
        counted: dict[str, int] = {
            severity: sum(finding.severity == severity for finding in self.findings)
            for severity in SEVERITIES
        }
        return {**counted, "suppressed": len(self.suppressed), "baselined": len(self.baselined)}

    def _repr_html_(self) -> str:
        """Return the active findings as a table for a notebook, worst first, then by what customers feel."""
        counts = (f"{count} {kind}" for kind, count in self.counts.items() if count)
        worst_first = sorted(
            self.findings, key=lambda found: (SEVERITIES.index(found.severity), -found.weight, found.order)
        )
        rows = (
            (found.severity, found.code, str(found.location or found.subject), found.message, found.hint)
            for found in worst_first
        )
        caption = f"{self.title}: {', '.join(counts) or 'no findings'}"
        return html_table(caption, ("Severity", "Rule", "Where", "Finding", "What to do"), rows)

    def raise_for_findings(self, severity: Severity = "warning") -> None:
        """Raise an error when something at or above `severity` was found.

        Raises:
            FindingsError: that is so; its `findings` are what was found.
            CxBlueprintError: a rule failed, so that nobody knows.
        """
        if self.defects:
            failed = "; ".join(f"{defect.code}: {defect.message}" for defect in self.defects)
            msg = f"a rule failed: {failed}"
            raise CxBlueprintError(msg)
        found = self.at_least(severity)
        if found:
            raise FindingsError(found)
