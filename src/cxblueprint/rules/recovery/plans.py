"""How much time is left in recovery plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from cxblueprint.reckon import Schedule


def slack_of(found: Schedule, given: dt.date) -> int | None:
    """Return the working days between the last action and a date; None where they lie generations apart."""
    try:
        return found.days_left(given)
    except OverflowError:
        return None
