"""What both views need to know of a journey, read from the graph and put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from cxblueprint.checks import Finding
from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.graph import Edge, Graph, JourneyNode, StageNode, StepNode
from cxblueprint.model import Subject
from cxblueprint.pictures.amounts import duration_in_words, target_in_signs
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.icons import CHANNEL_KINDS, marker_names
from cxblueprint.pictures.notes import name_of, note_of
from cxblueprint.pictures.scene import (
    Change,
    Channel,
    Column,
    Heading,
    Mark,
    Note,
    Owner,
    Stage,
    Standard,
    Way,
)
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.teams import no_owner, owners, undeclared
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words

_NO_CHANGES: Mapping[str, Change] = MappingProxyType({})


def feelings(words: Words) -> Mapping[int, str]:
    """Return what each feeling is called, from the best to the worst."""
    return {
        2: words("delighted"),
        1: words("content"),
        0: words("neutral"),
        -1: words("annoyed"),
        -2: words("angry"),
    }


def felt(feeling: int, words: Words) -> str:
    """Return a feeling by its name and its number."""
    return f"{feelings(words)[feeling]} ({words.figure(f'{feeling:+d}')})"


class JourneyFacts:
    """A journey, or some stages of it, as the views want to tell it."""

    def __init__(
        self,
        graph: Graph,
        journey_id: str,
        asked: Asked,
        changes: Mapping[str, Change] = _NO_CHANGES,
    ) -> None:
        """Read a journey; `changes` says by a step's address how it differs from another journey's."""
        self.graph = graph
        self.asked = asked
        self.words = asked.words
        self.changes = changes
        self.journey: JourneyNode = graph.journey(journey_id)
        self.stages = _chosen(self.journey, asked.stage)
        self.steps: tuple[StepNode, ...] = tuple(step for node in self.stages for step in node.steps)
        self.is_slice = len(self.stages) < len(self.journey.stages)
        self.findings = tuple(asked.findings)
        self._column = {step.address: column for column, step in enumerate(self.steps)}

    # The words around the picture

    def heading(self, view: str, description: str) -> Heading:
        """Return title, subtitle and description of a view."""
        journey, words = self.journey.journey, self.words
        parts = [self.graph.blueprint.title, _view_name(view, words)]
        if self.is_slice:
            names = [node.label for node in self.stages]
            parts.append(
                words("stage {name}", name=names[0])
                if len(names) == 1
                else words("stages {names}", names=in_a_row(names, words))
            )
        if journey.state is not None:
            parts.append(words("as it is") if journey.state == "as-is" else words("as it is to be"))
        if journey.status == "draft":
            parts.append(words("draft"))
        chosen = "-".join(node.id for node in self.stages) if self.is_slice else ""
        uid = slug(f"cx-{view}-{self.journey.id}-{chosen}")
        title = clean(self.journey.label) or self.journey.id
        return Heading(uid, title, " \u00b7 ".join(clean(part) for part in parts if clean(part)), description)

    # Columns

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The steps as columns."""
        return tuple(
            Column(node.number, name_of(node), self.marks(node), self.changes.get(node.address))
            for node in self.steps
        )

    @cached_property
    def stage_spans(self) -> tuple[Stage, ...]:
        """The stages over the columns; a stage without steps has no place."""
        spans: list[Stage] = []
        first = 0
        for node in self.stages:
            if node.steps:
                spans.append(Stage(node.label, first, first + len(node.steps) - 1))
                first += len(node.steps)
        return tuple(spans)

    def marks(self, node: StepNode) -> tuple[Mark, ...]:
        """Return the markers of a step, each with what it says."""
        marks: list[Mark] = []
        words = self.words
        if node.step.moment_of_truth:
            marks.append(Mark("moment-of-truth", marker_names(words)["moment-of-truth"]))
        if node.step.fail_points:
            texts = "; ".join(point.text for point in node.step.fail_points)
            marks.append(Mark("fail-point", clean(words("Fail point: {texts}", texts=texts))))
        if node.step.wait is not None:
            time = duration_in_words(node.step.wait, words)
            marks.append(Mark("wait", words("Wait: {time}", time=time)))
        return tuple(marks)

    def change_said(self, node: StepNode) -> str:
        """Return in words how a step differs; nothing where that is not asked, or it does not."""
        change = self.changes.get(node.address)
        return change.said if change else ""

    # Ways

    def ways(self) -> tuple[Way, ...]:
        """Return the ways between the steps that are shown."""
        return tuple(
            Way(self._column[edge.source.address], self._column[edge.target.address], self._when(edge))
            for edge in self.journey.edges
            if edge.source.address in self._column and edge.target.address in self._column
        )

    def column_of(self, node: StepNode) -> int | None:
        """Return where a step stands, or None if it is not shown."""
        return self._column.get(node.address)

    def onward(self, node: StepNode) -> list[str]:
        """Return in words where a customer goes from a step, one text for each way."""
        words = self.words
        if not node.outgoing:
            return [words("the journey ends here")] if node.step.next is not None else []
        ways = []
        for edge in node.outgoing:
            way, when = f"{edge.target.number} {name_of(edge.target)}", self._when(edge)
            way = words("{step}: {when}", step=way, when=when) if when else way
            is_one_of_several = node.step.parallel and len(node.outgoing) > 1
            ways.append(words("at the same time: {way}", way=way) if is_one_of_several else way)
        return ways

    def _when(self, edge: Edge) -> str:
        return condition(edge, self.words)

    # Things

    @cached_property
    def _owners(self) -> Mapping[str, Owner]:
        return owners((team.id, team.name) for team in self.graph.teams.values())

    def team(self, team_id: str | None) -> Owner | None:
        """Return a team's badge, or None where none is named."""
        if team_id is None:
            return None
        return self._owners.get(team_id) or undeclared(team_id, self.words)

    def owner(self, node: StepNode) -> Owner | None:
        """Return the badge of the team that answers for a step's touchpoint; a missing one is said so."""
        if node.touchpoint is None:
            return None
        return self.team(node.touchpoint.owner) or no_owner(self.words)

    def channel(self, node: StepNode) -> Channel | None:
        """Return the channel of a step's touchpoint, or None where it is not known."""
        if node.touchpoint is None or node.touchpoint.channel is None:
            return None
        channel = self.graph.channels.get(node.touchpoint.channel)
        if channel is None:
            return None
        kind = channel.kind or "other"
        return Channel(kind if kind in CHANNEL_KINDS else "other", channel.label)

    def standards(self, node: StepNode) -> tuple[Standard, ...]:
        """Return the standards of a step's touchpoint with their targets."""
        if node.touchpoint is None:
            return ()
        return tuple(
            Standard(
                standard.label,
                target_in_signs(standard.target, self.words) if standard.target is not None else "",
            )
            for standard in self.graph.standards_of(node.touchpoint)
        )

    # Links and findings

    def href(self, *subjects: Subject) -> str | None:
        """Return the address of the first of these that has a page."""
        return self.asked.href(*subjects)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Every finding that was given, ready to be listed."""
        return tuple(self.note(finding) for finding in self.findings)

    def note(self, finding: Finding) -> Note:
        """Return a finding ready to be listed."""
        return note_of(self.graph, finding, self.words)


def _chosen(journey: JourneyNode, stage: str | None) -> tuple[StageNode, ...]:
    """Return the stages to draw: all of them, or those named, in the order of the journey."""
    if stage is None:
        return journey.stages
    known = {node.id: node for node in journey.stages}
    wanted = [word.strip() for word in stage.split(",")]
    for word in wanted:
        if word not in known:
            listed = ", ".join(map(repr, known)) or "it has none"
            guess = did_you_mean(word, known)
            raise UsageError(f"journey {journey.id!r} has no stage {word!r}{guess or f': {listed}'}")
    return tuple(node for node in journey.stages if node.id in wanted)


def condition(edge: Edge, words: Words) -> str:
    """Return when a way is taken and by how many, as far as it is said."""
    share = "" if edge.share is None else words.share(f"{round(edge.share * 100, 1):g}")
    when = clean(edge.when or "")
    return f"{when} ({share})" if when and share else when or share


def in_a_row(names: Sequence[str], words: Words) -> str:
    """Return names as a list in a sentence."""
    if len(names) == 1:
        return names[0]
    return words("{names} and {last}", names=words(", ").join(names[:-1]), last=names[-1])


def _view_name(view: str, words: Words) -> str:
    names = {
        "service-blueprint": words("service blueprint"),
        "journey-map": words("journey map"),
        "silos": words("silos"),
        "ownership": words("ownership"),
        "measures": words("measures"),
    }
    return names.get(view) or view.replace("-", " ")


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = clean(text)
    return text if not text or text[-1] in ".!?\u2026\u3002\u061f" else f"{text}."
