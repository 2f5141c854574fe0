"""From a journey in the graph to the lanes of its teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cxblueprint.model import Subject
from cxblueprint.pictures.facts import JourneyFacts
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.passing import Kind, Part, Passing, Place, Side, parts_of, passings_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.said import notes_said, said
from cxblueprint.pictures.scene import Note, Owner
from cxblueprint.pictures.silos.scene import Card, SilosScene, Tie
from cxblueprint.pictures.teams import no_owner
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words


def silos_scene(facts: JourneyFacts) -> SilosScene:
    """Return the scene of the teams behind a journey."""
    parts = parts_of(facts.steps)
    passings = passings_of(facts.graph, facts.steps)
    lanes = _lanes(parts)
    order = {part.place: number for number, part in enumerate(parts)}
    ways = _ways(facts, parts, passings)
    cards = tuple(_card(facts, part, lanes, ways.get(part.place, ())) for part in parts)
    heading = facts.heading("silos", _description(facts, parts, passings))
    return SilosScene(
        heading=replace(
            heading, subtitle=" \u00b7 ".join((heading.subtitle, *_sums(facts, parts, passings)))
        ),
        columns=facts.columns,
        stages=facts.stage_spans,
        lanes=tuple(_owner(facts, team) for team in lanes),
        cards=cards,
        ties=tuple(Tie(order[one.source], order[one.target], one.kind) for one in passings),
        notes=facts.notes,
        remarks=tuple(_remarks(facts, parts)),
        table=_table(facts, parts, ways, cards),
    )


def _lanes(parts: Sequence[Part]) -> list[str | None]:
    """Return the teams in the order in which customers come to them; what nobody owns is last."""
    teams: list[str | None] = list(dict.fromkeys(part.team for part in parts if part.team is not None))
    return [*teams, None] if any(part.team is None for part in parts) else teams


def _owner(facts: JourneyFacts, team: str | None) -> Owner:
    return facts.team(team) or no_owner(facts.words)


def side_name(side: Side, words: Words) -> str:
    """Return what a side of a touchpoint is called."""
    names = {
        "frontstage": words("Frontstage"),
        "backstage": words("Backstage"),
        "support": words("Support"),
    }
    return names[side]


def kind_in_words(kind: Kind, words: Words) -> str:
    """Return how work passes, in words; nothing where it simply goes on."""
    names = {
        "flow": "",
        "handoff": words("by hand-off"),
        "unagreed": words("hand-off without an agreement"),
        "undeclared": words("work passes, and no hand-off is declared"),
    }
    return names[kind]


def _sides(part: Part, words: Words) -> str:
    return " + ".join(side_name(side, words) for side in part.sides)


def _card(
    facts: JourneyFacts,
    part: Part,
    lanes: Sequence[str | None],
    ways: Sequence[str],
) -> Card:
    node, words = part.node, facts.words
    notes = _notes(facts, part)
    spoken = [
        f"{node.number} {name_of(node)}: {_owner(facts, part.team).name}, {_sides(part, words)}",
        *(words("Leads to {way}", way=way) for way in ways),
        *notes_said(notes, words),
    ]
    column = facts.column_of(node)
    touchpoint = node.touchpoint
    subjects = [node.subject] if touchpoint is None else [Subject("touchpoint", touchpoint.id), node.subject]
    return Card(
        column=column if column is not None else 0,
        lane=lanes.index(part.team),
        text=_sides(part, words),
        label=said(spoken),
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
        subjects.add(Subject("touchpoint", part.node.touchpoint.id))
    return tuple(facts.note(finding) for finding in facts.findings if finding.subject in subjects)


def _ways(
    facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]
) -> Mapping[Place, Sequence[str]]:
    """Return in words where work goes from each part."""
    by_place = {part.place: part for part in parts}
    found: dict[Place, list[str]] = {}
    for passing in passings:
        target = by_place[passing.target]
        team = _owner(facts, target.team).name
        how = kind_in_words(passing.kind, facts.words)
        whom = facts.words(", ").join(filter(None, (team, how)))
        found.setdefault(passing.source, []).append(f"{target.node.number} {name_of(target.node)} ({whom})")
    return found


def _sums(facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]) -> Iterator[str]:
    """Yield how many teams there are, and how many ways between them nobody has settled."""
    words = facts.words
    if parts:
        yield words.count(len({part.team for part in parts if part.team is not None}), "team")
    for kind in ("unagreed", "undeclared"):
        number = sum(passing.kind == kind for passing in passings)
        if number:
            yield f"{number} \u00d7 {kind_in_words(kind, words)}"


def _description(facts: JourneyFacts, parts: Sequence[Part], passings: Sequence[Passing]) -> str:
    words = facts.words
    teams = len({part.team for part in parts if part.team is not None})
    counts = {
        kind: sum(one.kind == kind for one in passings) for kind in ("handoff", "unagreed", "undeclared")
    }
    parts_said = [
        words("The teams behind the journey as lanes: {teams}", teams=words.count(teams, "team")),
        words.count(counts["handoff"] + counts["unagreed"], "declared hand-off") if passings else "",
        words("{count} without an agreement", count=counts["unagreed"]) if counts["unagreed"] else "",
        words("{count} not declared", count=counts["undeclared"]) if counts["undeclared"] else "",
        words.count(len(facts.notes), "finding") if facts.notes else "",
    ]
    return said(parts_said)


def _remarks(facts: JourneyFacts, parts: Sequence[Part]) -> Iterator[str]:
    if facts.steps and not parts:
        yield facts.words("No step of this journey names a touchpoint")


def _table(
    facts: JourneyFacts,
    parts: Sequence[Part],
    ways: Mapping[Place, Sequence[str]],
    cards: Sequence[Card],
) -> Table:
    words = facts.words
    header = (words("Step"), words("Team"), words("What it does"), words("Leads to"), words("Findings"))
    rows = [
        (
            f"{part.node.number} {name_of(part.node)}",
            _owner(facts, part.team).name,
            _sides(part, words),
            "; ".join(ways.get(part.place, ())),
            "; ".join(f"{note.code} {note.message}" for note in card.notes),
        )
        for part, card in zip(parts, cards, strict=True)
    ]
    kept = [at for at in range(len(header)) if at < 2 or any(row[at] for row in rows)]
    cells = tuple(tuple(clean(row[at]) for at in kept) for row in rows)
    return Table(tuple(header[at] for at in kept), cells)
