"""The page of a persona: one customer to walk a journey as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.findings import about_journey, add_findings, findings_fact
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.spark import spark
from cxblueprint.site.writing.words import tally

if TYPE_CHECKING:
    from cxblueprint.model import Persona
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def persona_page(edition: Edition, persona: Persona) -> Page:
    """Return the page of a persona."""
    sheet = Sheet(edition, edition.path_of(persona), edition.label(subject_of(persona)))
    sheet.description = f"A customer of {edition.title} to walk as"
    sheet.crumbs((edition.title, edition.home), ("Customers", edition.index_of("persona")))
    sheet.name()
    findings = about_things(edition, [persona])
    sheet.facts(("One of", sheet.mention("segment", persona.segment)), findings_fact(findings))
    sheet.remarks(persona)
    sheet.section("What they want", "goals", bullets(text(goal) for goal in persona.goals))
    sheet.section("Journeys they may walk", "journeys", _journeys(sheet, persona))
    add_findings(sheet, findings)
    return sheet.page()


def _journeys(sheet: Sheet, persona: Persona) -> str:
    """Return the journeys that are for a persona's segment, or in which the persona acts."""
    rows = []
    for journey in sheet.edition.graph.journeys.values():
        acting = [step for step in journey.steps if step.step.actor == persona.id]
        if acting or persona.segment in journey.journey.segments:
            rows.append(
                (
                    sheet.journey(journey),
                    joined(sheet.step(step) for step in acting),
                    Markdown(str(len(journey.steps))) if journey.steps else NOTHING,
                    spark(journey.steps),
                    tally(about_journey(sheet.edition, journey)),
                )
            )
    return table(("Journey", "Acts at", "Steps", "Feelings", "Findings"), rows, numbers=("Steps",))
