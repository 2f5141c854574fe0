"""The page of a way up: who is called in when, when the customer is told, and what it is there to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.plans import cases_of, concerned_with, plan_key, standards_of
from cxblueprint.site.writing.agreed import standards_table
from cxblueprint.site.writing.figures import figure_of
from cxblueprint.site.writing.findings import add_findings, findings_fact, told_about
from cxblueprint.site.writing.markdown import NOTHING, Markdown, table, text
from cxblueprint.site.writing.rows import names
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import EscalationPolicy
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def policy_page(edition: Edition, policy: EscalationPolicy) -> Page:
    """Return the page of an escalation policy."""
    graph = edition.graph
    sheet = Sheet(edition, edition.path_of(policy), edition.label(subject_of(policy)), is_wide=True)
    sheet.description = f"A way up in {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("When it breaks", edition.index_of("escalation-policy")))
    sheet.name()
    key = plan_key(graph, policy)
    findings = told_about(edition, concerned_with(graph, key))
    sheet.facts(*_facts(sheet, policy), findings_fact(findings))
    sheet.remarks(policy)
    figure = figure_of(edition, sheet.path, "recovery", key)
    if figure is not None:
        sheet.heading(VIEWS["recovery"].heading, "recovery")
        sheet.figure(figure)
    sheet.section("Who is called in", "levels", _levels(sheet, policy))
    kept = standards_of(graph, policy)
    sheet.section("What it is there to keep", "standards", standards_table(sheet, kept))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, policy: EscalationPolicy) -> Iterator[tuple[str, Markdown]]:
    yield "The clock starts at", text(policy.clock_start or "")
    told = policy.customer_told_after
    yield "The customer is told after", text(told.in_words) if told is not None else NOTHING
    yield "Who may raise the alarm", text(policy.who_may_flag or "")
    graph = sheet.edition.graph
    yield "Cases that took it", names(sheet, cases_of(graph, policy))
    differing = (one for one in graph.accounts.values() if str(subject_of(policy)) in one.exceptions)
    yield "Only for", names(sheet, differing)


def _levels(sheet: Sheet, policy: EscalationPolicy) -> str:
    rows = []
    for number, rung in enumerate(policy.levels, 1):
        role = sheet.edition.graph.roles.get(rung.role or "")
        rows.append(
            (
                Markdown(str(number)),
                sheet.mention("role", rung.role),
                in_words(role.level) if role is not None else NOTHING,
                sheet.team(role.team) if role is not None else NOTHING,
                text(rung.after.in_words) if rung.after is not None else NOTHING,
                in_words(rung.kind),
            )
        )
    return table(("No.", "Who", "Level", "Team", "After", "Because this role"), rows, numbers=("No.",))
