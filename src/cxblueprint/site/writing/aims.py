"""What is to be reached, in plain sentences: target, events, clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import KPI, Duration, ServiceStandard

from .markdown import NOTHING, Markdown, joined, text
from .words import at_hours, event, goal, in_figures, on_day

if TYPE_CHECKING:
    from cxblueprint.model import Promise

    from .sheet import Sheet

_PERIODS = frozenset({"day", "week", "month", "quarter", "year"})


def aim(thing: ServiceStandard | Promise) -> Markdown:
    """Return what is to be reached, from when to when, as a sentence; nothing where nothing is stated."""
    window = thing.window if isinstance(thing, ServiceStandard) else None
    between = joined(
        [
            Markdown(f"from {event(thing.starts)}") if thing.starts else NOTHING,
            Markdown(f"to {event(thing.ends)}") if thing.ends else NOTHING,
        ],
        " ",
    )
    reached = joined([goal(thing.target), between])
    return _sentence(joined([reached, _over(window)]) if reached else NOTHING)


def _over(window: str | None) -> Markdown:
    """Return over what a share is taken: a month, or a length of time that rolls on."""
    if window is None:
        return NOTHING
    if window.casefold() in _PERIODS:
        return Markdown(f"taken over a {window.casefold()}")
    try:
        return text(f"taken over any {Duration.parse(window).in_words}")
    except ValueError:
        return Markdown(f"taken over {text(window)}")


def clock_of(sheet: Sheet, thing: ServiceStandard | Promise) -> Markdown:
    """Return when the clock runs and when it stands still, as a sentence.

    Nothing where that is not stated, or where there is no time to be taken.
    """
    default = sheet.edition.graph.blueprint.clock if isinstance(thing, ServiceStandard) else None
    is_timed = thing.target is None or thing.target.limit is not None
    calendar_id = thing.clock or (default if is_timed and thing.target is not None else None)
    stops = joined((event(name) for name in thing.paused_while), " or ")
    runs = Markdown(f"goes by {_calendar(sheet, calendar_id)}") if calendar_id else NOTHING
    still = Markdown(f"stands still while {stops}") if stops else NOTHING
    said = joined([runs, still], " and ")
    return Markdown(f"The clock {said}.") if said else NOTHING


def _calendar(sheet: Sheet, calendar_id: str) -> Markdown:
    calendar = sheet.edition.graph.calendars.get(calendar_id)
    hours = joined((at_hours(one) for one in calendar.hours), ", ") if calendar else NOTHING
    cut_off = calendar.cut_off if calendar else None
    late = text(f"what comes after {cut_off} counts as of the next day") if cut_off else NOTHING
    details = joined([hours, late], "; ")
    return joined(
        [sheet.mention("calendar", calendar_id), Markdown(f"({details})") if details else NOTHING], " "
    )


def _sentence(said: Markdown) -> Markdown:
    """Return words of ours as a sentence."""
    return Markdown(f"{said[:1].upper()}{said[1:]}.") if said else NOTHING


def standing(thing: ServiceStandard | KPI, between: str = ", ") -> Markdown:
    """Return what is attained today, and whether that is enough where the two compare."""
    if thing.baseline is None:
        return NOTHING
    unit = text(thing.unit) if isinstance(thing, KPI) and thing.unit else NOTHING
    figure = joined([in_figures(thing.baseline), unit], " ")
    reached = thing.target.is_reached_by(thing.baseline) if thing.target else None
    if reached is None:
        return figure
    return joined(
        [figure, Markdown("✓&nbsp;reached" if reached else "✗&nbsp;not&nbsp;yet&nbsp;reached")], between
    )


def to_reach(kpi: KPI) -> Markdown:
    """Return what a measure is to reach, and by when."""
    unit = text(kpi.unit) if kpi.unit and kpi.target and kpi.target.figure else NOTHING
    by = Markdown(f"by {on_day(kpi.due)}") if kpi.due else NOTHING
    return joined([goal(kpi.target), unit, by], " ")
