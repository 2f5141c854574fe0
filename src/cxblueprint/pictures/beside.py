"""A journey and the one that is to replace it, in one picture: as it is above, as it is to be below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxblueprint.errors import UsageError, did_you_mean
from cxblueprint.graph import Graph, JourneyNode
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.changes import changes_between
from cxblueprint.pictures.facts import JourneyFacts, sentence
from cxblueprint.pictures.outline import Outline, joined
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.scene import Heading
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.text import clean

WAY_OUT = "`replaces` in the journey as it is to be names the journey as it is"


def pair_of(graph: Graph, journey_id: str | None) -> tuple[str, str]:
    """Return the journey as it is and the one that is to replace it, of which one is named.

    A journey that replaces another is shown beside that one, although a third may replace it in turn.

    Raises:
        UsageError: there is no such journey, it is not one of a pair, or it is not clear which pair is meant.
    """
    pairs = {
        node.id: node.journey.replaces
        for node in graph.journeys.values()
        if node.journey.replaces in graph.journeys and node.journey.replaces != node.id
    }
    if journey_id is None:
        return _only_pair(pairs)
    named = graph.journey(journey_id)
    if journey_id in pairs:
        return str(pairs[journey_id]), journey_id
    after = [new for new, old in pairs.items() if old == journey_id]
    if len(after) == 1:
        return journey_id, after[0]
    if after:
        listed = ", ".join(map(repr, after))
        msg = f"several journeys replace {journey_id!r}: say which to draw beside it: {listed}"
        raise UsageError(msg)
    raise UsageError(_alone(graph, named))


def pair_beside(graph: Graph, journey_id: str) -> tuple[str, str] | None:
    """Return the pair that a journey is one of, or None where there is none, or more than one."""
    try:
        return pair_of(graph, journey_id)
    except UsageError:
        return None


def _only_pair(pairs: dict[str, str | None]) -> tuple[str, str]:
    if len(pairs) == 1:
        ((new, old),) = pairs.items()
        return str(old), new
    if pairs:
        msg = f"say which journey to draw beside the one that it replaces: {', '.join(map(repr, pairs))}"
        raise UsageError(msg)
    msg = f"no journey replaces another: {WAY_OUT}"
    raise UsageError(msg)


def _alone(graph: Graph, node: JourneyNode) -> str:
    """Return why a journey has none to be drawn beside, and what to do about it."""
    old = node.journey.replaces
    if old == node.id:
        return f"journey {node.id!r} replaces itself: {WAY_OUT}"
    if old is not None:
        return (
            f"journey {node.id!r} replaces {old!r}, which is not declared{did_you_mean(old, graph.journeys)}"
        )
    return f"journey {node.id!r} replaces no other, and no other replaces it: {WAY_OUT}"


class Pair:
    """Two journeys, and how each step of the one differs from the other's."""

    def __init__(self, graph: Graph, before: str, after: str, asked: Asked) -> None:
        self.words = asked.words
        plain = JourneyFacts(graph, before, asked), JourneyFacts(graph, after, asked)
        changes = changes_between(*plain)
        self.facts = tuple(
            JourneyFacts(graph, facts.journey.id, asked, change)
            for facts, change in zip(plain, changes, strict=True)
        )
        self.notes = self.facts[0].notes
        self._names = tuple(clean(facts.journey.label) or facts.journey.id for facts in self.facts)

    def headed(self, headings: Sequence[Heading]) -> list[Heading]:
        """Return the headings of both; where a journey does not say so, which one is to be is added."""
        states = self.words("as it is"), self.words("as it is to be")
        return [
            heading
            if facts.journey.journey.state is not None
            else replace(heading, subtitle=f"{heading.subtitle} \u00b7 {state}")
            for facts, heading, state in zip(self.facts, headings, states, strict=True)
        ]

    def heading(self, view: str, headings: Sequence[Heading]) -> Heading:
        """Return the words around the whole picture."""
        before, after = headings
        words = self.words
        kinds = [change.kind for facts in self.facts for change in facts.changes.values()]
        counts = (
            (words("Steps that are new: {n}", n=kinds.count("new")), "new" in kinds),
            (words("Steps that are gone: {n}", n=kinds.count("gone")), "gone" in kinds),
            (words("Steps that have changed: {n}", n=kinds.count("changed")), "changed" in kinds),
        )
        said = [
            words("Above, as it is: {name}. {what}", name=before.title, what=before.description),
            words("Below, as it is to be: {name}. {what}", name=after.title, what=after.description),
            *(sentence(text) for text, is_so in counts if is_so),
        ]
        title = words("{before} beside {after}", before=before.title, after=after.title)
        ids = before.uid.removeprefix(f"cx-{view}-"), after.uid.removeprefix(f"cx-{view}-")
        return Heading(slug(f"cx-beside-{view}-{'-'.join(ids)}"), title, "", " ".join(said))

    def table(self, tables: Sequence[Table]) -> Table:
        """Return the tables of both as one, which says of each row whose it is and how it differs."""
        step, *rest = tables[0].header
        rows = [
            (name, number, facts.change_said(node), *cells)
            for name, facts, table in zip(self._names, self.facts, tables, strict=True)
            for node, (number, *cells) in zip(facts.steps, table.rows, strict=True)
        ]
        header = (self.words("Journey"), step, self.words("Change"), *rest)
        return Table(header, tuple(rows)).without_empty(4)

    def outline(self, outlines: Sequence[Outline]) -> Outline:
        """Return the outlines of both as one."""
        return joined(list(zip(self._names, outlines, strict=True)))
