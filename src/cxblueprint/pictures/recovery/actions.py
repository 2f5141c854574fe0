"""The actions of a plan: what is done by whom, and when at the earliest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cxblueprint.model import RecoveryPlan, subject_of
from cxblueprint.pictures.amounts import duration_in_words
from cxblueprint.pictures.recovery.dates import DAY_0, Dates
from cxblueprint.pictures.recovery.facts import Facts, name_of
from cxblueprint.pictures.recovery.scene import ActionRow
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.times import day_in
from cxblueprint.reckon import is_working_day

if TYPE_CHECKING:
    from cxblueprint.model import RecoveryAction
    from cxblueprint.pictures.words import Words


def actions_of(facts: Facts, plan: RecoveryPlan, dates: Dates) -> tuple[ActionRow, ...]:
    """Return the rows of a plan's actions, in their order, which numbers them."""
    numbers = numbers_of(plan)
    return tuple(_action(facts, plan, place, numbers, dates) for place in range(len(plan.actions)))


def numbers_of(plan: RecoveryPlan) -> dict[str, int]:
    """Return the number of each action by its id."""
    return {action.id: number for number, action in enumerate(plan.actions, 1)}


def called(plan: RecoveryPlan, name: str, numbers: Mapping[str, int]) -> str:
    """Return an action's number and what is done, by its id."""
    action = plan.actions[numbers[name] - 1]
    return f"{numbers[name]} {clean(action.text or '') or name}"


def _action(
    facts: Facts, plan: RecoveryPlan, place: int, numbers: Mapping[str, int], dates: Dates
) -> ActionRow:
    words, action = facts.words, plan.actions[place]
    notes = facts.notes_on(subject_of(plan), f"actions[{place}]")
    waits_for = dates.stuck.get(action.id)
    waiting = ""
    if waits_for is not None:
        waiting = words("can never begin: waits for {action}", action=called(plan, waits_for, numbers))
    before = dates.hangs_on(action.id)
    row = ActionRow(
        place + 1,
        clean(action.text or "") or action.id,
        action.kind,
        _kind(words, action),
        duration_in_words(action.lead_time, words) if action.lead_time else words("not stated"),
        _when(words, action, dates),
        words("done") if action.done else _slack(words, dates.slack(action.id)),
        label="",
        span=dates.span(action.id),
        latest=dates.latest(action.id),
        waits_for=tuple(dict.fromkeys(numbers[name] for name in action.after if name in numbers)),
        after=tuple(numbers[name] for name in dates.after(action.id)),
        hangs_on=None if before is None else numbers[before],
        addresses=_addressed(facts, action),
        waiting=waiting,
        owner=facts.team(action.owner),
        has_length=action.lead_time is not None and bool(action.lead_time.amount),
        is_critical=action.id in dates.path,
        is_done=action.done,
        notes=notes,
        href=facts.href(subject_of(plan)),
    )
    return replace(row, label=facts.spoken(_spoken(words, row, len(plan.actions)), notes))


def _spoken(words: Words, row: ActionRow, total: int) -> list[str]:
    """Return what is to be said of an action to those who do not see it."""
    return [
        words("Action {n} of {total}: {text}", n=row.number, total=total, text=row.text),
        words("Done") if row.is_done else "",
        row.kind_text[:1].upper() + row.kind_text[1:],
        words("Team: {team}", team=row.owner.name) if row.owner else "",
        words("At the earliest: {when}", when=row.dates) if row.dates else "",
        *more_of(words, row),
        row.waiting[:1].upper() + row.waiting[1:],
    ]


def more_of(words: Words, row: ActionRow) -> list[str]:
    """Return what else is known of an action: its times, what it waits for, and what it removes."""
    before = words(", ").join(map(str, row.waits_for))
    return [
        text
        for text in (
            words("Takes: {time}", time=row.takes),
            words("After: {numbers}", numbers=before) if before else "",
            words("Addresses: {causes}", causes=row.addresses) if row.addresses else "",
            words("Slack: {slack}", slack=row.slack) if row.slack and not row.is_done else "",
            words("On the critical path") if row.is_critical else "",
        )
        if text
    ]


def _kind(words: Words, action: RecoveryAction) -> str:
    told = {"containment": words("containment"), "corrective": words("corrective")}
    return told[action.kind] if action.kind else words("kind not stated")


def _slack(words: Words, slack: int | None) -> str:
    if slack is None:
        return ""
    return words.count(slack, "business day") if slack else words("none")


def _addressed(facts: Facts, action: RecoveryAction) -> str:
    causes = [(name, facts.graph.causes.get(name)) for name in action.addresses]
    return facts.words(", ").join(
        name_of(cause) if cause else facts.words("{id} (not declared)", id=name) for name, cause in causes
    )


def _when(words: Words, action: RecoveryAction, dates: Dates) -> str:
    """Return from when to when, as days of the calendar or counted from 0."""
    span = dates.span(action.id)
    if span is None:
        unknown = action.lead_time is not None and action.id not in dates.stuck
        return words("cannot be told") if unknown else ""
    if dates.started is None:
        first, last = _counted(dates, span[0]), _counted(dates, span[1] + dt.timedelta(days=1))
        begin, end = words("day {n}", n=first), words("day {n}", n=last)
    else:
        begin, end = day_in(words, span[0]), day_in(words, span[1])
    if action.lead_time is None:
        return words("from {day} on", day=begin)
    return begin if begin == end else words("{first} to {last}", first=begin, last=end)


def _counted(dates: Dates, day: dt.date) -> int:
    """Return how many working days lie between day 0 and another."""
    weeks, rest = divmod((day - DAY_0).days, 7)
    week = [is_working_day(dates.working, DAY_0 + dt.timedelta(days=n)) for n in range(7)]
    return weeks * week.count(True) + week[:rest].count(True)
