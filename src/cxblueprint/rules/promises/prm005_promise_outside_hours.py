from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Duration
from cxblueprint.reckon import Clock, promised_time, reckoned, worst_wait

from .keeping import places_of
from .wording import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Calendar, Touchpoint
    from cxblueprint.reckon import Moment

_A_SECOND = Duration.parse("1s")
_AT_ANY_HOUR = frozenset({"web", "app", "email", "sms", "chat", "messaging-app", "phone", "letter", "social"})
"""Kinds of channels on which customers begin whether or not anybody is there."""


def _closed(calendar: Calendar) -> tuple[Moment, str]:
    """Return for how many seconds at most nobody is there, and from when."""
    clock = Clock(calendar)
    found = worst_wait(clock, _A_SECOND)
    return found.seconds - 1, f"{clock.local(found.arrival + 1):%A %H:%M}"


def _calendar(graph: Graph, place: Touchpoint, limit: Duration) -> Calendar | None:
    """Return when somebody is at a touchpoint; None where that is not stated, or does not matter.

    It does not where a machine serves, nor where people come in person for what takes less than an opening:
    then they come while it is open.
    """
    channel = graph.channels.get(place.channel or "")
    calendar = graph.calendars.get(channel.calendar or "") if channel is not None else None
    if channel is None or calendar is None or place.automation == "automated":
        return None
    in_person = channel.kind not in _AT_ANY_HOUR and (limit.seconds or 0) <= _longest_opening(calendar)
    return None if in_person else calendar


def _longest_opening(calendar: Calendar) -> int:
    """Return for how many seconds at most somebody is there without a break."""
    return max((_minute(one.closes) - _minute(one.opens) for one in calendar.hours), default=0) * 60


def _minute(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


@rule(
    "PRM005",
    "promise-outside-hours",
    summary="a promise counts the hours in which nobody is there to keep it",
    claims=("1.7",),
)
def promise_outside_hours(graph: Graph) -> Iterator[Flaw]:
    """Find promises by the wall clock that may run out before whoever keeps them opens."""
    closed: dict[str, tuple[Moment, str]] = {}
    for promise in graph.promises.values():
        told = promised_time(graph, promise)
        if told is None or told.limit.seconds is None or not told.clock.never_stops:
            continue
        for place in places_of(graph, promise):
            calendar = _calendar(graph, place, told.limit)
            if calendar is None:
                continue
            if calendar.id not in closed:
                closed[calendar.id] = _closed(calendar)
            seconds, since = closed[calendar.id]
            if seconds >= told.limit.seconds:
                found = reckoned(graph, promise)
                if found is not None and found.verdict == "too slow":
                    break
                yield flaw(
                    promise,
                    f"promise '{promise.id}' ({promise.target}) runs day and night, and nobody is at"
                    f" touchpoint '{place.id}' for up to {length(seconds)}, as from {since}",
                    f"promise it by the opening hours with `clock: {calendar.id}`, or be there",
                    at="clock",
                    about=f"touchpoint:{place.id}",
                )
                break
