"""Which measures a journey rests on and leads to, and how far each stands from it.

What is measured of a journey stands at level 0. What drives it stands at higher levels, to the right; what
it drives, below 0, to the left. The journey itself is at level -1.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from cxblueprint.graph import Graph
from cxblueprint.model import KPI, kind_of_kpi

Way = Literal["rollup", "drives"]


class Feed(NamedTuple):
    """That one measure is a part of another, or drives it; by their ids."""

    source: str
    target: str
    way: Way


def feeds_of(kpi: KPI) -> Iterator[Feed]:
    """Yield what a measure is a part of and what it drives, without itself; both at once is to drive."""
    if kpi.rolls_up_to is not None and kpi.rolls_up_to not in kpi.drives:
        yield Feed(kpi.id, kpi.rolls_up_to, "rollup")
    for target in dict.fromkeys(kpi.drives):
        yield Feed(kpi.id, target, "drives")


@dataclass(frozen=True)
class Chain:
    """The measures around a journey."""

    graph: Graph
    own: tuple[str, ...]
    """The ids of what is measured of the journey itself, each once and declared."""
    local: tuple[str, ...]
    """The ids of what is measured at its touchpoints, each once and declared."""

    @cached_property
    def members(self) -> tuple[str, ...]:
        """All of them: the journey's, its touchpoints', what these lead to, and what drives them.

        What only other journeys and touchpoints have is left out where it merely drives; `elsewhere`
        counts it. Of what drives, only that is followed which leads here.
        """
        forth = _grouped((feed.source, feed.target) for feed in self._feeds)
        back = self._sources
        ours = (*self.own, *self.local)
        leading_here = self._leading_here
        onward = {
            kpi: [one for one in targets if one in leading_here]
            if kpi in leading_here and kpi not in ours
            else targets
            for kpi, targets in forth.items()
        }
        drivers = {
            kpi: [one for one in sources if one in ours or one not in self._others]
            for kpi, sources in back.items()
        }
        return tuple(dict.fromkeys((*_reached(ours, onward), *_reached(ours, drivers))))

    @cached_property
    def _feeds(self) -> tuple[Feed, ...]:
        """Every feed between two declared measures, in an order that declarations do not change."""
        kpis = self.graph.kpis
        every = (feed for name in sorted(kpis) for feed in feeds_of(kpis[name]))
        return tuple(feed for feed in every if feed.target in kpis and feed.source != feed.target)

    @cached_property
    def _others(self) -> Collection[str]:
        """What other journeys and touchpoints have."""
        ids = {kpi for journey in self.graph.journeys.values() for kpi in journey.journey.kpis}
        ids.update(kpi for touchpoint in self.graph.touchpoints.values() for kpi in touchpoint.kpis)
        return ids.difference(self.own, self.local)

    def elsewhere(self, kpi: str) -> int:
        """Return how many measures that are not shown drive one that is, or are parts of it."""
        return sum(source not in self._levels for source in self._sources.get(kpi, ()))

    @cached_property
    def _sources(self) -> Mapping[str, list[str]]:
        return _grouped((feed.target, feed.source) for feed in self._feeds)

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """The feeds between the measures that are shown."""
        shown = set(self.members)
        return tuple(feed for feed in self._feeds if feed.source in shown and feed.target in shown)

    # Levels

    def level(self, kpi: str) -> int:
        """Return how far a measure stands to the right of the journey's own."""
        return self._levels[kpi]

    @cached_property
    def last(self) -> int:
        """The level at which standards stand, and what is measured at touchpoints; touchpoints follow."""
        return max([1, *(self._first_levels[kpi] for kpi in (*self.own, *self.local))])

    @cached_property
    def _downhill(self) -> tuple[Feed, ...]:
        """The feeds without those that close a circle, which have no level to lead to.

        A circle is entered at what drives from outside: at employees first, at the journey last.
        """
        ways = _grouped((feed.source, feed.target) for feed in self.feeds)
        closing: set[tuple[str, str]] = set()
        done: set[str] = set()
        for start in sorted(self.members, key=self._rank):
            path: list[tuple[str, Iterator[str]]] = [(start, iter(ways.get(start, ())))]
            on_path = {start}
            while path and start not in done:
                here, rest = path[-1]
                following = next(rest, None)
                if following is None:
                    path.pop()
                    on_path.discard(here)
                    done.add(here)
                elif following in on_path:
                    closing.add((here, following))
                elif following not in done:
                    path.append((following, iter(ways.get(following, ()))))
                    on_path.add(following)
        return tuple(feed for feed in self.feeds if (feed.source, feed.target) not in closing)

    def _rank(self, kpi: str) -> tuple[int, str]:
        if kpi in self.own or kpi in self.local:
            return 3 if kpi in self.own else 2, kpi
        if kpi not in self._leading_here:
            return 4, kpi
        return 0 if kind_of_kpi(self.graph.kpis[kpi]) == "employee" else 1, kpi

    @cached_property
    def _leading_here(self) -> Collection[str]:
        return _reached((*self.own, *self.local), self._sources)

    @cached_property
    def _causes(self) -> frozenset[str]:
        """The journey's and its touchpoints' own measures, and whatever leads to one of them."""
        back = _grouped((feed.target, feed.source) for feed in self._downhill)
        return frozenset(_reached((*self.own, *self.local), back))

    @cached_property
    def _sorted(self) -> tuple[str, ...]:
        """The measures, each after all that it leads to."""
        ways = _grouped((feed.source, feed.target) for feed in self._downhill)
        waits = {kpi: len(ways.get(kpi, ())) for kpi in self.members}
        back = _grouped((feed.target, feed.source) for feed in self._downhill)
        ready = [kpi for kpi in self.members if not waits[kpi]]
        for kpi in ready:
            for before in back.get(kpi, ()):
                waits[before] -= 1
                if not waits[before]:
                    ready.append(before)  # the list is the queue that the loop works off
        return tuple(ready)

    @cached_property
    def _first_levels(self) -> Mapping[str, int]:
        """How far to the left each cause can stand."""
        ways = _grouped((feed.source, feed.target) for feed in self._downhill)
        levels: dict[str, int] = {}
        for kpi in self._sorted:
            if kpi in self._causes:
                least = 0 if kpi in self.own else 1
                ahead = (levels[target] + 1 for target in ways.get(kpi, ()) if target in levels)
                levels[kpi] = max([least, *ahead])
        return levels

    @cached_property
    def _levels(self) -> Mapping[str, int]:
        ways = _grouped((feed.source, feed.target) for feed in self._downhill)
        back = _grouped((feed.target, feed.source) for feed in self._downhill)
        levels = dict(self._first_levels)
        for kpi in reversed(self._sorted):
            before = [levels[source] - 1 for source in back.get(kpi, ()) if source in levels]
            if kpi in self.local and kpi not in self.own:
                # As close to the touchpoints as what drives it lets it.
                levels[kpi] = max(levels[kpi], min([self.last, *before]))
            elif kpi not in levels and before:
                levels[kpi] = min(before)
        # Where a circle was opened, something may lead to nothing that has a level by now.
        for kpi in self._sorted:
            if kpi not in levels:
                levels[kpi] = max((levels[target] + 1 for target in ways.get(kpi, ())), default=0)
        return levels


def _reached(starts: Sequence[str], ways: Mapping[str, Sequence[str]]) -> dict[str, None]:
    """Return the starts and whatever can be reached from them, in the order in which it is."""
    found = dict.fromkeys(starts)
    waiting = list(found)
    for here in waiting:
        for following in ways.get(here, ()):
            if following not in found:
                found[following] = None
                waiting.append(following)  # the list is the queue that the loop works off
    return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
