from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.checks import Flaw, flaw, rule
from cxblueprint.model import Duration
from cxblueprint.reckon import Clock, worst_wait

from .keeping import places_of, promised, reckoned
from .wording import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Calendar, Touchpoint
    from cxblueprint.reckon import Moment

_A_SECOND = Duration.parse("1s")


def _closed(calendar: Calendar) -> tuple[Moment, str]:
    """Return for how many seconds at most nobody is there, and from when."""
    clock = Clock(calendar)
    found = worst_wait(clock, _A_SECOND)
    return found.seconds - 1, f"{clock.local(found.arrival + 1):%A %H:%M}"


def _calendar(graph: Graph, place: Touchpoint) -> Calendar | None:
    """Return when somebody is at a touchpoint; None where that is not stated, or a machine serves."""
    channel = graph.channels.get(place.channel or "")
    if channel is None or place.automation == "automated":
        return None
    return graph.calendars.get(channel.calendar or "")


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
        told = promised(graph, promise)
        if told is None or told.limit.seconds is None or not told.clock.never_stops:
            continue
        for place in places_of(graph, promise):
            calendar = _calendar(graph, place)
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
