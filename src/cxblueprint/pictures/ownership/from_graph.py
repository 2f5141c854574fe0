"""From a journey in the graph to the teams that have a part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cxblueprint.graph import Edge, handoffs_on
from cxblueprint.model import Subject, subject_of
from cxblueprint.pictures.facts import JourneyFacts, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.ownership.scene import Card, Group, OwnershipScene, Tie
from cxblueprint.pictures.passing import Part, Passing, Place, parts_of, passings_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.said import notes_said
from cxblueprint.pictures.scene import Heading, Note, Owner
from cxblueprint.pictures.silos.from_graph import kind_in_words, side_name
from cxblueprint.pictures.teams import no_owner
from cxblueprint.pictures.text import clean


def ownership_scene(facts: JourneyFacts) -> OwnershipScene:
    """Return the scene of the teams behind a journey."""
    return _Ownership(facts).scene()


class _Ownership:
    def __init__(self, facts: JourneyFacts) -> None:
        self._facts = facts
        self.words = facts.asked.words
        self._parts = parts_of(facts.steps)
        self._passings = passings_of(facts.graph, facts.steps)
        self._by_place = {part.place: part for part in self._parts}
        self._from: dict[Place, list[Passing]] = {}
        for passing in self._passings:
            self._from.setdefault(passing.source, []).append(passing)
        self._notes_of: dict[Subject, list[Note]] = {}
        for finding in facts.findings:
            self._notes_of.setdefault(finding.subject, []).append(facts.note(finding))
        # In the order in which customers come to them; what nobody owns is last.
        named = dict.fromkeys(part.team for part in self._parts if part.team is not None)
        self._teams: list[str | None] = [*named]
        if any(part.team is None for part in self._parts):
            self._teams.append(None)

    def scene(self) -> OwnershipScene:
        cards = tuple(map(self._card, self._parts))
        return OwnershipScene(
            heading=self._heading(),
            groups=tuple(map(self._group, self._teams)),
            cards=cards,
            ties=tuple(self._ties()),
            notes=self._facts.notes,
            remarks=tuple(self._remarks()),
            table=self._table(cards),
        )

    # Teams and their parts

    def _owner(self, team: str | None) -> Owner:
        """Return a team's badge; a team without a name that can be drawn is called by its id."""
        owner = self._facts.team(team)
        if owner is None:
            return replace(no_owner(self.words), name=self.words("No owner"))
        return owner if clean(owner.name) else replace(owner, name=team or "")

    def _group(self, team: str | None) -> Group:
        count = self.words.count(sum(part.team == team for part in self._parts), "part")
        owner = self._owner(team)
        href = self._facts.href(Subject("team", team)) if team is not None else None
        return Group(owner, sentence(f"{owner.name}: {count}"), href)

    def _sides(self, part: Part) -> str:
        return " + ".join(side_name(side, self.words) for side in part.sides)

    def _ways_from(self, part: Part) -> Iterator[str]:
        """Yield in words where a part leads, to whom and how."""
        for passing in self._from.get(part.place, ()):
            target = self._by_place[passing.target]
            details = (self._owner(target.team).name, kind_in_words(passing.kind, self.words))
            yield f"{target.node.number} {name_of(target.node)} ({', '.join(filter(None, details))})"

    def _card(self, part: Part) -> Card:
        node, touchpoint, words = part.node, part.node.touchpoint, self.words
        notes = self._notes(part)
        marks = self._facts.marks(node) if "frontstage" in part.sides else ()
        title, text = f"{node.number} {name_of(node)}", self._sides(part)
        spoken = [
            f"{title}: {self._owner(part.team).name}, {text}",
            *(mark.text for mark in marks),
            *(words("Leads to {way}", way=way) for way in self._ways_from(part)),
            *notes_said(notes, words),
        ]
        subjects = [node.subject] if touchpoint is None else [subject_of(touchpoint), node.subject]
        return Card(
            group=self._teams.index(part.team),
            title=title,
            text=words("Not declared") if touchpoint is None else text,
            label=" ".join(map(sentence, spoken)),
            marks=marks,
            notes=notes,
            href=self._facts.href(*subjects),
            is_ghost=touchpoint is None,
        )

    def _notes(self, part: Part) -> tuple[Note, ...]:
        """Return the findings about the step and its touchpoint; they stand where the customer meets it."""
        if "frontstage" not in part.sides:
            return ()
        subjects = [part.node.subject]
        if part.node.touchpoint is not None:
            subjects.append(subject_of(part.node.touchpoint))
        return tuple(note for subject in subjects for note in self._notes_of.get(subject, ()))

    # The ways between

    def _ties(self) -> Iterator[Tie]:
        """Yield the ways between cards; a finding about a hand-off stands on the first way that it is on."""
        order = {part.place: number for number, part in enumerate(self._parts)}
        told: set[Subject] = set()
        for passing in self._passings:
            about = [subject for subject in self._handoffs(passing) if subject not in told]
            told.update(about)
            notes = tuple(note for subject in about for note in self._notes_of.get(subject, ()))
            yield Tie(order[passing.source], order[passing.target], passing.kind, notes)

    def _handoffs(self, passing: Passing) -> list[Subject]:
        if passing.kind == "flow" or passing.source.step == passing.target.step:
            return []
        edge = Edge(self._by_place[passing.source].node, self._by_place[passing.target].node)
        return [subject_of(handoff) for handoff in handoffs_on(self._facts.graph, edge)]

    # The words around the picture

    def _counts(self) -> list[str]:
        words = self.words
        of_kind = Counter(passing.kind for passing in self._passings)
        handoffs = len(self._passings) - of_kind["flow"]
        unowned = sum(part.team is None for part in self._parts)
        said = [
            words.count(len(self._teams) - (None in self._teams), "team"),
            words.count(handoffs, "hand-off") if handoffs else "",
            words("{count} without an agreement", count=of_kind["unagreed"]) if of_kind["unagreed"] else "",
            words("{count} not declared", count=of_kind["undeclared"]) if of_kind["undeclared"] else "",
            words("{count} without an owner", count=words.count(unowned, "part")) if unowned else "",
        ]
        return [text for text in said if text]

    def _heading(self) -> Heading:
        words, notes = self.words, self._facts.notes
        counts = self._counts() if self._parts else []
        said = [
            words("The teams behind the journey, each with the parts it has in it"),
            *counts,
            words.count(len(notes), "finding") if notes else "",
        ]
        heading = self._facts.heading("ownership", " ".join(sentence(part) for part in said if part))
        return replace(heading, subtitle=" \u00b7 ".join((heading.subtitle, *counts)))

    def _remarks(self) -> Iterator[str]:
        words, steps = self.words, self._facts.steps
        alone = sum(node.step.touchpoint is None for node in steps)
        if steps and not self._parts:
            yield words("No step of this journey names a touchpoint")
        elif alone:
            yield words("Left out is what customers do alone: {steps}", steps=words.count(alone, "step"))

    # The same as text

    def _table(self, cards: tuple[Card, ...]) -> Table:
        words = self.words
        header = (
            words("Team"),
            words("Step"),
            words("What it does"),
            words("Marks"),
            words("Leads to"),
            words("Findings"),
        )
        rows = [
            (
                self._owner(part.team).name,
                card.title,
                card.text,
                "; ".join(mark.text for mark in card.marks),
                "; ".join(self._ways_from(part)),
                "; ".join(f"{note.code} {note.message}" for note in card.notes),
            )
            for part, card in sorted(zip(self._parts, cards, strict=True), key=lambda pair: pair[1].group)
        ]
        kept = [at for at in range(len(header)) if at < 3 or any(row[at] for row in rows)]
        cells = tuple(tuple(clean(row[at]) for at in kept) for row in rows)
        return Table(tuple(header[at] for at in kept), cells)
