"""What stands in each card of the picture of measures, and what its label says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxblueprint.graph import StepNode, standards_on
from cxblueprint.model import KPI, ServiceStandard, Subject, Target, polarity_of
from cxblueprint.pictures.amounts import figure_in, target_in_signs
from cxblueprint.pictures.facts import JourneyFacts, in_a_row, sentence
from cxblueprint.pictures.measures.chain import feeds_of
from cxblueprint.pictures.measures.scene import Card, Sign
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.scene import Note
from cxblueprint.pictures.teams import no_owner
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words

_Steps = Sequence[StepNode]
_LONGEST_ABBREVIATION = 4


class Cards:
    """Makes the cards of a journey's picture."""

    def __init__(self, facts: JourneyFacts) -> None:
        self._facts = facts
        self.words = facts.asked.words
        self._found: dict[Subject, list[Note]] = {}
        for finding in facts.findings:
            self._found.setdefault(finding.subject, []).append(facts.note(finding))
        self._promised: dict[str, list[str]] = {}
        promises = facts.graph.promises
        # In an order that declarations do not change.
        for promise in map(promises.__getitem__, sorted(promises)):
            for standard in standards_on(promise):
                self._promised.setdefault(standard, []).append(clean(promise.label) or promise.id)

    def journey(self, column: int, kpis: int, touchpoints: int) -> Card:
        """Return the card of the journey."""
        words, journey = self.words, self._facts.journey
        name = clean(journey.label) or journey.id
        owner = self._facts.team(journey.journey.owner)
        counts = [words.count(kpis, "KPI")] if kpis else []
        counts += [words.count(touchpoints, "touchpoint")] if touchpoints else []
        notes = self._notes(journey.subject)
        said = [
            words("Journey {name}", name=name),
            *counts,
            words("Owner: {name}", name=owner.name) if owner else "",
        ]
        return Card(
            "journey",
            "journey",
            column,
            name,
            self._label(said, notes),
            lines=tuple(filter(None, (" \u00b7 ".join(counts), owner.name if owner else ""))),
            owner=owner,
            notes=notes,
            href=self._facts.href(journey.subject),
        )

    def no_kpi(self, column: int) -> Card:
        """Return the gap of a journey that measures nothing."""
        text = self.words("no KPI of its own")
        return Card("gap:journey", "gap", column, text, self._label([text], ()), is_ghost=True)

    # KPIs

    def kpi(
        self, name: str, column: int, *, at: Sequence[_Steps], is_own: bool, is_loose: bool, elsewhere: int
    ) -> Card:
        """Return the card of a KPI; `elsewhere` says how many others drive it that are not shown."""
        words, kpi = self.words, self._facts.graph.kpis.get(name)
        key, notes = f"kpi:{name}", self._notes(Subject("kpi", name))
        title = clean(kpi.label) or name if kpi else name
        missing = list(self._missing(kpi)) if kpi else [words("not declared")]
        others = (
            words("driven by {count} elsewhere", count=words.count(elsewhere, "KPI")) if elsewhere else ""
        )
        owner = self._facts.team(kpi.owner) if kpi else None
        metric = self._metric_on_top(kpi) if kpi and kpi.target is None else ""
        said = [
            words("KPI of the journey: {name}", name=title) if is_own else words("KPI: {name}", name=title),
            *(self._kpi_said(kpi) if kpi else ()),
            words("Owner: {name}", name=owner.name) if owner else "",
            *(self._leads_to(kpi) if kpi else ()),
            words("Measured at {places}", places=self._places(at)) if at else "",
            others,
            words("nothing drives it, as far as is stated") if is_loose else "",
            *missing,
        ]
        return Card(
            key,
            "kpi",
            column,
            title,
            self._label(said, notes),
            sign=self._sign(kpi),
            target=self._aim(kpi) if kpi else "",
            figures=tuple(self._figures(kpi)) if kpi else (),
            lines=tuple(filter(None, (metric, others))),
            decides=clean(kpi.action or "") if kpi else "",
            missing=tuple(missing),
            owner=owner,
            notes=notes,
            href=self._facts.href(Subject("kpi", name), *self._subjects(at)),
            is_loose=is_loose,
            is_ghost=kpi is None,
        )

    @staticmethod
    def _sign(kpi: KPI | None) -> Sign:
        return (polarity_of(kpi) if kpi else None) or "unknown"

    def _metric_on_top(self, kpi: KPI) -> str:
        """Return a KPI's metric, unless the name says it."""
        metric = _metric(kpi)
        return "" if metric.casefold() == clean(kpi.label).casefold() else metric

    def _aim(self, kpi: KPI) -> str:
        """Return what is aimed at; nothing without a target."""
        if kpi.target is None:
            return ""
        return " ".join(
            filter(None, (self._metric_on_top(kpi), in_signs(kpi.target, self.words), clean(kpi.unit or "")))
        )

    def _figures(self, thing: KPI | ServiceStandard) -> Iterator[str]:
        """Yield where it stands, and by when that is to change."""
        if thing.baseline is not None:
            yield self.words("today {figure}", figure=figure_in(self.words, thing.baseline))
        if isinstance(thing, KPI) and thing.due is not None:
            yield self.words("by {date}", date=thing.due.isoformat())

    def _missing(self, kpi: KPI) -> Iterator[str]:
        words = self.words
        if kpi.target is None:
            yield words("no target")
        if kpi.source is None:
            yield words("no source")
        if kpi.owner is None:
            yield words("no owner")
        if kpi.action is None:
            yield words("nothing decided")

    def _kpi_said(self, kpi: KPI) -> Iterator[str]:
        words = self.words
        if kpi.metric:
            yield words("Metric: {name}", name=_metric(kpi))
        polarity = polarity_of(kpi)
        if polarity is None:
            yield words("which way is better is not stated")
        else:
            yield words("higher is better") if polarity == "up" else words("lower is better")
        if kpi.target is not None:
            aim = " ".join(filter(None, (in_signs(kpi.target, self.words), clean(kpi.unit or ""))))
            yield words("Target: {target}", target=aim)
        yield from self._figures(kpi)
        if kpi.source is not None:
            yield words("Source: {source}", source=kpi.source)
        if kpi.action is not None:
            yield words("Decided on seeing it: {action}", action=kpi.action)

    def _leads_to(self, kpi: KPI) -> Iterator[str]:
        """Yield what it leads to, also where that is not declared, or the KPI itself."""
        words, known = self.words, self._facts.graph.kpis
        for feed in feeds_of(kpi):
            target = known.get(feed.target)
            name = clean(target.label) or feed.target if target else feed.target
            if target is None:
                name = words("{name} (not declared)", name=name)
            yield (
                words("Drives {name}", name=name)
                if feed.way == "drives"
                else words("Part of {name}", name=name)
            )

    # Standards and touchpoints

    def standard(self, name: str, column: int, *, at: Sequence[_Steps]) -> Card:
        """Return the card of a service standard."""
        words, standard = self.words, self._facts.graph.standards.get(name)
        subject = Subject("service-standard", name)
        title = clean(standard.label) or name if standard else name
        notes, promises = self._notes(subject), self._promised.get(name, [])
        missing = [words("not declared")] if standard is None else []
        if standard is not None and standard.target is None:
            missing.append(words("no target"))
        owner = self._facts.team(standard.owner) if standard else None
        said = [
            words("Service standard: {name}", name=title),
            *(self._standard_said(standard) if standard else ()),
            words("Owner: {name}", name=owner.name) if owner else "",
            words("Holds at {places}", places=self._places(at)),
            *(words("Promised: {promise}", promise=promise) for promise in promises),
            *missing,
        ]
        return Card(
            f"standard:{name}",
            "standard",
            column,
            title,
            self._label(said, notes),
            sign="target",
            target=in_signs(standard.target, self.words) if standard else "",
            figures=tuple(self._figures(standard)) if standard else (),
            promised=words("promised") if promises else "",
            missing=tuple(missing),
            owner=owner,
            notes=notes,
            href=self._facts.href(subject, *self._subjects(at)),
            is_ghost=standard is None,
        )

    def _standard_said(self, standard: ServiceStandard) -> Iterator[str]:
        if standard.target is not None:
            yield self.words("Target: {target}", target=in_signs(standard.target, self.words))
        yield from self._figures(standard)

    def nothing_at(self, name: str, column: int, steps: _Steps) -> Card:
        """Return the gap of a touchpoint without a standard or a KPI."""
        text = self.words("no standard, no KPI")
        label = self.words("{place}: {what}", place=self._place(steps), what=text)
        return Card(f"gap:{name}", "gap", column, text, self._label([label], ()), is_ghost=True)

    def touchpoint(self, name: str, column: int, steps: _Steps, *, is_bare: bool) -> Card:
        """Return the card of a touchpoint, under the name of its first step."""
        words, touchpoint = self.words, self._facts.graph.touchpoints.get(name)
        subject = Subject("touchpoint", name)
        owner = (self._facts.team(touchpoint.owner) or no_owner(words)) if touchpoint else None
        notes = self._notes(subject)
        missing = [words("not declared")] if touchpoint is None else []
        said = [
            words("Touchpoint: {place}", place=self._place(steps)),
            words("Owner: {name}", name=owner.name) if owner else "",
            words("no standard, no KPI") if is_bare else "",
            *missing,
        ]
        return Card(
            f"touchpoint:{name}",
            "touchpoint",
            column,
            self._place(steps),
            self._label(said, notes),
            lines=(owner.name,) if owner else (),
            missing=tuple(missing),
            owner=owner,
            notes=notes,
            href=self._facts.href(subject, steps[0].subject),
            is_ghost=touchpoint is None,
        )

    # What they have in common

    @staticmethod
    def _place(steps: _Steps) -> str:
        """Return a touchpoint with the numbers of its steps, such as `3, 7 Call us`."""
        touchpoint = steps[0].touchpoint
        name = (clean(touchpoint.label) if touchpoint else "") or name_of(steps[0])
        return f"{', '.join(str(node.number) for node in steps)} {name}"

    def _places(self, at: Iterable[_Steps]) -> str:
        return in_a_row([self._place(steps) for steps in at], self.words)

    @staticmethod
    def _subjects(at: Sequence[_Steps]) -> list[Subject]:
        """Return what may have a page in place of a KPI or standard: the first touchpoint that has it."""
        touchpoint = at[0][0].step.touchpoint if at else None
        return [Subject("touchpoint", touchpoint)] if touchpoint else []

    def _notes(self, subject: Subject) -> tuple[Note, ...]:
        return tuple(self._found.get(subject, ()))

    def _label(self, said: Iterable[str], notes: Iterable[Note]) -> str:
        found = (
            self.words(
                "Finding {code}, {severity}: {message}",
                code=note.code,
                severity=note.severity,
                message=note.message,
            )
            for note in notes
        )
        parts = (sentence(part) for part in (*said, *found) if clean(part))
        return " ".join(part[:1].upper() + part[1:] for part in parts)


def in_signs(target: Target | None, words: Words) -> str:
    """Return a target as short as a card wants it; nothing for None."""
    return target_in_signs(target, words) if target is not None else ""


def _metric(kpi: KPI) -> str:
    """Return a metric as people write it, such as `CSAT` or `right first time`."""
    name = kpi.metric or ""
    return name.upper() if len(name) <= _LONGEST_ABBREVIATION and name.isalpha() else name.replace("-", " ")
