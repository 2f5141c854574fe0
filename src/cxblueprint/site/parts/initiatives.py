"""The page of an initiative: what it is to achieve, what it changes, and who keeps the gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.agreed import kpis_table
from cxblueprint.site.writing.findings import add_findings, findings_fact
from cxblueprint.site.writing.markdown import Markdown, joined, labelled, text
from cxblueprint.site.writing.rows import about_things, addressed
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import days_between, in_words, on_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Initiative
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def initiative_page(edition: Edition, initiative: Initiative) -> Page:
    """Return the page of an initiative."""
    graph = edition.graph
    sheet = Sheet(edition, edition.path_of(initiative), edition.label(subject_of(initiative)))
    sheet.description = f"What changes in {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("Change", edition.index_of("initiative")))
    sheet.name()
    sheet.lead(initiative.objective)
    findings = about_things(edition, [initiative])
    sheet.facts(*_facts(sheet, initiative), findings_fact(findings))
    sheet.remarks(initiative)
    answers = (addressed(sheet, [address]) for address in initiative.addresses)
    sheet.section("What it answers", "addresses", bullets(answers))
    kpis = (graph.kpis.get(kpi) for kpi in initiative.improves)
    measures = kpis_table(sheet, (kpi for kpi in kpis if kpi is not None))
    sheet.section("What is to move", "improves", measures)
    sheet.section("What else it touches", "integration", bullets(_integration(sheet, initiative)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, initiative: Initiative) -> Iterator[tuple[str, Markdown]]:
    yield "Changes with", joined(in_words(kind) for kind in initiative.kinds)
    yield "Changes", joined(in_words(component) for component in initiative.components)
    yield "Stands behind it", sheet.mention("role", initiative.sponsor)
    yield "The means", in_words(initiative.funding)
    yield "When", days_between(initiative.starts, initiative.ends)
    yield "Its return is expected by", on_day(initiative.returns_by)
    yield "Keeps the gain", sheet.team(initiative.sustained_by)
    yield "Measured again on", on_day(initiative.remeasure_on)


def _integration(sheet: Sheet, initiative: Initiative) -> Iterator[Markdown]:
    integration = initiative.integration
    if integration is None:
        return
    if integration.systems:
        yield labelled("Systems:", sheet.mentions("system", integration.systems))
    if integration.touchpoints:
        yield labelled("Touchpoints:", sheet.mentions("touchpoint", integration.touchpoints))
    if integration.change_management:
        yield labelled("How people are brought along:", text(integration.change_management))
