"""From a journey in the graph to what drives what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cxblueprint.graph import StepNode
from cxblueprint.pictures.facts import JourneyFacts, sentence
from cxblueprint.pictures.measures.cards_from_graph import Cards
from cxblueprint.pictures.measures.chain import Chain
from cxblueprint.pictures.measures.scene import Card, MeasuresScene, Tie, TieKind
from cxblueprint.pictures.measures.table import measures_table
from cxblueprint.pictures.text import clean


def measures_scene(facts: JourneyFacts) -> MeasuresScene:
    """Return the scene of what is measured of a journey, and of what drives it."""
    found = _Found(facts)
    cards = tuple(sorted(_cards(found), key=lambda card: card.column))
    by_key = {card.key: card for card in cards}
    ties = tuple(_ties(found, by_key))
    sums = _sums(found)
    heading = facts.heading("measures", _description(facts, sums))
    subtitle = " \u00b7 ".join((heading.subtitle, *sums))
    return MeasuresScene(
        heading=replace(heading, subtitle=subtitle),
        columns=tuple(_headings(found, cards)),
        cards=cards,
        ties=ties,
        notes=facts.notes,
        remarks=tuple(_remarks(found)),
        table=measures_table(cards, ties, facts.asked.words),
        stages=len(facts.stages),
    )


@dataclass(frozen=True)
class _Found:
    """What there is to show: ids in order, each once."""

    facts: JourneyFacts

    @cached_property
    def steps_at(self) -> Mapping[str, Sequence[StepNode]]:
        """The steps by the touchpoint that they name, in the order in which customers come to them."""
        found: dict[str, list[StepNode]] = {}
        for node in self.facts.steps:
            if node.step.touchpoint is not None:
                found.setdefault(node.step.touchpoint, []).append(node)
        return found

    def _at(self, field: str) -> Mapping[str, Sequence[str]]:
        """Return the ids that touchpoints name in a field, each with the touchpoints that do."""
        found: dict[str, list[str]] = {}
        for name in self.steps_at:
            touchpoint = self.facts.graph.touchpoints.get(name)
            for one in dict.fromkeys(getattr(touchpoint, field)) if touchpoint else ():
                found.setdefault(one, []).append(name)
        return found

    @cached_property
    def standards(self) -> Mapping[str, Sequence[str]]:
        """The standards with the touchpoints at which they hold."""
        return self._at("standards")

    @cached_property
    def measured(self) -> Mapping[str, Sequence[str]]:
        """The KPIs of touchpoints with the touchpoints that have them."""
        return self._at("kpis")

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The KPIs of the journey."""
        return tuple(dict.fromkeys(self.facts.journey.journey.kpis))

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The touchpoints without a standard or a KPI."""
        touchpoints = self.facts.graph.touchpoints
        declared = (touchpoints[name] for name in self.steps_at if name in touchpoints)
        return tuple(one.id for one in declared if not one.standards and not one.kpis)

    @cached_property
    def chain(self) -> Chain:
        """The declared KPIs, and how they lead to each other."""
        known = self.facts.graph.kpis
        return Chain(
            self.facts.graph,
            tuple(kpi for kpi in self.own if kpi in known),
            tuple(kpi for kpi in self.measured if kpi in known),
        )

    def level(self, kpi: str) -> int:
        """Return the level of a KPI; one that is not declared stands with those that it is named with."""
        if kpi in self.facts.graph.kpis:
            return self.chain.level(kpi)
        return 0 if kpi in self.own else self.chain.last

    @cached_property
    def kpis(self) -> tuple[str, ...]:
        """All KPIs, those that are named and not declared too."""
        return tuple(dict.fromkeys((*self.own, *self.measured, *self.chain.members)))

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The levels at which something stands, from the left."""
        levels = {-1, *map(self.level, self.kpis)}
        if not self.own:
            levels.add(0)
        if self.steps_at:
            levels.add(self.chain.last + 1)
        if self.standards or self.bare:
            levels.add(self.chain.last)
        return tuple(sorted(levels))

    def column(self, level: int) -> int:
        """Return which column a level is."""
        return self.levels.index(level)


def _cards(found: _Found) -> Iterator[Card]:
    """Yield the cards, column by column as far as they differ in kind."""
    make = Cards(found.facts)
    last, chain = found.chain.last, found.chain
    driven = {feed.target for feed in chain.feeds}
    yield make.journey(found.column(-1), len(found.own), len(found.steps_at))
    if not found.own:
        yield make.no_kpi(found.column(0))
    for kpi in found.kpis:
        is_declared = kpi in found.facts.graph.kpis
        elsewhere = chain.elsewhere(kpi) if is_declared else 0
        fed = kpi in driven or kpi in found.measured or elsewhere > 0
        yield make.kpi(
            kpi,
            found.column(found.level(kpi)),
            at=[found.steps_at[name] for name in found.measured.get(kpi, ())],
            is_own=kpi in found.own,
            is_loose=is_declared and kpi in found.own and not fed,
            elsewhere=elsewhere,
        )
    for standard, places in found.standards.items():
        yield make.standard(standard, found.column(last), at=[found.steps_at[name] for name in places])
    for name in found.bare:
        yield make.nothing_at(name, found.column(last), found.steps_at[name])
    for name, steps in found.steps_at.items():
        yield make.touchpoint(name, found.column(last + 1), steps, is_bare=name in found.bare)


def _ties(found: _Found, by_key: Mapping[str, Card]) -> Iterator[Tie]:
    def tie(one: str, other: str, kind: TieKind) -> Tie:
        """Tie what is driven to what drives it, wherever they stand."""
        turned = by_key[one].column > by_key[other].column
        return Tie(other, one, kind, to_the_right=True) if turned else Tie(one, other, kind)

    for kpi in found.own:
        yield Tie("journey", f"kpi:{kpi}", "journey")
    if not found.own:
        yield Tie("journey", "gap:journey", "gap")
    for feed in found.chain.feeds:
        yield tie(f"kpi:{feed.target}", f"kpi:{feed.source}", feed.way)
    for standard, places in found.standards.items():
        for name in places:
            yield Tie(f"standard:{standard}", f"touchpoint:{name}", "holds")
    for kpi, places in found.measured.items():
        for name in places:
            yield Tie(f"kpi:{kpi}", f"touchpoint:{name}", "measured")
    for name in found.bare:
        yield Tie(f"gap:{name}", f"touchpoint:{name}", "gap")


# The words around the picture


def _headings(found: _Found, cards: Sequence[Card]) -> Iterator[str]:
    words, last = found.facts.asked.words, found.chain.last
    for column, level in enumerate(found.levels):
        kinds = {card.kind for card in cards if card.column == column}
        if level == last + 1:
            yield words("Touchpoint and owner")
        elif level > last + 1:
            yield words("Further drivers")
        elif level == last and kinds & {"standard", "gap"}:
            yield words("Standards and KPIs") if "kpi" in kinds else words("Service standard")
        elif level == -1:
            yield words("Journey, and what its KPIs lead to") if "kpi" in kinds else words("Journey")
        elif level < -1:
            yield words("What that leads to") if level == -2 else words("And further")
        else:
            yield words("KPIs") if level == 0 else words("KPIs that drive them")


def _sums(found: _Found) -> tuple[str, ...]:
    words = found.facts.asked.words
    return (
        words.count(len({*found.own, *found.measured}), "KPI"),
        words.count(len(found.standards), "service standard"),
        words.count(len(found.steps_at), "touchpoint"),
    )


def _description(facts: JourneyFacts, sums: Sequence[str]) -> str:
    words = facts.asked.words
    said = [
        words("What drives what, from left to right: the journey, its KPIs, service standards, touchpoints"),
        ", ".join(sums),
        words.count(len(facts.notes), "finding") if facts.notes else "",
    ]
    return " ".join(sentence(part) for part in said if clean(part))


def _remarks(found: _Found) -> Iterator[str]:
    words = found.facts.asked.words
    if found.facts.steps and not found.steps_at:
        yield words("No step of this journey names a touchpoint")
    elif not found.facts.steps:
        yield words("This journey has no steps yet")
