"""The pages of touchpoints: what each is, who answers for it, where it is used, what holds there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.graph import handoffs_on
from cxblueprint.model import subject_of
from cxblueprint.site.writing.agreed import (
    agreement,
    handoffs_table,
    kpis_table,
    promises_table,
    standards_table,
)
from cxblueprint.site.writing.around import facts_around
from cxblueprint.site.writing.findings import about_touchpoint, add_findings, findings_fact
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, link, table, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import counted, goal, in_words, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxblueprint.model import Action, Handoff, Promise, Touchpoint
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


MOST_JOURNEYS = 8
"""At the top of a page: more of them are a list of their own."""


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
                sheet.mentions(
                    "service-standard", (one.id for one in edition.graph.standards_of(touchpoint))
                ),
                tally(about_touchpoint(edition, touchpoint)),
            )
        )
    header = ("Touchpoint", "Channel", "Owner", "Journeys", "Standards", "Findings")
    sheet.add(table(header, rows, sortable=True, choices=("Channel", "Owner")))
    return sheet.page()


def touchpoint_page(edition: Edition, touchpoint: Touchpoint, path: str) -> Page:
    """Return the page of a touchpoint."""
    graph = edition.graph
    sheet = Sheet(edition, path, edition.label(subject_of(touchpoint)), is_listed=False)
    sheet.description = f"A touchpoint of {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("Touchpoints", edition.index_of("touchpoint")))
    sheet.name()
    findings = about_touchpoint(edition, touchpoint)
    promised = graph.promises_of(touchpoint)
    promises = [promise for promise in graph.promises.values() if promise.id in promised]
    journeys = list(_journeys(sheet, touchpoint))
    sheet.answers(
        ("Owner", sheet.team(touchpoint.owner)),
        ("Part of", _first_of(journeys)),
        ("What good means", joined(_standards(sheet, touchpoint), "<br>")),
        ("What we promise", joined((_promise(sheet, promise) for promise in promises), "<br>")),
        findings_fact(findings),
    )
    sheet.facts(*_facts(sheet, touchpoint))
    sheet.remarks(touchpoint)
    if len(journeys) > MOST_JOURNEYS:
        sheet.section("Journeys that use it", "journeys", bullets(journeys))
    sheet.section("What happens here", "actions", _actions(sheet, touchpoint))
    evidence = (text(item) for item in touchpoint.physical_evidence)
    sheet.section("What the customer can see, hold or keep", "evidence", bullets(evidence))
    needs = (text(need) for need in touchpoint.needs)
    sheet.section("What we need to know to serve the customer", "needs", bullets(needs))
    sheet.section("What good means", "standards", standards_table(sheet, graph.standards_of(touchpoint)))
    sheet.section("What we measure", "measures", kpis_table(sheet, graph.kpis_of(touchpoint)))
    sheet.section("Promises made here, or resting on it", "promises", promises_table(sheet, promises))
    sheet.section("Hand-offs", "handoffs", handoffs_table(sheet, _handoffs(edition, touchpoint)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, touchpoint: Touchpoint) -> Iterator[tuple[str, Markdown]]:
    yield "Channel", sheet.channel(touchpoint)
    yield "The customer is served by", in_words(touchpoint.automation)
    yield "The way to a person", sheet.mention("touchpoint", touchpoint.way_to_human)
    yield "For", sheet.mentions("segment", touchpoint.segments)
    yield "Customers a month", text(f"{touchpoint.volume:,}") if touchpoint.volume is not None else NOTHING
    yield "The customer's request", Markdown("opens here") if touchpoint.opens_request else NOTHING
    yield "Done by", sheet.mentions("team", touchpoint.responsible)
    yield "Asked before it changes", sheet.mentions("team", touchpoint.consulted)
    yield "Told when it changes", sheet.mentions("team", touchpoint.informed)
    yield from facts_around(sheet, subject_of(touchpoint))


def _journeys(sheet: Sheet, touchpoint: Touchpoint) -> Iterator[Markdown]:
    """Yield the journeys of which it is a part, each with the very steps."""
    steps = sheet.edition.graph.steps_at(touchpoint)
    for journey, found in groupby(steps, key=lambda step: step.journey.id):
        places = joined(sheet.step(step) for step in found)
        yield Markdown(f"{sheet.mention('journey', journey)}: step {places}")


def _first_of(journeys: Sequence[Markdown]) -> Markdown:
    """Return as many journeys as fit at the top of a page, and the way to all of them."""
    more = len(journeys) - MOST_JOURNEYS
    rest = link(Markdown(f"and {counted(more, 'more journey')}"), "#journeys") if more > 0 else NOTHING
    return joined([*journeys[:MOST_JOURNEYS], rest], "<br>")


def _standards(sheet: Sheet, touchpoint: Touchpoint) -> Iterator[Markdown]:
    for standard in sheet.edition.graph.standards_of(touchpoint):
        target = goal(standard.target)
        name = sheet.mention_or("service-standard", standard.id, "#standards")
        yield joined([name, target], ": ")


def _promise(sheet: Sheet, promise: Promise) -> Markdown:
    said = f"“{promise.statement}”" if promise.statement else None
    return sheet.mention_or("promise", promise.id, "#promises", said)


def _actions(sheet: Sheet, touchpoint: Touchpoint) -> str:
    lanes: tuple[tuple[str, Iterable[Action]], ...] = (
        ("What the customer sees us do", touchpoint.frontstage),
        ("Out of the customer's sight", touchpoint.backstage),
        ("What supports us", touchpoint.support),
    )
    rows = []
    for lane, actions in lanes:
        for order, action in enumerate(actions):
            rows.append(
                (
                    Markdown(lane) if order == 0 else NOTHING,
                    text(action.text) if action.text else sheet.mention("system", action.system),
                    sheet.team(action.team),
                    sheet.mention("system", action.system) if action.text else NOTHING,
                    agreement(sheet, action.agreement),
                )
            )
    return table(("Where", "What is done", "By", "With", "What is agreed"), rows)


def _handoffs(edition: Edition, touchpoint: Touchpoint) -> Iterable[Handoff]:
    """Return the hand-offs on the ways into a touchpoint and out of it, each once."""
    graph = edition.graph
    edges = (edge for step in graph.steps_at(touchpoint) for edge in (*step.incoming, *step.outgoing))
    found = {handoff.id: handoff for edge in edges for handoff in handoffs_on(graph, edge)}
    found |= {h.id: h for h in graph.handoffs.values() if h.between and touchpoint.id in h.between}
    return found.values()
