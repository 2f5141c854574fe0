"""From a journey in the graph to what its map shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxblueprint.graph import StepNode
from cxblueprint.model import Subject
from cxblueprint.pictures.facts import JourneyFacts, feelings, felt, in_a_row
from cxblueprint.pictures.journey_map.scene import MapScene, Moment
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.said import (
    doing_said,
    notes_said,
    said,
    standards_said,
    step_said,
    wait_said,
    ways_said,
)
from cxblueprint.pictures.scene import Note, Way
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words


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
    words = facts.words
    stages, steps = words.count(len(facts.stage_spans), "stage"), words.count(len(facts.steps), "step")
    names = feelings(words)
    felt = words(", ").join(f"{name_of(node)} {names[feeling]}" for node, feeling in stated)
    parts = [
        words("Journey map: {stages} and {steps}", stages=stages, steps=steps),
        words("How the customer feels: {feelings}", feelings=felt) if stated else "",
        words.count(len(facts.notes), "finding") if facts.notes else "",
    ]
    return said(parts)


def _moment(facts: JourneyFacts, node: StepNode) -> Moment:
    step, channel, standards = node.step, facts.channel(node), facts.standards(node)
    doing = clean(step.customer or "") or name_of(node)
    feeling = step.emotion
    notes = _notes(facts, node)
    words = facts.words
    spoken = [
        step_said(facts, node),
        doing_said(facts, node, doing),
        facts.change_said(node),
        words("Channel: {name}", name=channel.name) if channel else "",
        words("Feeling: {feeling}", feeling=felt(feeling, words)) if feeling is not None else "",
        words("Thinking: {thought}", thought=step.thinking) if step.thinking else "",
        *(words("Pain point: {pain}", pain=pain) for pain in step.pains),
        *(words("Opportunity: {opportunity}", opportunity=one) for one in step.opportunities),
        *standards_said(standards, words),
        *(mark.text for mark in facts.marks(node)),
        *ways_said(facts, node),
        *notes_said(notes, words),
    ]
    subjects = [node.subject]
    if node.touchpoint is not None:
        subjects.append(Subject("touchpoint", node.touchpoint.id))
    return Moment(
        doing=doing,
        label=said(spoken),
        stands_back=step.customer is None and node.touchpoint is not None,
        channel=channel,
        feeling=feeling,
        thinking=clean(step.thinking or ""),
        wait=wait_said(node, words),
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
    words = facts.words
    stated = [(node, node.step.emotion) for node in facts.steps if node.step.emotion is not None]
    if not facts.steps:
        return
    if not stated:
        yield words("No step says how the customer feels")
        return
    felt = [feeling for _, feeling in stated]
    if len(felt) == 1:
        return
    low, high = min(felt), max(felt)
    mean = round(sum(felt) / len(felt), 1)
    figure = words.figure(f"{mean:+.1f}".replace("-", "\u2212") if mean else "0")
    average = words("Feeling on average {figure}", figure=figure)
    if len(stated) < len(facts.steps):
        scope = words.count(len(facts.steps), "stated at {stated} of {n} steps", stated=len(stated))
        average = words(", ").join([average, scope])
    if low == high:
        yield average
        return
    lowest, highest = (
        in_a_row(_few([name_of(node) for node, feeling in stated if feeling == extreme], words), words)
        for extreme in (low, high)
    )
    extremes = (words("lowest at {steps}", steps=lowest), words("highest at {steps}", steps=highest))
    yield " \u00b7 ".join([average, *extremes])


def _few(names: list[str], words: Words) -> list[str]:
    """Return names, the later ones counted where there are many."""
    return names if len(names) <= 4 else [*names[:3], words.count(len(names) - 3, "{n} more")]


def map_table(facts: JourneyFacts, scene: MapScene) -> Table:
    """Return everything the picture shows, one row for each step."""
    words = facts.words
    header = [
        words("Step"),
        words("Stage"),
        words("Doing"),
        words("Channel"),
        words("Feeling"),
        words("Thinking"),
        words("Pain points"),
        words("Opportunities"),
        words("Standard"),
        words("Marks"),
        words("Next"),
        words("Findings"),
    ]
    rows: list[list[str]] = []
    for node, moment in zip(facts.steps, scene.moments, strict=True):
        feeling = moment.feeling
        rows.append(
            [
                f"{node.number} {name_of(node)}",
                node.stage.label,
                moment.doing,
                moment.channel.name if moment.channel else "",
                "" if feeling is None else felt(feeling, words),
                moment.thinking,
                "; ".join(moment.pains),
                "; ".join(moment.opportunities),
                "; ".join(" ".join(filter(None, (s.name, s.target))) for s in moment.standards),
                "; ".join(mark.text for mark in facts.marks(node)),
                "; ".join(facts.onward(node)),
                "; ".join(f"{note.code} {note.message}" for note in moment.notes),
            ]
        )
    return Table(tuple(header), tuple(tuple(map(clean, row)) for row in rows))
