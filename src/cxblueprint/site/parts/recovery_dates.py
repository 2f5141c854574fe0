"""What the critical path of a way back to normal says, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures.recovery.dates import Dates
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, joined, table, text
from cxblueprint.site.writing.words import counted, days_between, in_words, listed, on_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from cxblueprint.model import RecoveryAction, RecoveryPlan
    from cxblueprint.site.writing.sheet import Sheet


def reckoned(sheet: Sheet, plan: RecoveryPlan) -> Iterator[Markdown]:
    """Yield when a plan can be done, what that hangs on, and what is left until the dates given.

    Nothing where all is done, it is over, or nobody can tell.
    """
    if plan.closure_confirmed is not None:
        return
    dates = Dates(sheet.edition.graph, plan)
    called = _names(plan)
    for circle in dates.circles:
        names = list(dict.fromkeys(circle))
        waits = "wait for each other" if len(names) > 1 else "waits for itself"
        yield text(f"{listed([f'“{called[name]}”' for name in names])} {waits}, and can never begin.")
    if dates.whole is None:
        return
    yield _finish(dates, on_day(dates.whole.finish))
    if dates.path:
        chain = joined((text(called[name]) for name in dates.path), " → ")
        yield Markdown(f"That date hangs on: {chain}")
    if plan.committed_to is not None:
        yield _left(dates, "the date the customer was given", plan.committed_to)
    if plan.bau_date is not None:
        yield _left(dates, "when all is to be back to normal", plan.bau_date)


def _finish(dates: Dates, finish: Markdown) -> Markdown:
    """Return the earliest honest date, and how sure it is."""
    if dates.stuck:
        return Markdown(f"Without that, **{finish}** would be the earliest honest date.")
    said = f"**{finish}** is the earliest honest date, by which everything can be done"
    if dates.may_be_sooner:
        said += ", or sooner where what is done took less time than planned"
    elif dates.is_open:
        said += "; it may be later, since not every action says how long it takes"
    return Markdown(f"{said}.")


def _left(dates: Dates, label: str, given: dt.date) -> Markdown:
    """Return how far a date lies from the earliest honest one."""
    said = f"{on_day(given)}, {label},"
    days = dates.days_left(given)
    if days is None:
        return NOTHING
    if days < 0 and dates.is_late(given):
        return Markdown(f"{said} comes {counted(-days, 'working day')} too early.")
    if days <= 0:
        return Markdown(f"{said} leaves no time in hand.")
    return Markdown(f"{said} leaves {counted(days, 'working day')} in hand.")


def _names(plan: RecoveryPlan) -> Mapping[str, str]:
    return {action.id: action.text or action.id.replace("-", " ").capitalize() for action in plan.actions}


def actions_table(sheet: Sheet, plan: RecoveryPlan) -> str:
    """Return what is done, by whom, when at the earliest, and how long each may wait."""
    dates = Dates(sheet.edition.graph, plan)
    called = _names(plan)
    numbers = {action.id: str(number) for number, action in enumerate(plan.actions, 1)}
    rows = [
        (
            Markdown(numbers[action.id]),
            joined([text(called[action.id]), badge("goal", "done") if action.done else NOTHING], " "),
            joined([in_words(action.kind), sheet.mentions("cause", action.addresses)], ": "),
            sheet.team(action.owner),
            text(action.lead_time.in_words) if action.lead_time is not None else NOTHING,
            joined(text(numbers.get(name, name)) for name in action.after),
            _span(dates, action),
            _slack(dates, action),
        )
        for action in plan.actions
    ]
    header = ("No.", "What", "Why", "By", "Takes", "After", "At the earliest", "May wait")
    return table(header, rows, numbers=("No.",))


def _span(dates: Dates, action: RecoveryAction) -> Markdown:
    """Return from when to when something is done, where the plan says when it starts."""
    span = dates.span(action.id) if dates.started is not None else None
    if span is None or action.lead_time is None:
        return NOTHING
    return days_between(*span)


def _slack(dates: Dates, action: RecoveryAction) -> Markdown:
    """Return how long an action may wait without anything being done later."""
    days = None if action.done else dates.slack(action.id)
    if days is None:
        return NOTHING
    return text(counted(days, "working day")) if days else Markdown("not at all")
