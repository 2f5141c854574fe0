"""Shares tracks among what runs side by side: interval colouring, greedy and deterministic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """What a wire takes of a gutter or a gap; both ends belong to it."""

    low: tuple[int, int]
    high: tuple[int, int]
    wire: int


@dataclass(slots=True)
class Tracks:
    """The tracks of one gutter or gap: which wire has which, and how many there are."""

    of: dict[int, int] = field(default_factory=dict)
    count: int = 0


def _meets_any(span: Span, others: Iterable[Span]) -> bool:
    return any(other.low <= span.high and span.low <= other.high for other in others)


def colour(spans: Iterable[Span]) -> Tracks:
    """Give each span the first track on which it meets no other, the shortest span first."""
    tracks = Tracks()
    taken: list[list[Span]] = []
    for span in sorted(spans, key=lambda s: (s.high[0] - s.low[0], s.low, s.high, s.wire)):
        track = next((t for t, others in enumerate(taken) if not _meets_any(span, others)), len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append(span)
        tracks.of[span.wire] = track
    tracks.count = len(taken)
    return tracks
