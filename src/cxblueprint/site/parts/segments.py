"""The page of a segment: what its customers need and feel, what is done for them, and who hears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject, subject_of
from cxblueprint.site.writing.agreed import promises_table, standards_table
from cxblueprint.site.writing.findings import about_journey, add_findings, findings_fact, told_about
from cxblueprint.site.writing.markdown import NOTHING, Markdown, labelled, table, text
from cxblueprint.site.writing.rows import names, naming
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.spark import spark
from cxblueprint.site.writing.words import in_words, tally

from .customer_tables import accounts_table, personas_table
from .listening import plans_table, posts_hearing, posts_table, updates_table
from .recovery import risks_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxblueprint.graph import Graph, JourneyNode
    from cxblueprint.model import Account, Persona, Promise, Segment, ServiceStandard
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def segment_page(edition: Edition, segment: Segment) -> Page:
    """Return the page of a segment."""
    graph = edition.graph
    sheet = Sheet(edition, edition.path_of(segment), edition.label(subject_of(segment)), is_wide=True)
    sheet.description = f"Customers of {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("Customers", edition.index_of("segment")))
    sheet.name()
    findings = told_about(edition, about_segment(graph, segment))
    sheet.facts(*_facts(segment), findings_fact(findings))
    sheet.remarks(segment)
    sheet.ways_on()
    sheet.section("What they want to get done", "needs", bullets(text(need) for need in segment.needs))
    feel = (text(driver) for driver in segment.emotional_drivers)
    sheet.section("What they want to feel, and what earns their trust", "feelings", bullets(feel))
    sheet.section("Their journeys", "journeys", _journeys(sheet, segment))
    _add_agreed(sheet, segment)
    sheet.section("Who listens to them", "listening", posts_table(sheet, posts_hearing(graph, segment)))
    plans = (plan for plan in graph.relationship_plans.values() if plan.segment == segment.id)
    sheet.section("Who talks with them", "relationships", plans_table(sheet, plans, is_here=False))
    updates = (u for u in graph.proactive_updates.values() if naming(subject_of(segment), u.covers))
    sheet.section("What they hear without asking", "updates", updates_table(sheet, updates, is_here=False))
    sheet.section("What may harm them", "risks", risks_to(sheet, subject_of(segment)))
    sheet.section("To walk as", "personas", personas_table(sheet, _personas(graph, segment)))
    sheet.section(
        "Customers with a contract of their own", "accounts", accounts_table(sheet, _accounts(graph, segment))
    )
    add_findings(sheet, findings)
    return sheet.page()


def _facts(segment: Segment) -> Iterator[tuple[str, Markdown]]:
    yield "Worth to us", in_words(segment.worth)
    yield "They are", Markdown("colleagues") if segment.internal else NOTHING
    yield "Whom they serve in turn", text(segment.their_customers or "")


def about_segment(graph: Graph, segment: Segment) -> list[Subject]:
    """Return what is told about on a segment's page: itself, its personas and its accounts."""
    return [
        subject_of(segment),
        *map(subject_of, _personas(graph, segment)),
        *map(subject_of, _accounts(graph, segment)),
    ]


def _personas(graph: Graph, segment: Segment) -> Sequence[Persona]:
    return [persona for persona in graph.personas.values() if persona.segment == segment.id]


def _accounts(graph: Graph, segment: Segment) -> Sequence[Account]:
    return [account for account in graph.accounts.values() if account.segment == segment.id]


def journeys_for(graph: Graph, segment: Segment) -> list[JourneyNode]:
    """Return the journeys of a segment's customers, in order."""
    return [journey for journey in graph.journeys.values() if segment.id in journey.journey.segments]


def _journeys(sheet: Sheet, segment: Segment) -> str:
    rows = [
        (
            sheet.journey(journey),
            _value(journey, segment),
            Markdown(str(len(journey.steps))),
            spark(journey.steps),
            tally(about_journey(sheet.edition, journey)),
        )
        for journey in journeys_for(sheet.edition.graph, segment)
    ]
    return table(("Journey", "What they gain", "Steps", "Feelings", "Findings"), rows, numbers=("Steps",))


def _value(journey: JourneyNode, segment: Segment) -> Markdown:
    value = journey.journey.value_to_customer
    return text((value.get(segment.id) if isinstance(value, dict) else value) or "")


def _add_agreed(sheet: Sheet, segment: Segment) -> None:
    """Add what is promised to a segment and what good means for it; what holds for everybody, by name."""
    graph = sheet.edition.graph
    places = {t.id: t for journey in journeys_for(graph, segment) for t in journey.touchpoints}
    promised = {promise for place in places.values() for promise in graph.promises_of(place)}
    promises = [p for p in graph.promises.values() if segment.id in p.segments]
    others = [p for p in graph.promises.values() if _is_for_all(p) and p.id in promised]
    sheet.section(
        "What we promise them", "promises", promises_table(sheet, promises), _as_all(sheet, others, promises)
    )
    on_the_way = {standard for place in places.values() for standard in place.standards}
    standards = [s for s in graph.standards.values() if segment.id in s.segments]
    general = [s for s in graph.standards.values() if _is_for_all(s) and s.id in on_the_way]
    sheet.section(
        "What good means for them",
        "standards",
        standards_table(sheet, standards),
        _as_all(sheet, general, standards),
    )


def _is_for_all(thing: Promise | ServiceStandard) -> bool:
    return not thing.segments and not thing.accounts


def _as_all(
    sheet: Sheet, for_all: Sequence[Promise | ServiceStandard], own: Sequence[Promise | ServiceStandard]
) -> Markdown:
    """Return the names of what holds on the way for everybody."""
    said = names(sheet, for_all, " · ")
    if not said:
        return NOTHING
    return labelled("As for everybody:" if own else "As for everybody, on their journeys:", said)
