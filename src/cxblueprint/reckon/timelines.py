"""What becomes of everything that arrives in some span of time, followed through limits one after another."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from .days import Moment, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxblueprint.model import Duration

    from .clocks import Clock


_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2100, 1, 1)
"""Holidays outside are mistakes."""
_ORDINARY = dt.date(2028, 1, 1)
_YEAR, _MONTH, _TEN_YEARS = (dt.timedelta(days=days) for days in (366, 31, 3660))


@dataclass(frozen=True, slots=True)
class Piece:
    """Arrivals after `since`, up to and with `until`, and when something is over for them.

    In between it is over evenly later: a straight line, which need not begin where the one before ended.
    """

    since: Moment
    until: Moment
    first: Moment
    """When it is over for what arrives an instant after `since`."""
    last: Moment
    """When it is over for what arrives at `until`."""

    def at(self, arrival: Moment) -> Moment:
        """Return when it is over for an arrival within."""
        passed = arrival - self.since
        if self.last - self.first != self.until - self.since:
            passed *= Fraction(self.last - self.first) / (self.until - self.since)
        return exact(self.first + passed)

    def split(self, arrivals: Iterable[Moment]) -> Iterable[Piece]:
        """Yield the piece in parts that meet at some arrivals, given in order."""
        since, first = self.since, self.first
        for arrival in arrivals:
            if since < arrival < self.until:
                over = self.at(arrival)
                yield Piece(since, arrival, first, over)
                since, first = arrival, over
        yield Piece(since, self.until, first, self.last)


Timeline: TypeAlias = tuple[Piece, ...]
"""Pieces without a gap, in order."""


def arrivals(clocks: Iterable[Clock]) -> tuple[Timeline, ...]:
    """Return the arrivals to look at, each over at once: enough of them to hold the worst for some clocks.

    They reach from a year before the first holiday to a month after the last; over the year 2027 where no
    clock has any. So there are all holidays among them, all days of the week, and the change to summer time
    and back. Ten years or so are one timeline; years far from any holiday are left out.
    """
    days = sorted(day for clock in clocks if clock.calendar for day in clock.calendar.holidays)
    spans: list[list[dt.date]] = []
    for day in [day for day in days if _FIRST <= day <= _LAST] or [_ORDINARY]:
        if spans and day - spans[-1][0] <= _TEN_YEARS:
            spans[-1].append(day)
        else:
            spans.append([day])
    return tuple((_at_once(_midnight(span[0] - _YEAR), _midnight(span[-1] + _MONTH)),) for span in spans)


def _midnight(day: dt.date) -> int:
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def _at_once(since: Moment, until: Moment) -> Piece:
    return Piece(since, until, since, until)


def then(timeline: Timeline, clock: Clock, limit: Duration) -> Timeline:
    """Return when a limit is over that begins where something else was over.

    Raises:
        OverflowError: it ends generations from now.
    """
    turns = sorted(set(clock.turning_points(limit, timeline[0].first - 1, timeline[-1].last + 1)))
    return tuple(new for piece in timeline for new in _through(piece, turns, clock, limit))


def _through(piece: Piece, turns: Sequence[Moment], clock: Clock, limit: Duration) -> Iterable[Piece]:
    if piece.first == piece.last:
        over = clock.over(piece.last, limit)
        yield Piece(piece.since, piece.until, over, over)
        return
    slope = exact(Fraction(piece.until - piece.since) / (piece.last - piece.first))
    inside = turns[bisect_left(turns, piece.first) : bisect_left(turns, piece.last)]
    for part in piece.split(exact(piece.since + slope * (turn - piece.first)) for turn in inside):
        first = clock.over(part.first, limit, just_after=True)
        yield Piece(part.since, part.until, first, clock.over(part.last, limit))


def latest(timelines: Sequence[Timeline]) -> Timeline:
    """Return when all of several things are over, for the same arrivals."""
    result = timelines[0]
    for other in timelines[1:]:
        result = tuple(piece for one, two in aligned(result, other) for piece in _later(one, two))
    return result


def aligned(one: Timeline, other: Timeline) -> Iterable[tuple[Piece, Piece]]:
    """Yield two timelines over the same arrivals piece by piece, cut where either of them is."""
    ends = sorted({piece.until for piece in (*one, *other)})
    cut = [[part for piece in line for part in piece.split(_within(ends, piece))] for line in (one, other)]
    return zip(*cut, strict=True)


def _within(ends: Sequence[Moment], piece: Piece) -> Sequence[Moment]:
    return ends[bisect_left(ends, piece.since) : bisect_left(ends, piece.until)]


def _later(one: Piece, two: Piece) -> Iterable[Piece]:
    ahead, behind = one.first - two.first, one.last - two.last
    crossing: list[Moment] = []
    if (ahead < 0 < behind) or (behind < 0 < ahead):
        part = Fraction(ahead) / (ahead - behind)
        crossing = [exact(one.since + part * (one.until - one.since))]
    for left, right in zip(one.split(crossing), two.split(crossing), strict=True):
        yield max(left, right, key=lambda piece: piece.first + piece.last)


@dataclass(frozen=True, slots=True)
class Worst:
    """The arrival for which something takes longest."""

    seconds: Moment
    """How much longer than what it is held against, less than 0 where it never is."""
    arrival: Moment
    just_after: bool
    """Whether it is not the arrival itself but what comes an instant later."""


def worst(pairs: Iterable[tuple[Timeline, Timeline]]) -> Worst:
    """Return by how much something is over later than something else at the worst, and for which arrival.

    The first of the worst is given, and the arrival itself before the instant after it.

    Args:
        pairs: when the one is over and when the other is, for the same arrivals; at least one pair.
    """
    found: Worst | None = None
    for one, other in (pieces for pair in pairs for pieces in aligned(*pair)):
        for seconds, arrival, just_after in (
            (one.first - other.first, one.since, True),
            (one.last - other.last, one.until, False),
        ):
            if found is None or seconds > found.seconds:
                found = Worst(seconds, arrival, just_after)
    if found is None:
        msg = "a timeline has at least one piece"
        raise ValueError(msg)
    return found


def worst_wait(clock: Clock, limit: Duration) -> Worst:
    """Return how long a limit takes at the worst, day and night, and for which arrival.

    Friday evening is why two business days take more than 48 hours.

    Raises:
        OverflowError: the limit ends generations from now.
    """
    return worst((then(now, clock, limit), now) for now in arrivals([clock]))
