"""From a journey in the graph to the teams that have a part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cxblueprint.graph import Edge, StepNode, handoffs_on
from cxblueprint.model import Subject, subject_of
from cxblueprint.pictures.facts import JourneyFacts, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.ownership.scene import Card, Group, OwnershipScene, Tie
from cxblueprint.pictures.passing import Part, Passing, Place, parts_of, passings_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading, Note, Owner
from cxblueprint.pictures.silos.from_graph import kind_in_words, side_name
from cxblueprint.pictures.teams import NO_OWNER
from cxblueprint.pictures.text import clean


def ownership_scene(facts: JourneyFacts) -> OwnershipScene:
    """Return the scene of the teams behind a journey."""
    parts = parts_of(facts.steps)
    passings = passings_of(facts.graph, facts.steps)
    teams = _teams(parts)
    cards = tuple(_card(facts, part, teams, parts, passings) for part in parts)
    return OwnershipScene(
        heading=_heading(facts, parts, passings),
        groups=tuple(_group(facts, team, parts) for team in teams),
        cards=cards,
        ties=tuple(_ties(facts, parts, passings)),
        notes=facts.notes,
        remarks=tuple(_remarks(facts, parts)),
        table=_table(facts, parts, passings, cards),
    )


def _teams(parts: Sequence[Part]) -> list[str | None]:
    """Return the teams in the order in which customers come to them; what nobody owns is last."""
    teams: list[str | None] = list(dict.fromkeys(part.team for part in parts if part.team is not None))
    return [*teams, None] if any(part.team is None for part in parts) else teams


def _group(facts: JourneyFacts, team: str | None, parts: Sequence[Part]) -> Group:
    count = facts.asked.words.count(sum(part.team == team for part in parts), "part")
    owner = _owner(facts, team)
    href = facts.href(Subject("team", team)) if team is not None else None
    return Group(owner, sentence(f"{owner.name}: {count}"), href)


def _owner(facts: JourneyFacts, team: str | None) -> Owner:
    """Return a team's badge; a team without a name that can be drawn is called by its id."""
    owner = facts.team(team)
    if owner is None:
        return replace(NO_OWNER, name=facts.asked.words("No owner"))
    return owner if clean(owner.name) else replace(owner, name=team or "")


def _sides(facts: JourneyFacts, part: Part) -> str:
    return " + ".join(side_name(side, facts.asked.words) for side in part.sides)


def _ways_from(
    facts: JourneyFacts, part: Part, parts: Mapping[Place, Part], passings: Sequence[Passing]
) -> Iterator[str]:
    """Yield in words where a part leads, to whom and how."""
    for passing in passings:
        if passing.source == part.place:
            target = parts[passing.target]
            details = (_owner(facts, target.team).name, kind_in_words(passing.kind, facts.asked.words))
            yield f"{target.node.number} {name_of(target.node)} ({', '.join(filter(None, details))})"


def _card(
    facts: JourneyFacts,
    part: Part,
    teams: Sequence[str | None],
    parts: Sequence[Part],
    passings: Sequence[Passing],
) -> Card:
    node, words = part.node, facts.asked.words
    notes = _notes(facts, part)
    marks = facts.marks(node) if "frontstage" in part.sides else ()
    by_place = {one.place: one for one in parts}
    title, text = f"{node.number} {name_of(node)}", _sides(facts, part)
    spoken = [
        f"{title}: {_owner(facts, part.team).name}, {text}",
        *(mark.text for mark in marks),
        *(words("Leads to {way}", way=way) for way in _ways_from(facts, part, by_place, passings)),
        *(
            words(
                "Finding {code}, {severity}: {message}", code=n.code, severity=n.severity, message=n.message
            )
            for n in notes
        ),
    ]
    touchpoint = node.touchpoint
    subjects = [node.subject] if touchpoint is None else [subject_of(touchpoint), node.subject]
    return Card(
        group=teams.index(part.team),
        title=title,
        text=words("Not declared") if touchpoint is None else text,
        label=" ".join(map(sentence, spoken)),
        marks=marks,
        notes=notes,
        href=facts.href(*subjects),
        is_ghost=touchpoint is None,
    )


def _notes(facts: JourneyFacts, part: Part) -> tuple[Note, ...]:
    """Return the findings about the step and its touchpoint; they stand where the customer meets it."""
    if "frontstage" not in part.sides:
        return ()
    subjects = {part.node.subject}
    if part.node.touchpoint is not None:
        subjects.add(subject_of(part.node.touchpoint))
    return tuple(facts.note(finding) for finding in facts.findings if finding.subject in subjects)


def _ties(facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]) -> Iterator[Tie]:
    """Yield the ways between cards; a finding about a hand-off stands on the first way that it is on."""
    order = {part.place: number for number, part in enumerate(parts)}
    nodes = {part.node.address: part.node for part in parts}
    told: set[Subject] = set()
    for passing in passings:
        about = _handoffs(facts, nodes, passing) - told
        told |= about
        notes = tuple(facts.note(finding) for finding in facts.findings if finding.subject in about)
        yield Tie(order[passing.source], order[passing.target], passing.kind, notes)


def _handoffs(facts: JourneyFacts, nodes: Mapping[str, StepNode], passing: Passing) -> set[Subject]:
    if passing.kind == "flow" or passing.source.step == passing.target.step:
        return set()
    edge = Edge(nodes[passing.source.step], nodes[passing.target.step])
    return {subject_of(handoff) for handoff in handoffs_on(facts.graph, edge)}


def _counts(facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]) -> list[str]:
    words = facts.asked.words
    teams = len({part.team for part in parts if part.team is not None})
    of_kind = Counter(passing.kind for passing in passings)
    handoffs = len(passings) - of_kind["flow"]
    unowned = sum(part.team is None for part in parts)
    said = [
        words.count(teams, "team"),
        words.count(handoffs, "hand-off") if handoffs else "",
        words("{count} without an agreement", count=of_kind["unagreed"]) if of_kind["unagreed"] else "",
        words("{count} not declared", count=of_kind["undeclared"]) if of_kind["undeclared"] else "",
        words("{count} without an owner", count=words.count(unowned, "part")) if unowned else "",
    ]
    return [text for text in said if text]


def _heading(facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]) -> Heading:
    words = facts.asked.words
    counts = _counts(facts, parts, passings) if parts else []
    said = [
        words("The teams behind the journey, each with the parts it has in it"),
        *counts,
        words.count(len(facts.notes), "finding") if facts.notes else "",
    ]
    heading = facts.heading("ownership", " ".join(sentence(part) for part in said if part))
    return replace(heading, subtitle=" \u00b7 ".join((heading.subtitle, *counts)))


def _remarks(facts: JourneyFacts, parts: Sequence[Part]) -> Iterator[str]:
    words = facts.asked.words
    alone = sum(node.step.touchpoint is None for node in facts.steps)
    if facts.steps and not parts:
        yield words("No step of this journey names a touchpoint")
    elif alone:
        yield words("Left out is what customers do alone: {steps}", steps=words.count(alone, "step"))


def _table(
    facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing], cards: Sequence[Card]
) -> Table:
    words = facts.asked.words
    header = (
        words("Team"),
        words("Step"),
        words("What it does"),
        words("Marks"),
        words("Leads to"),
        words("Findings"),
    )
    by_place: Mapping[Place, Part] = {part.place: part for part in parts}
    rows = [
        (
            _owner(facts, part.team).name,
            f"{part.node.number} {name_of(part.node)}",
            card.text if card.is_ghost else _sides(facts, part),
            "; ".join(mark.text for mark in card.marks),
            "; ".join(_ways_from(facts, part, by_place, passings)),
            "; ".join(f"{note.code} {note.message}" for note in card.notes),
        )
        for part, card in sorted(zip(parts, cards, strict=True), key=lambda pair: pair[1].group)
    ]
    kept = [at for at in range(len(header)) if at < 3 or any(row[at] for row in rows)]
    cells = tuple(tuple(clean(row[at]) for at in kept) for row in rows)
    return Table(tuple(header[at] for at in kept), cells)
