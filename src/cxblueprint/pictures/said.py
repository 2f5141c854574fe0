"""What the labels of cards say, sentence by sentence, to those who do not see the picture."""

from __future__ import annotations

from collections.abc import Iterable

from cxblueprint.graph import StepNode
from cxblueprint.pictures.amounts import duration_in_words
from cxblueprint.pictures.facts import JourneyFacts, sentence
from cxblueprint.pictures.notes import name_of
from cxblueprint.pictures.scene import Note, Standard
from cxblueprint.pictures.words import Words


def said(parts: Iterable[str]) -> str:
    """Return parts as sentences, without what is empty."""
    return " ".join(sentence(part) for part in parts if part)


def step_said(facts: JourneyFacts, node: StepNode) -> str:
    """Return which step of the journey it is."""
    return facts.words(
        "Step {n} of {total}, {name}, stage {stage}",
        n=node.number,
        total=len(facts.journey.steps),
        name=name_of(node),
        stage=node.stage.label,
    )


def doing_said(facts: JourneyFacts, node: StepNode, what: str) -> str:
    """Return who does something at a step."""
    persona = facts.graph.personas.get(node.step.actor) if node.step.actor else None
    who = persona.label if persona else facts.words("Customer")
    return facts.words("{who}: {what}", who=who, what=what)


def wait_said(node: StepNode, words: Words) -> str:
    """Return how long the customer waits after a step, or an empty text."""
    wait = node.step.wait
    return words("then waits {time}", time=duration_in_words(wait, words)) if wait is not None else ""


def ways_said(facts: JourneyFacts, node: StepNode) -> list[str]:
    """Return a sentence for each way on from a step."""
    return [facts.words("Next: {way}", way=way) for way in facts.onward(node)]


def standards_said(standards: Iterable[Standard], words: Words) -> list[str]:
    """Return a sentence for each standard."""
    return [
        words("Standard: {name}, {target}", name=one.name, target=one.target or words("no target"))
        for one in standards
    ]


def notes_said(notes: Iterable[Note], words: Words) -> list[str]:
    """Return a sentence for each finding."""
    return [
        words(
            "Finding {code}, {severity}: {message}",
            code=note.code,
            severity=note.graded,
            message=note.message,
        )
        for note in notes
    ]
