"""The pages that list things: the whole blueprint at a glance, its touchpoints, its teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import SEVERITIES, badness
from cxblueprint.pictures.spark import lowest

from .addresses import relative_path
from .findings import about_journey, about_team, about_touchpoint, add_findings
from .markdown import NOTHING, Markdown, joined, link, table, text
from .sheet import Sheet
from .spark import spark
from .words import FEELINGS, counted, in_words, tally

if TYPE_CHECKING:
    from cxblueprint.checks import Finding
    from cxblueprint.graph import JourneyNode

    from .edition import Edition
    from .pages import Page

_FIRST_TO_MEND = 3


def home_page(edition: Edition) -> Page:
    """Return the page about the whole blueprint: what it is for, its journeys worst first, where to start."""
    blueprint, report = edition.graph.blueprint, edition.report
    sheet = Sheet(edition, edition.home, edition.title, is_wide=True)
    sheet.name()
    sheet.lead(blueprint.purpose)
    sheet.add(_counts(sheet), "counts")
    sheet.remarks(blueprint)
    sheet.section("Journeys", "journeys", _journeys(sheet))
    if not report.findings:
        sheet.section("What was found", "found", "Nothing: no rule found anything to mend.")
        return sheet.page()
    all_of_them = NOTHING
    if edition.has("findings"):
        all_of_them = link(Markdown("All findings"), relative_path(sheet.path, edition.findings_page))
    sheet.section("What was found", "found", joined([tally(report.findings), all_of_them], " "))
    add_findings(sheet, _first_to_mend(report.findings), "Start here")
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


def _journeys(sheet: Sheet) -> str:
    edition = sheet.edition
    found = {journey.id: about_journey(edition, journey) for journey in edition.graph.journeys.values()}
    worst_first = sorted(edition.graph.journeys.values(), key=lambda journey: badness(found[journey.id]))
    header = (
        "Journey",
        "Findings",
        "Owner",
        "For",
        "Steps",
        "Feelings",
        "Lowest point",
        "Touchpoints with a standard",
    )
    rows = [_journey_row(sheet, journey, found[journey.id]) for journey in worst_first]
    return table(header, rows, numbers=("Steps",))


def _journey_row(sheet: Sheet, journey: JourneyNode, findings: tuple[Finding, ...]) -> tuple[Markdown, ...]:
    declared = journey.journey
    low = lowest(journey.steps)
    touchpoints = journey.touchpoints
    kept = sum(bool(sheet.edition.graph.standards_of(touchpoint)) for touchpoint in touchpoints)
    draft = Markdown(' <span class="cx-badge">draft</span>') if not journey.is_live else NOTHING
    feeling = FEELINGS[low.step.emotion or 0] if low else ""
    return (
        Markdown(f"{sheet.journey(journey)}{draft}"),
        tally(findings),
        sheet.team(declared.owner),
        sheet.mentions("segment", declared.segments),
        Markdown(str(len(journey.steps))),
        spark(journey.steps),
        Markdown(f"{feeling} at {sheet.step(low)}") if low and (low.step.emotion or 0) < 0 else NOTHING,
        Markdown(f"{kept} of {len(touchpoints)}") if touchpoints else NOTHING,
    )


def _first_to_mend(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the few findings that are worst, and of those the ones that customers feel most."""
    ranked = sorted(findings, key=lambda found: (SEVERITIES.index(found.severity), -found.weight))
    return tuple(found for found in ranked if found.severity != "info")[:_FIRST_TO_MEND]


def touchpoint_index(edition: Edition) -> Page:
    """Return the page that lists every touchpoint."""
    sheet = Sheet(edition, edition.index_of("touchpoint"), "Touchpoints", is_wide=True)
    sheet.description = f"What {edition.title} operates for its customers to meet"
    sheet.name()
    sheet.add(
        "What we operate for our customers to meet. Each has one owner and may be part of many journeys.",
        "intro",
    )
    rows = []
    for touchpoint in edition.graph.touchpoints.values():
        journeys = dict.fromkeys(step.journey.id for step in edition.graph.steps_at(touchpoint))
        rows.append(
            (
                sheet.touchpoint(touchpoint),
                sheet.channel(touchpoint),
                sheet.team(touchpoint.owner),
                sheet.mentions("journey", journeys),
                sheet.mentions("service-standard", touchpoint.standards),
                tally(about_touchpoint(edition, touchpoint)),
            )
        )
    sheet.add(table(("Touchpoint", "Channel", "Owner", "Journeys", "Standards", "Findings"), rows))
    return sheet.page()


def team_index(edition: Edition) -> Page:
    """Return the page that lists every team."""
    graph = edition.graph
    sheet = Sheet(edition, edition.index_of("team"), "Teams", is_wide=True)
    sheet.description = f"Who owns what in {edition.title}"
    sheet.name()
    sheet.add(
        "Who owns what. A team's own page says what it owns, what it promised and what is asked of it.",
        "intro",
    )
    rows = []
    for team in graph.teams.values():
        journeys = sum(journey.journey.owner == team.id for journey in graph.journeys.values())
        touchpoints = sum(touchpoint.owner == team.id for touchpoint in graph.touchpoints.values())
        owned = [counted(journeys, "journey")] if journeys else []
        owned += [counted(touchpoints, "touchpoint")] if touchpoints else []
        rows.append(
            (
                sheet.team(team),
                in_words(team.function),
                sheet.team(team.reports_to),
                text(", ".join(owned)),
                tally(about_team(edition, team)),
            )
        )
    sheet.add(table(("Team", "There for", "Reports to", "Owns", "Findings"), rows))
    return sheet.page()
