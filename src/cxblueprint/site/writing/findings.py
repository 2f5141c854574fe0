"""What was found, as a block on the page of what it is about and as a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.checks import SEVERITIES, told
from cxblueprint.model import Subject

from .markdown import Markdown, code, joined, link, linked_out, prose, text
from .naming import spoken
from .sheet import Sheet, bullets
from .words import counted, on_day, rule_in_words, severity_badge, tally

if TYPE_CHECKING:
    from cxblueprint.checks import Finding, SuppressedFinding
    from cxblueprint.errors import Location
    from cxblueprint.graph import JourneyNode
    from cxblueprint.model import Team, Touchpoint
    from cxblueprint.site.pages import Page

    from .edition import Edition

_HEADINGS = {"error": "Errors", "warning": "Warnings", "info": "Remarks"}


def about_journey(edition: Edition, journey: JourneyNode) -> tuple[Finding, ...]:
    """Return what is told of a journey, as if there were no others."""
    return edition.told_of(journey.subject, lambda: found_on(edition, journey))


def found_on(edition: Edition, journey: JourneyNode) -> tuple[Finding, ...]:
    """Return what was found about a journey: its parts, what it uses, what is promised and measured on it."""
    subjects = _parts_of(journey)
    for touchpoint in journey.touchpoints:
        subjects += _subjects_at(edition, touchpoint)
    return edition.found_about(subjects)


def about_journey_itself(edition: Edition, journey: JourneyNode) -> tuple[Finding, ...]:
    """Return what is told of a journey, its stages, steps and measures, and not of its touchpoints."""
    return told_about(edition, _parts_of(journey))


def _parts_of(journey: JourneyNode) -> list[Subject]:
    stages = (stage.subject for stage in journey.stages)
    steps = (step.subject for step in journey.steps)
    kpis = (Subject("kpi", kpi) for kpi in journey.journey.kpis)
    return [journey.subject, *stages, *steps, *kpis]


def about_touchpoint(edition: Edition, touchpoint: Touchpoint) -> tuple[Finding, ...]:
    """Return what is told of a touchpoint, its steps, standards, measures and promises."""

    def found() -> tuple[Finding, ...]:
        steps = (step.subject for step in edition.graph.steps_at(touchpoint))
        return edition.found_about([*_subjects_at(edition, touchpoint), *steps])

    return edition.told_of(Subject("touchpoint", touchpoint.id), found)


def about_team(edition: Edition, team: Team) -> tuple[Finding, ...]:
    """Return what a team answers for."""
    return edition.told_of(Subject("team", team.id), lambda: edition.found_for(team.id))


def about_thing(edition: Edition, subject: Subject) -> tuple[Finding, ...]:
    """Return what is told of one thing by itself, and of others that do not fit with it."""
    return told(edition.found_with(subject))


def told_about(edition: Edition, subjects: Iterable[Subject]) -> tuple[Finding, ...]:
    """Return what is told of some things, as if there were no others."""
    return told(edition.found_about(subjects))


def _subjects_at(edition: Edition, touchpoint: Touchpoint) -> list[Subject]:
    return [
        Subject("touchpoint", touchpoint.id),
        *(Subject("service-standard", standard) for standard in touchpoint.standards),
        *(Subject("kpi", kpi) for kpi in touchpoint.kpis),
        *(Subject("promise", promise) for promise in sorted(edition.graph.promises_of(touchpoint))),
    ]


def findings_fact(findings: Sequence[Finding]) -> tuple[str, Markdown]:
    """Return how many findings there are, as a fact that leads to them."""
    return "Findings", link(tally(findings), "#findings")


def add_findings(sheet: Sheet, findings: Sequence[Finding], heading: str = "Findings") -> None:
    """Add what was found, worst first, unless it is nothing."""
    worst_first = sorted(findings, key=lambda found: (SEVERITIES.index(found.severity), -found.weight))
    items = (
        _item(sheet, finding, severity_badge(finding.severity), with_rule=True) for finding in worst_first
    )
    # Each stands on the page of all findings too: a search that shows it once more for each page misleads.
    class_ = "findings elsewhere" if sheet.edition.has("findings") else "findings"
    sheet.section(heading, "findings", bullets(items), class_=class_)


def _item(sheet: Sheet, finding: Finding, head: Markdown, *, with_rule: bool) -> Markdown:
    rule = sheet.rule(finding.code, text(finding.code)) if with_rule else Markdown("")
    said = joined([head, rule, spoken(sheet, finding)], " ")
    return joined([said, *_small_print(sheet, finding)], "<br>")


def _small_print(sheet: Sheet, finding: Finding) -> Iterable[Markdown]:
    """Yield what to do, who can do it, and where."""
    if finding.hint:
        yield Markdown(f'<span class="cx-hint">What to do: {prose(finding.hint)}</span>')
    is_here = (
        finding.owner is not None and sheet.edition.page_of(Subject("team", finding.owner)) == sheet.path
    )
    owner = Markdown("") if is_here else sheet.team(finding.owner)
    place = finding.location
    where = joined(
        [
            Markdown(f"Answered for by {owner}") if owner else owner,
            _place(sheet, place) if place else Markdown(""),
        ],
        " · ",
    )
    if where:
        yield Markdown(f'<span class="cx-where">{where}</span>')


def _place(sheet: Sheet, place: Location) -> Markdown:
    """Return where something is written, as a link where the repository is known."""
    said = code(f"{place.path}:{place.line}")
    address = sheet.edition.source_link.to(place) if sheet.edition.source_link else None
    return linked_out(said, address) if address else said


# The page of its own


def findings_page(edition: Edition) -> Page:
    """Return the page with everything that was found, by severity and rule."""
    sheet = Sheet(edition, edition.findings_page, "Findings")
    sheet.description = f"What the rules found in {edition.title}"
    sheet.name()
    report = edition.report
    if report.findings:
        order = (
            "Each one says what is wrong, what to do and who can do it. What customers feel most comes first."
        )
        sheet.add(f"{tally(report.findings)}\n\n{order}", "intro")
    else:
        sheet.add("Nothing: no rule found anything to mend.", "lead")
    for severity in SEVERITIES:
        found = [finding for finding in report.findings if finding.severity == severity]
        if found:
            sheet.heading(_HEADINGS[severity], f"{severity}s")
            _add_by_rule(sheet, found)
    _add_accepted(sheet, "Accepted, with the reason", "accepted", report.suppressed)
    _add_accepted(sheet, "Known before", "known", report.baselined)
    failed = (Markdown(f"{sheet.rule(d.code, text(d.code))}: {text(d.message)}") for d in report.defects)
    sheet.section("Rules that failed", "failed", bullets(failed))
    return sheet.page()


def _add_by_rule(sheet: Sheet, findings: Sequence[Finding]) -> None:
    """Add findings rule by rule; the rule with the one that customers feel most comes first."""
    by_code = {
        c: list(found) for c, found in groupby(sorted(findings, key=lambda f: f.code), lambda f: f.code)
    }
    for rule_code in sorted(by_code, key=lambda c: (-max(f.weight for f in by_code[c]), c)):
        found = sorted(by_code[rule_code], key=lambda finding: -finding.weight)
        rule = sheet.edition.rules.get(rule_code)
        name = text(rule_in_words(found[0].name))
        sheet.add(f"### {sheet.rule(rule_code, Markdown(f'{text(rule_code)} {name}'))}")
        said = f"{rule.summary[:1].upper()}{rule.summary[1:]}." if rule else ""
        sheet.add(joined([text(said), Markdown(f"({counted(len(found), 'time')})")], " "))
        items = (_item(sheet, finding, Markdown(""), with_rule=False) for finding in found)
        sheet.add(bullets(items), "findings")


def _add_accepted(sheet: Sheet, heading: str, name: str, accepted: Sequence[SuppressedFinding]) -> None:
    items: list[Markdown] = []
    for one in accepted:
        until = Markdown(f" (until {on_day(one.until)})") if one.until else Markdown("")
        reason = Markdown(f'<span class="cx-hint">Accepted: {text(one.reason)}{until}</span>')
        rule = sheet.rule(one.finding.code, text(one.finding.code))
        said = joined([rule, spoken(sheet, one.finding)], " ")
        items.append(joined([said, reason], "<br>") if one.reason else said)
    sheet.section(heading, name, bullets(items), class_="findings")
