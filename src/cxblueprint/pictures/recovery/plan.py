"""From a recovery plan in the graph to what the picture shows of it: causes, actions, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cxblueprint.model import RecoveryPlan, Subject, subject_of
from cxblueprint.pictures.recovery.actions import actions_of, called, numbers_of
from cxblueprint.pictures.recovery.cards import cards_of, happened_of
from cxblueprint.pictures.recovery.dates import Dates
from cxblueprint.pictures.recovery.facts import Facts, name_of
from cxblueprint.pictures.recovery.scene import CauseBar, Mark, MarkKind, Plan
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.times import date_in
from cxblueprint.reckon import main_cause

if TYPE_CHECKING:
    from cxblueprint.model import CauseShare
    from cxblueprint.pictures.words import Words


def plan_of(facts: Facts, plan: RecoveryPlan) -> Plan:
    """Return what the picture shows of a plan."""
    dates = Dates(facts.graph, plan)
    marks = tuple(_marks(facts, plan, dates))
    is_relative = dates.started is None
    numbers = numbers_of(plan)
    main = main_cause(plan)
    return Plan(
        tuple(
            _cause(facts, plan, place, numbers, is_main=share.cause == main)
            for place, share in enumerate(plan.causes)
        ),
        actions_of(facts, plan, dates),
        () if is_relative else marks,
        cards_of(facts, plan, marks if is_relative else ()),
        happened_of(facts, plan),
        dates.days([mark.day for mark in marks]),
        tuple(_circle(facts.words, plan, way, numbers) for way in dates.circles),
    )


# Causes


def _cause(
    facts: Facts, plan: RecoveryPlan, place: int, numbers: Mapping[str, int], *, is_main: bool
) -> CauseBar:
    words, share = facts.words, plan.causes[place]
    cause = facts.graph.causes.get(share.cause)
    name = name_of(cause) if cause else words("{id} (not declared)", id=share.cause)
    subject = Subject("cause", share.cause)
    notes = (*facts.notes_on(subject), *facts.notes_on(subject_of(plan), f"causes[{place}]"))
    addressed = [str(numbers[action.id]) for action in plan.actions if share.cause in action.addresses]
    details = [
        words("main cause") if is_main else "",
        _doing(words, cause.attributed_to if cause else None),
        words("addressed by {numbers}", numbers=words(", ").join(addressed)) if addressed else "",
    ]
    share_text = _share(words, share)
    spoken = [words("Cause: {name}", name=name), share_text, *details]
    return CauseBar(
        name,
        share.share,
        share_text,
        " \u00b7 ".join(filter(None, details)),
        facts.spoken((part[:1].upper() + part[1:] for part in spoken), notes),
        is_main,
        notes,
        facts.href(subject),
    )


def _share(words: Words, share: CauseShare) -> str:
    if share.share is None:
        return words("share not stated")
    return words("{share} of the harm", share=words.share(f"{round(share.share * 100, 1):g}"))


def _doing(words: Words, attributed_to: str | None) -> str:
    told = {
        "us": words("our own doing"),
        "customer": words("the customer's doing"),
        "partner": words("a partner's doing"),
        "outside": words("from outside"),
    }
    return told[attributed_to] if attributed_to else ""


# Circles


def _circle(words: Words, plan: RecoveryPlan, way: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    """Return a circle in words: an action, what it waits for, and so on until it comes round."""
    names = [called(plan, name, numbers) for name in way]
    if len(names) == 2:
        return words("{action} waits for itself", action=names[0])
    return words(
        "{action} waits for {others}", action=names[0], others=words(", which waits for ").join(names[1:])
    )


# Dates


def _marks(facts: Facts, plan: RecoveryPlan, dates: Dates) -> Iterator[Mark]:
    """Yield the dates of a plan, in the order of the story."""
    words, subject = facts.words, subject_of(plan)

    def mark(kind: MarkKind, day: dt.date, text: str, *fields: str, is_late: bool = False) -> Mark:
        notes = facts.notes_on(subject, *fields) if fields else ()
        return Mark(kind, day, text, facts.spoken([text], notes), is_late, notes)

    if plan.started:
        yield mark(
            "started", plan.started, words("Started {date}", date=date_in(words, plan.started)), "started"
        )
    if plan.reviewed_on:
        text = words("Plan reviewed {date}", date=date_in(words, plan.reviewed_on))
        yield mark("reviewed", plan.reviewed_on, text, "reviewed_on")
    if plan.committed_on:
        text = words("Date given to the customer on {date}", date=date_in(words, plan.committed_on))
        yield mark("committed-on", plan.committed_on, text, "committed_on")
    for place, milestone in enumerate(plan.milestones):
        text = words(
            "{date}: {name}", date=date_in(words, milestone.date), name=clean(milestone.name) or "\u2013"
        )
        yield mark("milestone", milestone.date, text, f"milestones[{place}]")
    if plan.bau_date:
        text = words("Business as usual {date}", date=date_in(words, plan.bau_date))
        yield mark("bau", plan.bau_date, text, "bau_date")
    if plan.committed_to:
        text = words("Date the customer was given {date}", date=date_in(words, plan.committed_to))
        yield mark("committed-to", plan.committed_to, text, "committed_to")
    if dates.whole is not None:
        end = dates.whole.finish
        is_late = plan.committed_to is not None and dates.is_late(plan.committed_to)
        yield mark("end", end, _end(words, plan, dates, end), is_late=is_late)


def _end(words: Words, plan: RecoveryPlan, dates: Dates, end: dt.date) -> str:
    """Return when everything is finished at the earliest, and how far that is from the date given."""
    date = date_in(words, end)
    if dates.is_open:
        text = words("Ends not before {date}", date=date)
    elif dates.may_be_sooner:
        text = words("Planned to end {date}", date=date)
    else:
        text = words("Earliest end {date}", date=date)
    left = dates.days_left(plan.committed_to) if plan.committed_to else None
    if left is None or plan.committed_to is None:
        return text
    if plan.committed_to < end:
        margin = words("{days} after the date given", days=words.count(-left, "business day"))
    elif left:
        margin = words("{days} before the date given", days=words.count(left, "business day"))
    else:
        margin = words("no business day to spare")
    return words(", ").join((text, margin))
