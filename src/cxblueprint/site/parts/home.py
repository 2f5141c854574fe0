"""The page about the whole blueprint: its journeys, who answers for what is open, where to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import SEVERITIES, badness
from cxblueprint.model import Subject
from cxblueprint.site.writing.addresses import relative_path
from cxblueprint.site.writing.findings import about_team, add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, link, table, text
from cxblueprint.site.writing.naming import spoken
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import tally

from .portfolio import portfolio

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.checks import Finding
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition

_FIRST_TO_MEND = 3


def home_page(edition: Edition) -> Page:
    """Return the page about the whole blueprint: what it is for, its journeys worst first, where to start."""
    blueprint, report = edition.graph.blueprint, edition.report
    sheet = Sheet(edition, edition.home, edition.title, is_wide=True)
    sheet.name()
    sheet.lead(blueprint.purpose)
    sheet.add(_counts(sheet), "counts")
    sheet.remarks(blueprint)
    sheet.section("Journeys", "journeys", *portfolio(sheet))
    if not report.findings:
        sheet.section("What was found", "found", "Nothing: no rule found anything to mend.")
        return sheet.page()
    all_of_them = NOTHING
    if edition.has("findings"):
        all_of_them = link(Markdown("All findings"), relative_path(sheet.path, edition.findings_page))
    sheet.section("What was found", "found", joined([tally(report.findings), all_of_them], " "))
    add_findings(sheet, _first_to_mend(report.findings), "Start here")
    sheet.section("Who answers for what is open", "worklist", *_worklist(sheet))
    return sheet.page()


def _counts(sheet: Sheet) -> str:
    """Return how much there is of everything that a reader may look for."""
    edition, blueprint = sheet.edition, sheet.edition.graph.blueprint
    numbers = (
        (len(blueprint.journeys), "journey", "journey", "journeys"),
        (len(edition.graph.steps), "step", "step", "steps"),
        (len(blueprint.touchpoints), "touchpoint", "touchpoint", "touchpoints"),
        (len(blueprint.teams), "team", "team", "teams"),
        (len(blueprint.standards), "service-standard", "standard", "standards"),
        (len(blueprint.promises), "promise", "promise", "promises"),
        (len(blueprint.kpis), "kpi", "measure", "measures"),
        (len(blueprint.listening_posts), "listening-post", "way of listening", "ways of listening"),
    )
    items: list[Markdown] = []
    for number, kind, one, many in numbers:
        name = Markdown(one if number == 1 else many)
        path = edition.list_of(kind) if kind != "journey" else None
        if number:
            way = link(name, relative_path(sheet.path, path)) if path else name
            items.append(Markdown(f"**{number:,}** {way}"))
    return "\n".join(f"- {item}" for item in items)


def _first_to_mend(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the few findings that are worst, and of those the ones that customers feel most."""
    ranked = sorted(findings, key=lambda found: (SEVERITIES.index(found.severity), -found.weight))
    return tuple(found for found in ranked if found.severity != "info")[:_FIRST_TO_MEND]


def _worklist(sheet: Sheet) -> Iterator[str]:
    """Yield what was found by the team that answers for it, worst first."""
    edition = sheet.edition
    open_at = [
        (_way_to_findings(sheet, team.id), about_team(edition, team)) for team in edition.graph.teams.values()
    ]
    if not any(findings for _, findings in open_at):
        return
    listed = {finding for _, findings in open_at for finding in findings}
    unnamed = tuple(finding for finding in edition.report.findings if finding not in listed)
    worst_first = sorted([*open_at, (Markdown("No team is named"), unnamed)], key=lambda row: badness(row[1]))
    rows = [(team, tally(findings), _worst(sheet, findings)) for team, findings in worst_first if findings]
    yield "Each finding is with the team that can mend it. A team's page lists all of its own."
    yield table(("Team", "Findings", "First to mend"), rows, sortable=True)


def _way_to_findings(sheet: Sheet, team: str) -> Markdown:
    """Return a team's name as a link to what it has to mend."""
    subject = Subject("team", team)
    name, page = text(sheet.edition.label(subject)), sheet.edition.page_of(subject)
    return link(name, f"{relative_path(sheet.path, page)}#findings") if page else name


def _worst(sheet: Sheet, findings: Sequence[Finding]) -> Markdown:
    """Return the finding to begin with."""
    first = min(findings, key=lambda found: (SEVERITIES.index(found.severity), -found.weight))
    return spoken(sheet, first)
