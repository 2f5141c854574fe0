"""From a journey in the graph to what its map shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxblueprint.graph import StepNode
from cxblueprint.model import Subject
from cxblueprint.pictures.facts import FEELINGS, JourneyFacts, counted, in_a_row, sentence
from cxblueprint.pictures.journey_map.scene import MapScene, Moment
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Note, Way
from cxblueprint.pictures.text import clean


def map_scene(facts: JourneyFacts) -> MapScene:
    """Return the scene of a journey's map."""
    ways = facts.ways()
    return MapScene(
        heading=facts.heading("journey-map", _description(facts)),
        columns=facts.columns,
        stages=facts.stage_spans,
        moments=tuple(_moment(facts, node) for node in facts.steps),
        ways=() if _is_simple(ways, len(facts.steps)) else ways,
        notes=facts.notes,
        remarks=tuple(_remarks(facts)),
    )


def _is_simple(ways: Sequence[Way], steps: int) -> bool:
    """Tell whether step simply follows step, so that no arrow needs to say so."""
    chain = [Way(step, step + 1) for step in range(steps - 1)]
    return list(ways) == chain


def _description(facts: JourneyFacts) -> str:
    stated = [(node, node.step.emotion) for node in facts.steps if node.step.emotion is not None]
    feelings = ", ".join(f"{name_of(node)} {FEELINGS[feeling]}" for node, feeling in stated)
    parts = [
        f"Journey map: {counted(len(facts.stage_spans), 'stage')} and {counted(len(facts.steps), 'step')}",
        f"how the customer feels: {feelings}" if stated else "",
        counted(len(facts.notes), "finding") if facts.notes else "",
    ]
    return " ".join(sentence(part[:1].upper() + part[1:]) for part in parts if part)


def _moment(facts: JourneyFacts, node: StepNode) -> Moment:
    step, channel, standards = node.step, facts.channel(node), facts.standards(node)
    doing = clean(step.customer or "") or name_of(node)
    feeling = step.emotion
    notes = _notes(facts, node)
    persona = facts.graph.personas.get(step.actor) if step.actor else None
    spoken = [
        f"Step {node.number} of {len(facts.journey.steps)}, {name_of(node)}, stage {node.stage.label}",
        f"{persona.label if persona else 'Customer'}: {doing}",
        f"Channel: {channel.name}" if channel else "",
        f"Feeling: {FEELINGS[feeling]} ({feeling:+d})" if feeling is not None else "",
        f"Thinking: {step.thinking}" if step.thinking else "",
        *(f"Pain point: {pain}" for pain in step.pains),
        *(f"Opportunity: {opportunity}" for opportunity in step.opportunities),
        *(f"Standard: {s.name}, {s.target or 'no target'}" for s in standards),
        *(mark.text for mark in facts.marks(node)),
        *(f"Next: {way}" for way in facts.onward(node)),
        *(f"Finding {note.code}, {note.severity}: {note.message}" for note in notes),
    ]
    subjects = [node.subject]
    if node.touchpoint is not None:
        subjects.append(Subject("touchpoint", node.touchpoint.id))
    return Moment(
        doing=doing,
        label=" ".join(sentence(part) for part in spoken if part),
        stands_back=step.customer is None and node.touchpoint is not None,
        channel=channel,
        feeling=feeling,
        thinking=clean(step.thinking or ""),
        wait=f"then waits {step.wait.in_words}" if step.wait is not None else "",
        pains=step.pains,
        opportunities=step.opportunities,
        standards=standards,
        notes=notes,
        href=facts.href(*subjects),
    )


def _notes(facts: JourneyFacts, node: StepNode) -> tuple[Note, ...]:
    """Return the findings about a step, its touchpoint, or a standard that holds there."""
    subjects = {node.subject}
    if node.touchpoint is not None:
        subjects.add(Subject("touchpoint", node.touchpoint.id))
        subjects |= {Subject("service-standard", standard) for standard in node.touchpoint.standards}
    return tuple(facts.note(finding) for finding in facts.findings if finding.subject in subjects)


def _remarks(facts: JourneyFacts) -> Iterator[str]:
    """Yield the sum of the feelings, or that none is stated."""
    stated = [(node, node.step.emotion) for node in facts.steps if node.step.emotion is not None]
    if not facts.steps:
        return
    if not stated:
        yield "No step says how the customer feels"
        return
    feelings = [feeling for _, feeling in stated]
    if len(feelings) == 1:
        return
    low, high = min(feelings), max(feelings)
    scope = (
        "" if len(stated) == len(facts.steps) else f", stated at {len(stated)} of {len(facts.steps)} steps"
    )
    mean = round(sum(feelings) / len(feelings), 1)
    average = f"Feeling on average {f'{mean:+.1f}' if mean else '0'}{scope}".replace("-", "\u2212")
    if low == high:
        yield average
        return
    lowest, highest = (
        in_a_row(_few([name_of(node) for node, feeling in stated if feeling == extreme]))
        for extreme in (low, high)
    )
    yield f"{average} \u00b7 lowest at {lowest} \u00b7 highest at {highest}"


def _few(names: list[str]) -> list[str]:
    """Return names, the later ones counted where there are many."""
    return names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]


def map_table(facts: JourneyFacts, scene: MapScene) -> Table:
    """Return everything the picture shows, one row for each step; columns without content are left out."""
    header = ["Step", "Stage", "Doing", "Channel", "Feeling", "Thinking", "Pain points", "Opportunities"]
    header += ["Standard", "Marks", "Next", "Findings"]
    rows: list[list[str]] = []
    for node, moment in zip(facts.steps, scene.moments, strict=True):
        feeling = moment.feeling
        rows.append(
            [
                f"{node.number} {name_of(node)}",
                node.stage.label,
                moment.doing,
                moment.channel.name if moment.channel else "",
                "" if feeling is None else f"{FEELINGS[feeling]} ({feeling:+d})",
                moment.thinking,
                "; ".join(moment.pains),
                "; ".join(moment.opportunities),
                "; ".join(" ".join(filter(None, (s.name, s.target))) for s in moment.standards),
                "; ".join(mark.text for mark in facts.marks(node)),
                "; ".join(facts.onward(node)),
                "; ".join(f"{note.code} {note.message}" for note in moment.notes),
            ]
        )
    kept = [i for i in range(len(header)) if i < 2 or any(row[i] for row in rows)]
    cells = tuple(tuple(clean(row[i]) for i in kept) for row in rows)
    return Table(tuple(header[i] for i in kept), cells)
