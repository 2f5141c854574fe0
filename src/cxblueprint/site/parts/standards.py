"""The pages of service standards: what good means, where it holds, what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject, subject_of
from cxblueprint.site.writing.agreed import handoffs_table, only_for, promises_table
from cxblueprint.site.writing.aims import aim, clock_of, standing
from cxblueprint.site.writing.findings import about_thing, add_findings, findings_fact
from cxblueprint.site.writing.gauge import gauge
from cxblueprint.site.writing.markdown import NOTHING, Markdown, block, joined, labelled, table, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import event, goal, in_figures, in_words, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxblueprint.model import Action, EscalationPolicy, Obligation, ServiceStandard, Touchpoint
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition

_LANES = {
    "frontstage": "What the customer sees us do",
    "backstage": "Out of the customer's sight",
    "support": "What supports us",
}

_CALLED_FOR = {"functional": "know more", "hierarchical": "may decide more"}


def standard_index(edition: Edition) -> Page:
    """Return the page that lists every service standard."""
    sheet = Sheet(edition, edition.index_of("service-standard"), "Service standards", is_wide=True)
    sheet.description = f"What good means in {edition.title}"
    sheet.crumbs((edition.title, edition.home))
    sheet.name()
    sheet.add(
        "What good means, measurably. A standard between two teams says what one is to do for the other.",
        "intro",
    )
    rows = []
    for standard in edition.graph.standards.values():
        subject = subject_of(standard)
        rows.append(
            (
                sheet.mention("service-standard", standard.id),
                in_words(standard.kind),
                goal(standard.target),
                standing(standard, "<br>"),
                sheet.mentions("touchpoint", edition.named_by(subject, "touchpoint", "standards")),
                sheet.team(standard.owner),
                _between(sheet, standard),
                sheet.mentions("promise", edition.named_by(subject, "promise", "path")),
                tally(about_thing(edition, subject)),
            )
        )
    header = (
        "Standard",
        "About",
        "What good means",
        "Today",
        "Where",
        "Answered for by",
        "Between",
        "Promises that rest on it",
        "Findings",
    )
    sheet.add(table(header, rows))
    return sheet.page()


def _between(sheet: Sheet, standard: ServiceStandard) -> Markdown:
    """Return from which team to which something is delivered."""
    return joined([sheet.team(standard.provider), sheet.team(standard.consumer)], " → ")


def standard_page(edition: Edition, standard: ServiceStandard) -> Page:
    """Return the page of a service standard."""
    subject = subject_of(standard)
    sheet = Sheet(edition, edition.path_of(standard), edition.label(subject), is_listed=False)
    sheet.description = f"What good means in {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("Service standards", edition.index_of("service-standard")))
    sheet.name()
    findings = about_thing(edition, subject)
    sheet.add(joined([aim(standard), clock_of(sheet, standard)], " "), "lead")
    sheet.add(gauge(standard.target, standard.baseline, others=standard.benchmark))
    sheet.facts(*_facts(sheet, standard), findings_fact(findings))
    sheet.remarks(standard)
    places = edition.named_by(subject, "touchpoint", "standards")
    sheet.section("Where it holds", "where", _places(sheet, places))
    promises = (edition.graph.promises[promise] for promise in edition.named_by(subject, "promise", "path"))
    sheet.section("Promises that rest on it", "promises", promises_table(sheet, promises))
    sheet.section("Where it is what teams have agreed", "agreed", *_agreed(sheet, subject))
    sheet.section("When it is about to be missed", "escalation", _way_up(sheet, standard))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, standard: ServiceStandard) -> Iterator[tuple[str, Markdown]]:
    edition, subject = sheet.edition, subject_of(standard)
    yield "About", in_words(standard.kind)
    yield "Answered for by", sheet.team(standard.owner)
    yield "Delivered by", sheet.team(standard.provider)
    yield "Delivered to", sheet.team(standard.consumer)
    yield "What is counted", text(standard.counts or "")
    yield "Today", standing(standard)
    yield "Others attain", in_figures(standard.benchmark)
    yield "Only for", only_for(sheet, standard)
    yield "Differs for", sheet.mentions("account", edition.named_by(subject, "account", "exceptions"))
    yield "Cannot be chosen freely", _obligation(standard.obligation)
    yield "Threatened by", sheet.mentions("risk", edition.named_by(subject, "risk", "threatens"))


def _obligation(obligation: Obligation | None) -> Markdown:
    if obligation is None:
        return NOTHING
    why = {"legal": "the law", "contract": "a contract", "safety": "safety"}[obligation.kind]
    return joined([Markdown(f"{why} demands it"), text(obligation.source or "")], ": ")


def _places(sheet: Sheet, touchpoints: Iterable[str]) -> str:
    """Return the touchpoints at which a standard holds, and the journeys that come by."""
    graph = sheet.edition.graph
    rows = []
    for touchpoint in (graph.touchpoints[name] for name in touchpoints):
        journeys = dict.fromkeys(step.journey.id for step in graph.steps_at(touchpoint))
        rows.append(
            (
                sheet.touchpoint(touchpoint),
                sheet.channel(touchpoint),
                sheet.team(touchpoint.owner),
                sheet.mentions("journey", journeys),
            )
        )
    return table(("Touchpoint", "Channel", "Owner", "Journeys"), rows)


# What it is agreed for


def _agreed(sheet: Sheet, subject: Subject) -> tuple[str, str]:
    edition = sheet.edition
    handoffs = edition.named_by(subject, "handoff", "agreement")
    passed = handoffs_table(sheet, (edition.graph.handoffs[handoff] for handoff in handoffs))
    rows = [_action(sheet, *found) for found in _actions(sheet.edition, subject)]
    return passed, table(("Where", "What is done", "By", "With", "For"), rows)


def _actions(edition: Edition, subject: Subject) -> Iterator[tuple[Touchpoint, str, Action]]:
    """Yield what is done under an agreement: where, in which lane, and what."""
    for use in edition.uses_of(subject):
        lane, order = str(use.path[0]), use.path[1] if len(use.path) > 1 else 0
        if use.by.kind == "touchpoint" and lane in _LANES and isinstance(order, int):
            touchpoint = edition.graph.touchpoints[use.by.id]
            yield touchpoint, lane, getattr(touchpoint, lane)[order]


def _action(sheet: Sheet, touchpoint: Touchpoint, lane: str, action: Action) -> tuple[Markdown, ...]:
    return (
        joined([sheet.touchpoint(touchpoint), Markdown(_LANES[lane])], ": "),
        text(action.text) if action.text else sheet.mention("system", action.system),
        sheet.team(action.team),
        sheet.mention("system", action.system) if action.text else NOTHING,
        sheet.team(touchpoint.owner),
    )


# The way up


def _way_up(sheet: Sheet, standard: ServiceStandard) -> str:
    edition = sheet.edition
    protecting = edition.named_by(subject_of(standard), "escalation-policy", "protects")
    named = (standard.escalation,) if standard.escalation else ()
    return "\n\n".join(_policy(sheet, name) for name in dict.fromkeys((*named, *protecting)))


def _policy(sheet: Sheet, name: str) -> str:
    """Return a way up: by what it goes, and who is called in when."""
    policy = sheet.edition.graph.escalation_policies.get(name)
    facts = [("The way up", sheet.mention("escalation-policy", name)), *(_rules(policy) if policy else ())]
    told = block(bullets(labelled(label, value) for label, value in facts if value), "facts")
    return "\n\n".join(filter(None, (told, _rungs(sheet, policy) if policy else "")))


def _rules(policy: EscalationPolicy) -> Iterator[tuple[str, Markdown]]:
    told_after = policy.customer_told_after
    yield "Times count from", event(policy.clock_start or "")
    yield "The customer is told after", text(told_after.in_words) if told_after else NOTHING
    yield "Who may raise the alarm", text(policy.who_may_flag or "")


def _rungs(sheet: Sheet, policy: EscalationPolicy) -> str:
    rows: list[Sequence[Markdown]] = [
        (
            sheet.mention("role", rung.role),
            text(rung.after.in_words) if rung.after else NOTHING,
            Markdown(_CALLED_FOR[rung.kind]) if rung.kind else NOTHING,
        )
        for rung in policy.levels
    ]
    return table(("Who is called in", "After", "Because they"), rows)
