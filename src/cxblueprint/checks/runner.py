"""Running rules over a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxblueprint.collecting import no_collection
from cxblueprint.errors import UsageError

from .allowances import allowance_of
from .by_path import PathException, exception_for
from .finding import Finding, Flaw, SuppressedFinding, fingerprint, one_line, path_of_field
from .folding import told
from .report import Report
from .rule import Profile, Rule
from .verdicts import Verdicts
from .weight import accountable, weight

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from cxblueprint.graph import Graph


@no_collection()
def run(
    graph: Graph,
    rules: Sequence[Rule],
    *,
    catalogue: Sequence[Rule] = (),
    profile: Profile = "recommended",
    as_of: dt.date | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    exceptions: Mapping[str, Sequence[PathException]] | None = None,
    together: bool = True,
) -> Report:
    """Run rules over a graph and report what they find.

    Args:
        graph: the blueprint, resolved.
        rules: what to run, in any order.
        catalogue: where rules that others require or allowances name are found, in the order in which they
            speak of one thing; `rules` by their codes unless given.
        profile: what rules that read the profile go by.
        as_of: the date to judge by; without it nothing is late and no allowance expires.
        options: by code, what rules take instead of their defaults.
        exceptions: by code, the files in which a rule need not be kept; its findings there are suppressed.
        together: whether what was never stated about one thing is told in one finding; otherwise each rule
            speaks for itself.

    Raises:
        UsageError: a rule requires one that is not in the catalogue.
    """
    known = (*catalogue, *rules)
    by_name = {rule.name: rule for rule in known}
    verdicts = Verdicts(graph, known, profile=profile, as_of=as_of, options=options or {})
    for rule in _with_required(rules, by_name):
        verdicts.flaws(rule)
    excepted = exceptions or {}
    found: list[Finding] = []
    suppressed: list[SuppressedFinding] = []
    for rule in _in_order(rules, catalogue):
        causes = [verdicts.subjects(by_name[name]) for name in rule.requires]
        for flaw in verdicts.flaws(rule):
            if any(flaw.subject in subjects for subjects in causes):
                continue
            finding = _finding(graph, rule, flaw, together=together)
            accepted = _accepted(graph, rule, finding, excepted.get(rule.code, ()), as_of)
            if accepted is None:
                found.append(finding)
            else:
                suppressed.append(accepted)
    blueprint = graph.blueprint
    return Report(
        blueprint.id,
        blueprint.title,
        told(found),
        tuple(sorted(suppressed, key=lambda item: item.finding.order)),
        defects=tuple(sorted(verdicts.defects.values(), key=lambda defect: defect.code)),
        found=tuple(found),
    )


def _accepted(
    graph: Graph,
    rule: Rule,
    finding: Finding,
    exceptions: Sequence[PathException],
    as_of: dt.date | None,
) -> SuppressedFinding | None:
    """Return a finding with the reason for which it is suppressed, at its element or in its file, or None."""
    if rule.mandatory:
        return None
    allowance = allowance_of(graph.element(finding.subject), rule, as_of)
    if allowance is not None:
        return SuppressedFinding(finding, (allowance.reason or "").strip(), allowance.until)
    path = finding.location.path if finding.location else None
    exception = exception_for(path, exceptions, as_of)
    return SuppressedFinding(finding, exception.reason, exception.until) if exception else None


def _in_order(rules: Sequence[Rule], catalogue: Sequence[Rule]) -> list[Rule]:
    places = {rule.code: place for place, rule in enumerate(catalogue)}
    return sorted(rules, key=lambda rule: (places.get(rule.code, len(places)), rule.code))


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


def _finding(graph: Graph, rule: Rule, flaw: Flaw, *, together: bool) -> Finding:
    named = (flaw.once,) if isinstance(flaw.once, str) else flaw.once
    causes = tuple(f"{rule.family}: {cause}" for cause in named)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=flaw.severity or rule.severity,
        subject=flaw.subject,
        message=one_line(flaw.message),  # a rule quotes what a blueprint says, line breaks and all
        hint=one_line(flaw.hint),
        at=flaw.at,
        about=flaw.about,
        owner=accountable(graph, flaw.subject),
        location=graph.locate(flaw.subject, path_of_field(flaw.at)),
        fingerprint=fingerprint(rule.code, flaw.subject, flaw.at, flaw.about),
        weight=weight(graph, flaw.subject),
        repair=flaw.repair,
        lacks=flaw.lacks if together else None,
        once=causes[0] if isinstance(flaw.once, str) else causes,
    )
