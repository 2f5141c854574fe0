"""Findings as pictures list them."""

from __future__ import annotations

from cxblueprint.checks import Finding
from cxblueprint.graph import Graph, StepNode
from cxblueprint.model import Declared, Subject
from cxblueprint.pictures.scene import Note, severity_name
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words


def note_of(graph: Graph, finding: Finding, words: Words) -> Note:
    """Return a finding ready to be listed."""
    label = label_of(graph, finding.subject)
    grade = severity_name(finding.severity, words)
    message = words.quoted(finding.message)
    return Note(finding.code, finding.severity, label, message, finding.url, grade)


def label_of(graph: Graph, subject: Subject) -> str:
    """Return what people call something; its address where nothing else is known."""
    if subject.kind == "step":
        journey = graph.journeys.get(subject.id.partition("/")[0])
        for node in journey.steps if journey else ():
            if node.address == subject.id:
                return name_of(node)
    element = graph.element(subject)
    if isinstance(element, Declared):
        return clean(element.label) or subject.id
    name = getattr(element, "title" if subject.kind == "blueprint" else "name", None)
    return clean(name) if isinstance(name, str) and clean(name) else str(subject)


def name_of(node: StepNode) -> str:
    """Return what a step is called; its id where nothing of the name can be drawn."""
    return clean(node.label) or node.id
