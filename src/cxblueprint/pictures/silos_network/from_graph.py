"""From a blueprint to the network of its teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cxblueprint.graph import Graph, StepNode
from cxblueprint.model import Subject
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.notes import note_of
from cxblueprint.pictures.passing import Kind, Place, parts_of, passings_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.said import notes_said, said
from cxblueprint.pictures.scene import Heading, Note, Owner
from cxblueprint.pictures.silos.from_graph import kind_in_words
from cxblueprint.pictures.silos_network.scene import Link, NetworkScene, TeamCard
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.teams import no_owner, owners, undeclared
from cxblueprint.pictures.text import clean
from cxblueprint.pictures.words import Words

_LEAST_SETTLED: tuple[Kind, ...] = ("undeclared", "unagreed", "handoff", "flow")
Pair = tuple[str | None, str | None]


@dataclass(slots=True)
class _Crossings:
    """Who has a part where, and which ways lead from team to team: each pair of touchpoints once."""

    places: dict[str | None, set[str]] = field(default_factory=dict)
    """By team, its touchpoints."""
    ways: dict[Pair, dict[tuple[str, str], Kind]] = field(default_factory=dict)
    """By giver and receiver, the ways between touchpoints and the least settled kind of each."""

    def add(self, pair: Pair, way: tuple[str, str], kind: Kind) -> None:
        """Count a way."""
        kinds = self.ways.setdefault(pair, {})
        known = kinds.get(way, kind)
        kinds[way] = min(kind, known, key=_LEAST_SETTLED.index)


def network_scene(graph: Graph, asked: Asked) -> NetworkScene:
    """Return the scene of the network of a blueprint's teams."""
    found = _crossings(graph)
    teams = sorted(found.places, key=lambda team: (team is None, team or ""))
    badges = owners((team.id, team.name) for team in graph.teams.values())
    named = [_owner(badges, team, asked.words) for team in teams]
    links = tuple(_links(found, teams))
    cards = tuple(
        _card(asked, found, team, owner, notes=_notes(graph, asked, team))
        for team, owner in zip(teams, named, strict=True)
    )
    words = asked.words
    title = clean(graph.blueprint.title) or graph.blueprint.id
    open_links = sum(link.kind in ("unagreed", "undeclared") for link in links)
    parts = [words("silos: how work crosses from team to team"), words.count(len(cards), "team")]
    if open_links:
        parts.append(words("{count} of {all} ties are not settled", count=open_links, all=len(links)))
    about_handoffs = (finding for finding in asked.findings if finding.subject.kind == "handoff")
    notes = tuple(note_of(graph, finding, asked.words) for finding in about_handoffs)
    description = said(part[:1].upper() + part[1:] for part in parts)
    return NetworkScene(
        Heading(slug(f"cx-silos-network-{graph.blueprint.id}"), title, " \u00b7 ".join(parts), description),
        cards,
        links,
        (*notes, *(note for card in cards for note in card.notes)),
        _table(asked, named, links),
    )


def _owner(badges: Mapping[str, Owner], team: str | None, words: Words) -> Owner:
    return no_owner(words) if team is None else badges.get(team) or undeclared(team, words)


def _crossings(graph: Graph) -> _Crossings:
    found = _Crossings()
    for _, journey in sorted(graph.journeys.items()):
        nodes: dict[str, StepNode] = {node.address: node for node in journey.steps}
        for part in parts_of(journey.steps):
            found.places.setdefault(part.team, set()).add(part.node.step.touchpoint or "")
        for passing in passings_of(graph, journey.steps):
            if passing.source.team != passing.target.team:
                way = _touchpoint(nodes, passing.source), _touchpoint(nodes, passing.target)
                found.add((passing.source.team, passing.target.team), way, passing.kind)
    return found


def _touchpoint(nodes: Mapping[str, StepNode], place: Place) -> str:
    return nodes[place.step].step.touchpoint or ""


def _links(found: _Crossings, teams: Sequence[str | None]) -> Iterator[Link]:
    for one, first in enumerate(teams):
        for other in range(one + 1, len(teams)):
            there = found.ways.get((first, teams[other]), {})
            back = found.ways.get((teams[other], first), {})
            if there or back:
                kind = min((*there.values(), *back.values()), key=_LEAST_SETTLED.index)
                yield Link(one, other, len(there), len(back), kind)


def _card(
    asked: Asked, found: _Crossings, team: str | None, owner: Owner, *, notes: tuple[Note, ...]
) -> TeamCard:
    words = asked.words
    comes = sum(len(ways) for (_, receiver), ways in found.ways.items() if receiver == team)
    leaves = sum(len(ways) for (giver, _), ways in found.ways.items() if giver == team)
    places = words.count(len(found.places[team]), "touchpoint")
    ways = words("{comes} in, {leaves} out", comes=comes, leaves=leaves)
    spoken = [f"{owner.name}: {places}; {ways}"]
    spoken += notes_said(notes, words)
    href = asked.href(Subject("team", team)) if team is not None else None
    return TeamCard(owner, (places, ways), said(spoken), notes, href)


def _notes(graph: Graph, asked: Asked, team: str | None) -> tuple[Note, ...]:
    if team is None:
        return ()
    wanted = Subject("team", team)
    return tuple(
        note_of(graph, finding, asked.words) for finding in asked.findings if finding.subject == wanted
    )


def _table(asked: Asked, named: Sequence[Owner], links: Sequence[Link]) -> Table:
    words = asked.words
    header = (words("Team"), words("Other team"), words("There"), words("Back"), words("How"))
    rows = tuple(
        (
            clean(named[link.one].name),
            clean(named[link.other].name),
            str(link.there),
            str(link.back),
            kind_in_words(link.kind, words) or words("the customer moves on"),
        )
        for link in links
    )
    return Table(header, rows)
