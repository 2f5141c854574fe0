"""The page of a journey: whose it is, how it goes, what is promised on it, what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.model import Subject
from cxblueprint.site.writing.agreed import kpis_table, promises_table, standards_table
from cxblueprint.site.writing.around import facts_around
from cxblueprint.site.writing.edition import label_of
from cxblueprint.site.writing.figures import tabs_of_journey
from cxblueprint.site.writing.findings import (
    about_journey,
    about_journey_itself,
    about_touchpoint,
    add_findings,
    findings_fact,
    found_on,
)
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, joined, table, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import FEELINGS, in_percent, in_words, on_day, tally

from .walks import ways_to_walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from cxblueprint.graph import Edge, JourneyNode, StepNode
    from cxblueprint.model import Promise
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def journey_page(edition: Edition, journey: JourneyNode) -> Page:
    """Return the page of a journey."""
    declared, graph = journey.journey, edition.graph
    path = edition.page_of(journey.subject) or ""
    sheet = Sheet(edition, path, edition.label(journey.subject), is_wide=True)
    findings = about_journey(edition, journey)
    sheet.crumbs((edition.title, edition.home), ("Journeys", f"{edition.home}#journeys"))
    sheet.name()
    if isinstance(declared.value_to_customer, str):
        sheet.lead(declared.value_to_customer)
    sheet.add(ways_to_walk(sheet, journey), "walk-it")
    sheet.facts(*_facts(sheet, journey), findings_fact(findings))
    sheet.remarks(declared)
    sheet.ways_on()
    sheet.tabs(tabs_of_journey(edition, path, journey, found_on(edition, journey)))
    sheet.section("Step by step", "steps", _steps(sheet, journey))
    sheet.section("What makes it hard, and what would help", "pains", _pains(sheet, journey))
    sheet.section("What may go wrong", "wrong", bullets(_fail_points(sheet, journey)), class_="list")
    touchpoints = journey.touchpoints
    standards = {s.id: s for touchpoint in touchpoints for s in graph.standards_of(touchpoint)}
    places = {touchpoint.id for touchpoint in touchpoints}
    promises = (
        promise for promise in graph.promises.values() if _is_made_on(promise, places, standards.keys())
    )
    sheet.section("What we promise on the way", "promises", promises_table(sheet, promises))
    sheet.section(
        "What good means", "standards", standards_table(sheet, standards.values(), places=touchpoints)
    )
    sheet.section("What we measure", "kpis", kpis_table(sheet, graph.kpis_of(journey)))
    if edition.is_large:
        itself = about_journey_itself(edition, journey)
        add_findings(sheet, itself)
        name = "touchpoints" if itself else "findings"
        sheet.section("Findings at its touchpoints", name, bullets(_found_at(sheet, journey)), class_="list")
    else:
        add_findings(sheet, findings)
    return sheet.page()


def _found_at(sheet: Sheet, journey: JourneyNode) -> Iterator[Markdown]:
    """Yield how much was found at each touchpoint; of many journeys' pages each would say all of it again."""
    for touchpoint in journey.touchpoints:
        if found := about_touchpoint(sheet.edition, touchpoint):
            yield joined([sheet.touchpoint(touchpoint), tally(found)], " ")


def _is_made_on(promise: Promise, places: AbstractSet[str], standards: AbstractSet[str]) -> bool:
    """Tell whether a promise is made on a journey, or kept by its standards alone."""
    path = standards_on(promise)
    return promise.made_at in places or (bool(path) and path <= standards)


def _facts(sheet: Sheet, journey: JourneyNode) -> Iterator[tuple[str, Markdown]]:
    declared = journey.journey
    values = declared.value_to_customer if isinstance(declared.value_to_customer, dict) else {}
    plain = [segment for segment in declared.segments if segment not in values]
    yield "For", sheet.mentions("segment", plain)
    for segment, value in values.items():
        yield "For", Markdown(f"{sheet.mention('segment', segment)}: {text(value)}")
    yield "Owner", sheet.team(declared.owner)
    outcome = journey.outcome
    yield "The goal is reached at", sheet.step(outcome) if outcome else NOTHING
    yield "Teams along the way", joined(sheet.team(team) for team in journey.owners)
    yield (
        "Shows",
        joined([in_words(declared.state), badge("draft", "draft") if not journey.is_live else NOTHING], " "),
    )
    yield "Is to replace", sheet.mention("journey", declared.replaces)
    yield "To be replaced by", sheet.mentions("journey", sheet.edition.replacing(journey))
    yield "It rests on", in_words(declared.basis)
    yield "Last held against reality", on_day(declared.reviewed)
    yield from facts_around(sheet, journey.subject)


def _steps(sheet: Sheet, journey: JourneyNode) -> str:
    rows = []
    stage = None
    for node in journey.steps:
        step = node.step
        rows.append(
            (
                text(node.stage.label) if node.stage is not stage else NOTHING,
                Markdown(f"{sheet.here(node.subject)}{node.number}"),
                _name(sheet, node),
                _who(sheet, node),
                text(FEELINGS[step.emotion]) if step.emotion is not None else NOTHING,
                sheet.channel(node.touchpoint) if node.touchpoint else NOTHING,
                sheet.team(node.touchpoint.owner) if node.touchpoint else NOTHING,
                text(step.wait.in_words) if step.wait is not None else NOTHING,
                joined(_onward(sheet, node), "<br>"),
            )
        )
        stage = node.stage
    header = (
        "Stage",
        "No.",
        "Step",
        "What the customer does",
        "Feels",
        "Channel",
        "Met by",
        "Then waits",
        "Then",
    )
    return table(header, rows, numbers=("No.",))


def _name(sheet: Sheet, node: StepNode) -> Markdown:
    """Return a step's name, as a link where it happens at a touchpoint, with what makes it matter."""
    name = text(label_of(node))
    if node.step.touchpoint is not None:
        name = sheet.mention("touchpoint", node.step.touchpoint, label_of(node))
    signs = [
        badge("truth", "★ moment of truth") if node.step.moment_of_truth else NOTHING,
        badge("goal", "goal reached") if node is node.journey.outcome else NOTHING,
    ]
    return joined([name, *signs], " ")


def _who(sheet: Sheet, node: StepNode) -> Markdown:
    doing = text(node.step.customer or "")
    actor = sheet.mention("persona", node.step.actor)
    return joined([actor, doing], ": ") if actor else doing


def _onward(sheet: Sheet, node: StepNode) -> Iterator[Markdown]:
    """Yield where a customer goes from a step, where that is not simply the next one."""
    if not node.outgoing and node.step.next is not None:
        yield Markdown("the journey ends here")
    if node.step.parallel and len(node.outgoing) > 1:
        yield Markdown("at the same time:")
    for edge in node.outgoing:
        if not edge.implied:
            yield joined([sheet.step(edge.target), _condition(edge)], " ")


def _condition(edge: Edge) -> Markdown:
    said = joined([text(edge.when or ""), in_percent(edge.share)])
    return Markdown(f"({said})") if said else NOTHING


def _pains(sheet: Sheet, journey: JourneyNode) -> str:
    rows = [
        (
            sheet.step(node),
            text(f"“{node.step.thinking}”" if node.step.thinking else ""),
            joined((text(pain) for pain in node.step.pains), "<br>"),
            joined((text(opportunity) for opportunity in node.step.opportunities), "<br>"),
        )
        for node in journey.steps
        if node.step.thinking or node.step.pains or node.step.opportunities
    ]
    return table(("Step", "The customer thinks", "What makes it hard", "What would help"), rows)


def _fail_points(sheet: Sheet, journey: JourneyNode) -> Iterator[Markdown]:
    for node in journey.steps:
        for point in node.step.fail_points:
            recovery = _recovery(sheet, point.service_recovery)
            way_out = Markdown(f"<br>How we put it right: {recovery}") if recovery else NOTHING
            yield Markdown(f"{sheet.step(node)}: {text(point.text)}{way_out}")


def _recovery(sheet: Sheet, said: str | None) -> Markdown:
    """Return how something is put right: the journey that does so, or the words."""
    kind, _, journey_id = (said or "").partition(":")
    subject = Subject("journey", journey_id)
    if kind == "journey" and subject in sheet.edition.graph:
        return sheet.mention("journey", journey_id)
    return text(said or "")
