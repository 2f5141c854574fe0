"""The pages of promises: what the customer hears, what it comes to, and whether it can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.model import Subject, subject_of
from cxblueprint.site.writing.agreed import made, only_for, said_to_customers
from cxblueprint.site.writing.aims import aim, clock_of
from cxblueprint.site.writing.findings import about_thing, add_findings, findings_fact
from cxblueprint.site.writing.markdown import Markdown, block, headline, joined, table, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import goal, tally

from .arithmetic import HOW, Keeping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.graph import JourneyNode, StepNode
    from cxblueprint.model import Promise, Touchpoint
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def promise_index(edition: Edition) -> Page:
    """Return the page that lists every promise."""
    sheet = Sheet(edition, edition.index_of("promise"), "Promises", is_wide=True)
    sheet.description = f"What customers of {edition.title} are told"
    sheet.crumbs((edition.title, edition.home))
    sheet.name()
    sheet.add(
        "What customers are told, and whether the standards that are to keep it can.",
        "intro",
    )
    rows = [
        (
            said_to_customers(sheet, promise),
            goal(promise.target),
            Keeping(sheet, promise).badge,
            made(sheet, promise),
            sheet.team(promise.owner),
            only_for(sheet, promise),
            tally(about_thing(edition, subject_of(promise))),
        )
        for promise in edition.graph.promises.values()
    ]
    header = ("What we say", "What it comes to", "Can it be kept?", "Said", "Kept by", "For", "Findings")
    sheet.add(table(header, rows))
    return sheet.page()


def promise_page(edition: Edition, promise: Promise) -> Page:
    """Return the page of a promise."""
    subject = subject_of(promise)
    sheet = Sheet(edition, edition.path_of(promise), edition.label(subject), is_listed=False)
    sheet.description = f"What customers of {edition.title} are told"
    sheet.crumbs((edition.title, edition.home), ("Promises", edition.index_of("promise")))
    if promise.name or not promise.statement:
        sheet.name()
        sheet.add(f"“{text(promise.statement)}”" if promise.statement else "", "statement")
    else:
        sheet.add(headline(f"“{promise.statement}”"))
    findings = about_thing(edition, subject)
    sheet.add(joined([aim(promise), clock_of(sheet, promise)], " "), "lead")
    keeping = Keeping(sheet, promise)
    sheet.facts(*_facts(sheet, promise, keeping), findings_fact(findings))
    sheet.remarks(promise)
    verdict, sums = keeping.verdict(), keeping.sums()
    sheet.section("What keeps it", "path", keeping.path())
    sheet.section("Can it be kept?", "kept", verdict, sums, block(HOW, "note") if sums else "")
    sheet.section("When it does not hold", "exclusions", bullets(text(one) for one in promise.exclusions))
    sheet.section("If we break it", "remedy", text(promise.remedy or ""))
    sheet.section("On which journeys", "journeys", _journeys(sheet, promise))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, promise: Promise, keeping: Keeping) -> Iterator[tuple[str, Markdown]]:
    edition, subject = sheet.edition, subject_of(promise)
    yield "Can it be kept?", keeping.badge
    yield "Kept by", sheet.team(promise.owner)
    yield "Made by", sheet.team(promise.made_by)
    yield "Made at", sheet.mention("touchpoint", promise.made_at)
    yield "Only for", only_for(sheet, promise)
    yield "Differs for", sheet.mentions("account", edition.named_by(subject, "account", "exceptions"))
    yield "Threatened by", sheet.mentions("risk", edition.named_by(subject, "risk", "threatens"))


def _journeys(sheet: Sheet, promise: Promise) -> str:
    """Return the journeys on which a promise is made, or on which its standards hold."""
    graph = sheet.edition.graph
    place = graph.touchpoints.get(promise.made_at or "")
    making = graph.steps_at(place) if place is not None else ()
    keeping = [step for kept in _kept_at(sheet.edition, promise) for step in graph.steps_at(kept)]
    journeys = {step.journey.id: step.journey for step in (*making, *keeping)}
    rows = [
        (
            sheet.journey(journey),
            sheet.team(journey.journey.owner),
            _steps_of(sheet, journey, making),
            _steps_of(sheet, journey, keeping),
        )
        for journey in journeys.values()
    ]
    return table(("Journey", "Owner", "Made at step", "Kept at step"), rows)


def _kept_at(edition: Edition, promise: Promise) -> Iterator[Touchpoint]:
    """Yield the touchpoints at which the standards of a promise hold, each once."""
    standards = (Subject("service-standard", name) for name in sorted(standards_on(promise)))
    places = (place for one in standards for place in edition.named_by(one, "touchpoint", "standards"))
    return (edition.graph.touchpoints[place] for place in dict.fromkeys(places))


def _steps_of(sheet: Sheet, journey: JourneyNode, steps: Iterable[StepNode]) -> Markdown:
    ours = (step for step in steps if step.journey is journey)
    return joined(sheet.step(step) for step in sorted(ours, key=lambda step: step.number))
