"""What a recovery plan states, and when it can be done."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from cxblueprint.reckon import Task, schedule, working_days

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.graph import Graph
    from cxblueprint.model import RecoveryPlan
    from cxblueprint.reckon import Schedule


def tasks_of(plan: RecoveryPlan) -> tuple[Task, ...]:
    """Return the actions of a plan as tasks; what is done takes no more time."""
    return tuple(
        Task(action.id, None if action.done else action.lead_time, action.after) for action in plan.actions
    )


def schedule_of(graph: Graph, plan: RecoveryPlan) -> Schedule | None:
    """Return when the actions of a plan are finished at the earliest; None where no start is stated.

    Lead times that are not stated take no time, so that the dates are never later than honest.
    """
    started = plan.started or plan.committed_on
    if started is None or not any(task.lead for task in tasks_of(plan)):
        return None
    days = working_days(graph.calendars.get(graph.blueprint.clock or ""))
    found = schedule(tasks_of(plan), started, days)
    try:
        _ = found.finish  # reckoned here and kept
    except OverflowError:
        return None
    return found


def slack_of(found: Schedule, given: dt.date) -> int | None:
    """Return the working days between the last action and a date; None where they lie generations apart."""
    try:
        return found.days_left(given)
    except OverflowError:
        return None


def main_cause(plan: RecoveryPlan) -> str | None:
    """Return the id of the cause with the largest share of the harm; None where nobody can tell which it is.

    The only cause is the main one. Where shares are missing, one that outweighs all that is left is.
    """
    shares = {one.cause: None if one.share is None else Fraction(str(one.share)) for one in plan.causes}
    stated = [share for share in shares.values() if share is not None]
    if len(shares) == 1:
        return next(iter(shares))
    if not stated:
        return None
    largest = max(stated)
    left = max(1 - sum(stated), Fraction(0)) if len(stated) < len(shares) else Fraction(0)
    if stated.count(largest) > 1 or left >= largest:
        return None
    return next(cause for cause, share in shares.items() if share == largest)
