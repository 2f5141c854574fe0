"""Running rules over a graph."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from cxblueprint.collecting import no_collection
from cxblueprint.errors import UsageError

from .finding import Defect, Finding, Flaw, SuppressedFinding, fingerprint, path_of_field
from .report import Report
from .rule import Profile, Rule
from .weight import accountable, weight

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from cxblueprint.graph import Graph
    from cxblueprint.model import Allowance, Subject


@no_collection()
def run(
    graph: Graph,
    rules: Sequence[Rule],
    *,
    catalogue: Sequence[Rule] = (),
    profile: Profile = "recommended",
    as_of: dt.date | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> Report:
    """Run rules over a graph and report what they find.

    Args:
        graph: the blueprint, resolved.
        rules: what to run, in any order.
        catalogue: where rules that others require are found; `rules` unless given.
        profile: what rules that read the profile go by.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: by code, what rules take instead of their defaults.

    Raises:
        UsageError: a rule requires one that is not in the catalogue.
    """
    by_name = {rule.name: rule for rule in (*catalogue, *rules)}
    flaws: dict[str, tuple[Flaw, ...]] = {}
    defects: list[Defect] = []
    for rule in _with_required(rules, by_name):
        given = (options or {}).get(rule.code, {})
        try:
            found = rule.run(graph, profile=profile, as_of=as_of, options=given)
            flaws[rule.code] = tuple(found)
        except Exception as error:  # noqa: BLE001  # whatever a rule raises is reported, never swallowed
            flaws[rule.code] = ()
            defects.append(Defect(rule.code, _where(error)))
    failing = {code: {flaw.subject for flaw in found} for code, found in flaws.items()}
    findings: list[Finding] = []
    suppressed: list[SuppressedFinding] = []
    for rule in rules:
        causes = [failing[by_name[name].code] for name in rule.requires]
        for flaw in flaws[rule.code]:
            if any(flaw.subject in subjects for subjects in causes):
                continue
            finding = _finding(graph, rule, flaw)
            allowance = _allowance(graph, rule, flaw.subject, as_of)
            if allowance is None:
                findings.append(finding)
            else:
                reason = (allowance.reason or "").strip()
                suppressed.append(SuppressedFinding(finding, reason, allowance.until))
    blueprint = graph.blueprint
    return Report(
        blueprint.id,
        blueprint.title,
        tuple(sorted(findings, key=lambda finding: finding.order)),
        tuple(sorted(suppressed, key=lambda item: item.finding.order)),
        defects=tuple(sorted(defects, key=lambda defect: defect.code)),
    )


def _with_required(rules: Sequence[Rule], by_name: Mapping[str, Rule]) -> Iterable[Rule]:
    needed = {rule.code: rule for rule in rules}
    waiting = list(rules)
    while waiting:
        rule = waiting.pop()
        for name in rule.requires:
            required = by_name.get(name)
            if required is None:
                msg = f"rule {rule.code} requires {name!r}, which is no rule of the catalogue"
                raise UsageError(msg)
            if required.code not in needed:
                needed[required.code] = required
                waiting.append(required)
    return needed.values()


def _finding(graph: Graph, rule: Rule, flaw: Flaw) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=flaw.severity or rule.severity,
        subject=flaw.subject,
        message=flaw.message,
        hint=flaw.hint,
        at=flaw.at,
        about=flaw.about,
        owner=accountable(graph, flaw.subject),
        location=graph.locate(flaw.subject, path_of_field(flaw.at)),
        fingerprint=fingerprint(rule.code, flaw.subject, flaw.at, flaw.about),
        weight=weight(graph, flaw.subject),
    )


def _allowance(graph: Graph, rule: Rule, subject: Subject, as_of: dt.date | None) -> Allowance | None:
    """Return what suppresses a rule at an element: it has a reason and has not expired."""
    element = graph.element(subject)
    for allowance in element.allow if element else ():
        meant = allowance.rule.strip()
        if meant.upper() != rule.code and meant.casefold() != rule.name:
            continue
        expired = as_of is not None and allowance.until is not None and allowance.until < as_of
        if (allowance.reason or "").strip() and not expired:
            return allowance
    return None


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
