"""The small cards of a plan: what happened, and how one knows that it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cxblueprint.model import RecoveryPlan, Subject, subject_of
from cxblueprint.pictures.amounts import figure_in, target_in_signs
from cxblueprint.pictures.plans import cases_of
from cxblueprint.pictures.recovery.facts import Facts, name_of
from cxblueprint.pictures.recovery.scene import FactCard, Mark
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.times import cadence_in, date_in

if TYPE_CHECKING:
    from cxblueprint.model import KPI, Escalation
    from cxblueprint.pictures.words import Words

MOST_CASES = 3
"""Cases of which the picture tells what they did; the table has all."""


def happened_of(facts: Facts, plan: RecoveryPlan) -> tuple[FactCard, ...]:
    """Return what the cases behind a plan did to customers."""
    return tuple(_case(facts, case) for case in cases_of(facts.graph, plan))


def _case(facts: Facts, case: Escalation) -> FactCard:
    words, subject = facts.words, subject_of(case)
    raised = {"us": words("Raised by us"), "customer": words("Raised by the customer")}
    lines = [
        clean(case.impact or "") or words("What it did to the customer is not stated"),
        words("For the customer's own customers: {impact}", impact=case.impact_on_their_customers)
        if case.impact_on_their_customers
        else "",
        raised[case.raised_by] if case.raised_by else "",
    ]
    return _card(
        facts,
        words("What happened: {name}", name=name_of(case)),
        [line for line in lines if line],
        subject,
        is_ghost=case.impact is None,
    )


def _card(
    facts: Facts,
    title: str,
    lines: Sequence[str],
    subject: Subject,
    *fields: str,
    large: str = "",
    icon: str | None = None,
    is_ghost: bool = False,
) -> FactCard:
    notes = facts.notes_on(subject, *fields)
    label = facts.spoken([title, large, *lines], notes)
    return FactCard(
        title,
        tuple(lines),
        label,
        large,
        icon,
        is_ghost=is_ghost,
        notes=notes,
        href=facts.href(subject),
    )


def cards_of(facts: Facts, plan: RecoveryPlan, undated: Sequence[Mark]) -> tuple[FactCard, ...]:
    """Return how one knows that it is over; and dates that have no place on an axis which counts from 0."""
    return tuple(_cards(facts, plan, undated))


def _cards(facts: Facts, plan: RecoveryPlan, undated: Sequence[Mark]) -> Iterator[FactCard]:
    words, subject = facts.words, subject_of(plan)
    missing = words("not stated")
    if undated:
        yield _card(
            facts,
            words("Dates"),
            [mark.text for mark in sorted(undated, key=lambda mark: mark.day)],
            subject,
            "started",
            "committed_to",
            "bau_date",
            icon="calendar",
        )
    yield from _headlines(facts, plan)
    rhythm = cadence_in(words, plan.review_cadence) if plan.review_cadence else ""
    yield _card(
        facts,
        words("Gone through with the customer"),
        [rhythm or missing],
        subject,
        "review_cadence",
        icon="again",
        is_ghost=not rhythm,
    )
    asked = _asked(words, plan)
    yield _card(
        facts,
        words("The customer is asked about"),
        [words(", ").join(asked) or missing],
        subject,
        "feedback_asked",
        icon="chat",
        is_ghost=not asked,
    )
    trust = clean(plan.trust_regained or "")
    yield _card(
        facts,
        words("Trust is back when"),
        [trust or missing],
        subject,
        "trust_regained",
        icon="goal",
        is_ghost=not trust,
    )
    closed = _closed(words, plan)
    yield _card(
        facts,
        words("Confirmed by the customer"),
        [closed or missing],
        subject,
        "closure_confirmed",
        icon="tick" if closed else None,
        is_ghost=not closed,
    )


def _headlines(facts: Facts, plan: RecoveryPlan) -> Iterator[FactCard]:
    words, subject = facts.words, subject_of(plan)
    title = words("Headline measure")
    if not plan.headline:
        yield _card(facts, title, [words("not stated")], subject, "headline", icon="target", is_ghost=True)
    for place, name in enumerate(dict.fromkeys(plan.headline)):
        kpi = facts.graph.kpis.get(name)
        # A finding about how many there are stands at the first.
        about_plan = facts.notes_on(subject, "headline") if place == 0 else ()
        notes = (*facts.notes_on(Subject("kpi", name)), *about_plan)
        if kpi is None:
            lines, large, owner = [words("{id} (not declared)", id=name)], "", None
        else:
            lines, large = _reading(words, kpi)
            owner = facts.team(kpi.owner)
        spoken = [title, *lines, large, words("Team: {team}", team=owner.name) if owner else ""]
        yield FactCard(
            title,
            tuple(lines),
            facts.spoken(spoken, notes),
            large,
            "target",
            owner,
            kpi is None,
            notes,
            facts.href(Subject("kpi", name), subject),
        )


def _reading(words: Words, kpi: KPI) -> tuple[list[str], str]:
    """Return a measure's name and due date, and its way from the baseline to the target."""
    target = target_in_signs(kpi.target, words) if kpi.target else words("no target")
    baseline = figure_in(words, kpi.baseline) if kpi.baseline is not None else words("no baseline")
    unit = f" {clean(kpi.unit)}" if kpi.unit else ""
    due = words("by {date}", date=date_in(words, kpi.due)) if kpi.due else ""
    way = words("{before} \u2192 {after}", before=baseline, after=target)
    return [text for text in (name_of(kpi), due) if text], f"{way}{unit}"


def _asked(words: Words, plan: RecoveryPlan) -> list[str]:
    told = {
        "root-cause": words("the root cause"),
        "plan": words("the plan"),
        "progress": words("the progress"),
        "support": words("the support"),
    }
    return [told[one] for one in dict.fromkeys(plan.feedback_asked)]


def _closed(words: Words, plan: RecoveryPlan) -> str:
    closure = plan.closure_confirmed
    if closure is None:
        return ""
    if closure.on is None:
        return clean(closure.by)
    return words("{who}, {date}", who=clean(closure.by), date=date_in(words, closure.on))
