"""The page of a touchpoint: what it is, who answers for it, where it is used, what holds there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cxblueprint.graph import handoffs_on
from cxblueprint.model import subject_of

from .agreed import agreement, handoffs_table, kpis_table, promises_table, standards_table
from .findings import about_touchpoint, add_findings, findings_fact
from .markdown import NOTHING, Markdown, joined, table, text
from .sheet import Sheet, bullets
from .words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.model import Action, Handoff, Touchpoint

    from .edition import Edition
    from .pages import Page


def touchpoint_page(edition: Edition, touchpoint: Touchpoint, path: str) -> Page:
    """Return the page of a touchpoint."""
    graph = edition.graph
    sheet = Sheet(edition, path, edition.label(subject_of(touchpoint)), is_listed=False)
    sheet.description = f"A touchpoint of {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("Touchpoints", edition.index_of("touchpoint")))
    sheet.name()
    findings = about_touchpoint(edition, touchpoint)
    sheet.facts(*_facts(sheet, touchpoint), findings_fact(findings))
    sheet.remarks(touchpoint)
    sheet.section("Journeys that use it", "journeys", bullets(_journeys(sheet, touchpoint)))
    sheet.section("What happens here", "actions", _actions(sheet, touchpoint))
    evidence = (text(item) for item in touchpoint.physical_evidence)
    sheet.section("What the customer can see, hold or keep", "evidence", bullets(evidence))
    needs = (text(need) for need in touchpoint.needs)
    sheet.section("What we need to know to serve the customer", "needs", bullets(needs))
    sheet.section("What good means", "standards", standards_table(sheet, graph.standards_of(touchpoint)))
    sheet.section("What we measure", "measures", kpis_table(sheet, graph.kpis_of(touchpoint)))
    promised = graph.promises_of(touchpoint)
    promises = (promise for promise in graph.promises.values() if promise.id in promised)
    sheet.section("Promises made here, or resting on it", "promises", promises_table(sheet, promises))
    sheet.section("Hand-offs", "handoffs", handoffs_table(sheet, _handoffs(edition, touchpoint)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, touchpoint: Touchpoint) -> Iterator[tuple[str, Markdown]]:
    yield "Owner", sheet.team(touchpoint.owner)
    yield "Channel", sheet.channel(touchpoint)
    yield "The customer is served by", in_words(touchpoint.automation)
    yield "The way to a person", sheet.mention("touchpoint", touchpoint.way_to_human)
    yield "For", sheet.mentions("segment", touchpoint.segments)
    yield "Customers a month", text(f"{touchpoint.volume:,}") if touchpoint.volume is not None else NOTHING
    yield "The customer's request", Markdown("opens here") if touchpoint.opens_request else NOTHING
    yield "Done by", sheet.mentions("team", touchpoint.responsible)
    yield "Asked before it changes", sheet.mentions("team", touchpoint.consulted)
    yield "Told when it changes", sheet.mentions("team", touchpoint.informed)


def _journeys(sheet: Sheet, touchpoint: Touchpoint) -> Iterator[Markdown]:
    steps = sheet.edition.graph.steps_at(touchpoint)
    for journey, found in groupby(steps, key=lambda step: step.journey.id):
        places = joined(sheet.step(step) for step in found)
        yield Markdown(f"{sheet.mention('journey', journey)}: step {places}")


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
