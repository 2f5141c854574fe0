"""One blueprint, read and judged once for all its tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cxblueprint import api
from cxblueprint._version import __version__
from cxblueprint.checks import SEVERITIES, Defect, Finding, Report, Severity
from cxblueprint.errors import Complaint, CxBlueprintError, LoadError, defect_in_words
from cxblueprint.graph import Graph
from cxblueprint.judging import Judging


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules of one family say about a blueprint."""

    failing: tuple[Finding, ...]
    """What is so bad that the settings do not accept it."""
    minor: tuple[Finding, ...]
    """What is not."""
    defects: tuple[Defect, ...]
    """Rules that failed."""
    suppressed: int
    baselined: int


@dataclass(frozen=True)
class Judgement:
    """A blueprint that was read, and how it is judged."""

    graph: Graph
    judging: Judging
    fail_on: Severity
    """The severity from which on findings are not accepted."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families of the rules that run, in the order of the catalogue."""
        return tuple(dict.fromkeys(rule.family for rule in self.judging.rules))

    def of(self, family: str) -> Verdict:
        """Return what one family says; a failed rule of none of the families is told by each of them."""
        report, family_of = self._report, self._family_of
        bad = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        found = [finding for finding in report.findings if family_of[finding.code] == family]
        others = {*self.families} - {family}
        return Verdict(
            tuple(finding for finding in found if finding.severity in bad),
            tuple(finding for finding in found if finding.severity not in bad),
            tuple(defect for defect in report.defects if family_of[defect.code] not in others),
            sum(family_of[item.finding.code] == family for item in report.suppressed),
            sum(family_of[item.finding.code] == family for item in report.baselined),
        )

    @cached_property
    def _report(self) -> Report:
        return self.judging.report(self.graph)

    @cached_property
    def _family_of(self) -> dict[str, str]:
        return {rule.code: rule.family for rule in self.judging.catalogue}


def read(files: Sequence[str], judging: Judging, fail_on: Severity) -> Judgement | tuple[Complaint, ...]:
    """Return a blueprint, ready to be judged, or everything wrong with it.

    A baseline that does not fit is told here as well, once, and not by every test.
    """
    try:
        graph = Graph(api.load(*files))
        known = judging.known_before()
        if known is not None:
            known.applied_to(Report(graph.blueprint.id, graph.blueprint.title))
    except LoadError as error:
        return error.complaints
    except CxBlueprintError as error:
        return (Complaint(str(error)),)
    except Exception as error:  # noqa: BLE001  # users see one line, never a traceback
        return (Complaint(defect_in_words(error, __version__)),)
    return Judgement(graph, judging, fail_on)
