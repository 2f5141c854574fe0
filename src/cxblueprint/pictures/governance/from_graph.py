"""From a blueprint to the picture of its teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cxblueprint.checks import Finding
from cxblueprint.graph import Graph
from cxblueprint.model import Subject, Team, subject_of
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import sentence
from cxblueprint.pictures.governance.areas import Placed, is_at_table, placed
from cxblueprint.pictures.governance.said import climate_lines, function_name
from cxblueprint.pictures.governance.scene import Areas, GovernanceScene, Line, TeamCard
from cxblueprint.pictures.notes import note_of
from cxblueprint.pictures.picture import Table
from cxblueprint.pictures.said import notes_said
from cxblueprint.pictures.scene import Heading, Note, Owner
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.teams import owners
from cxblueprint.pictures.text import clean

_MOST_NAMES = 3


def governance_scene(graph: Graph, asked: Asked) -> GovernanceScene:
    """Return the scene of a blueprint's teams."""
    return _Governance(graph, asked).scene()


class _Governance:
    def __init__(self, graph: Graph, asked: Asked) -> None:
        self._graph = graph
        self.words = asked.words
        self._asked = asked
        self._placed: Placed = placed(graph)
        self._order = {team: at for at, team in enumerate(self._placed.every)}
        badges = owners((team.id, team.name) for team in graph.teams.values())
        self._owners: Mapping[str, Owner] = {
            team: badge if clean(badge.name) else Owner(badge.code, team, badge.tone)
            for team, badge in badges.items()
        }
        self._findings = [finding for finding in asked.findings if _concerns(finding)]
        self._touchpoints = Counter(place.owner for place in graph.touchpoints.values())

    def scene(self) -> GovernanceScene:
        teams = [self._graph.teams[team] for team in self._order]
        cards = tuple(map(self._card, teams))
        areas = Areas(
            self._places(self._placed.tree),
            tuple(map(self._places, self._placed.loops)),
            self._places(self._placed.unstated),
            self._places(self._placed.partners),
        )
        return GovernanceScene(
            heading=self._heading(teams),
            cards=cards,
            superiors=tuple(self._order.get(team.reports_to or "") for team in teams),
            areas=areas,
            in_circle=frozenset(self._places(self._placed.in_circle)),
            emphasised=frozenset(self._order[team] for team in self._emphasised()),
            notes=tuple(note_of(self._graph, finding, self.words) for finding in self._findings),
            table=self._table(teams, cards),
        )

    def _places(self, teams: Sequence[str] | frozenset[str]) -> tuple[int, ...]:
        return tuple(self._order[team] for team in teams)

    # The words around the picture

    def _heading(self, teams: Sequence[Team]) -> Heading:
        words, blueprint = self.words, self._graph.blueprint
        seated = sum(map(is_at_table, teams))
        counts = [
            words.count(len(teams), "team"),
            words("{count} at the executive table", count=seated) if seated else "",
            words("customer experience: {teams}", teams=self._cx_teams(teams)) if teams else "",
        ]
        said = [
            words("Who reports to whom, from the top down, and what each team owns"),
            *(text[:1].upper() + text[1:] for text in counts),
            words.count(len(self._findings), "finding") if self._findings else "",
        ]
        parts = [words("governance: who reports to whom"), *filter(None, counts)]
        return Heading(
            slug(f"cx-governance-{blueprint.id}"),
            clean(blueprint.title) or blueprint.id,
            " \u00b7 ".join(parts),
            " ".join(sentence(text) for text in said if text),
        )

    def _cx_teams(self, teams: Sequence[Team]) -> str:
        """Return who runs customer experience."""
        found = [self._owners[team.id].name for team in teams if _runs_cx(team)]
        if not found:
            is_known = all(team.function is not None for team in teams)
            return self.words("nobody") if is_known else self.words("not stated")
        few = len(found) <= _MOST_NAMES
        return ", ".join(found) if few else self.words.count(len(found), "team")

    # Cards

    def _card(self, team: Team) -> TeamCard:
        notes = self._notes(team)
        owner, function = self._owners[team.id], self._function(team)
        cx = self._cx(team)
        lines = tuple(self._lines(team))
        superior = self._reports_to(team)
        spoken = [
            f"{owner.name}: {function}" if function else owner.name,
            cx,
            superior,
            self.words("At the executive table") if is_at_table(team) else "",
            *(line.text for line in lines if line.text != superior),
            *notes_said(notes, self.words),
        ]
        names = self._journeys(team)
        if len(names) > _MOST_NAMES:
            spoken.append(self.words("Journeys: {names}", names=", ".join(names)))
        return TeamCard(
            owner,
            function,
            " ".join(sentence(text) for text in spoken if text),
            cx,
            is_at_table(team),
            lines,
            notes,
            self._asked.href(subject_of(team)),
        )

    def _function(self, team: Team) -> str:
        functions = (team.function, *team.also_functions)
        named = dict.fromkeys(function_name(function, self.words) for function in functions if function)
        return " + ".join(named)

    def _cx(self, team: Team) -> str:
        if team.function == "cx":
            return self.words("Runs customer experience")
        return self.words("Also runs customer experience") if _runs_cx(team) else ""

    def _reports_to(self, team: Team) -> str:
        words = self.words
        if team.reports_to is None:
            return words("Reporting line not stated") if self._is_apart(team) else ""
        above = self._graph.team(team.reports_to)
        if above is None:
            return words("Reports to {id}, which is not declared", id=team.reports_to)
        return words("Reports to {name}", name=self._owners[above.id].name)

    def _is_apart(self, team: Team) -> bool:
        return team.id in self._placed.unstated or team.id in self._placed.partners

    def _journeys(self, team: Team) -> list[str]:
        return [
            clean(node.label) or node.id
            for _, node in sorted(self._graph.journeys.items())
            if node.journey.owner == team.id
        ]

    def _lines(self, team: Team) -> Iterator[Line]:
        """Yield what a card says below its function; who is above it where no line says so."""
        words = self.words
        is_drawn = self._graph.team(team.reports_to) is not None and team.id not in self._placed.partners
        # What stands under the heading that says so need not say it again.
        is_headed = team.reports_to is None and team.id in self._placed.unstated
        if not is_drawn and not is_headed and self._reports_to(team):
            yield Line(self._reports_to(team))
        if team.executive_seat is False:
            yield Line(words("No seat at the executive table"))
        names = self._journeys(team)
        if names:
            shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
            rest = words.count(len(names) - len(shown), "and {n} more") if len(shown) < len(names) else ""
            listed = ", ".join((*shown, rest) if rest else shown)
            owned = words("Owns {count}", count=words.count(len(names), "journey"))
            yield Line(f"{owned} \u00b7 {listed}")
        touchpoints = self._touchpoints[team.id]
        if touchpoints:
            yield Line(words("Owns {count}", count=words.count(touchpoints, "touchpoint")))
        yield from climate_lines(team.climate, words)

    # Findings

    def _notes(self, team: Team) -> tuple[Note, ...]:
        wanted = subject_of(team)
        return tuple(
            note_of(self._graph, finding, self.words)
            for finding in self._findings
            if finding.subject == wanted
            or (finding.subject.kind == "journey" and finding.about == str(wanted))
        )

    def _emphasised(self) -> Iterator[str]:
        """Yield the teams whose line up is what a finding is about: from its team to the one it names."""
        for finding in self._findings:
            team = self._graph.team(finding.subject.id) if finding.subject.kind == "team" else None
            if team is None or finding.severity == "info":
                continue
            chain = [team, *self._graph.superiors(team)]
            named = [str(Subject("team", one.id)) for one in chain]
            if finding.about in named:
                yield from (one.id for one in chain[: named.index(finding.about)])

    # The same as text

    def _table(self, teams: Sequence[Team], cards: Sequence[TeamCard]) -> Table:
        words = self.words
        header = (
            words("Team"),
            words("Function"),
            words("Reports to"),
            words("Executive table"),
            words("Journeys"),
            words("Touchpoints"),
            words("Climate"),
            words("Findings"),
        )
        rows = [
            (
                card.owner.name,
                card.function,
                self._superior(team),
                self._seat(team),
                ", ".join(self._journeys(team)),
                str(self._touchpoints[team.id] or ""),
                "; ".join(line.text for line in climate_lines(team.climate, words)),
                "; ".join(f"{note.code} {note.message}" for note in card.notes),
            )
            for team, card in zip(teams, cards, strict=True)
        ]
        kept = [at for at in range(len(header)) if at < 3 or any(row[at] for row in rows)]
        cells = tuple(tuple(clean(row[at]) for at in kept) for row in rows)
        return Table(tuple(header[at] for at in kept), cells)

    def _superior(self, team: Team) -> str:
        words = self.words
        if team.reports_to is None:
            return words("not stated") if self._is_apart(team) else words("nobody")
        above = self._owners.get(team.reports_to)
        return above.name if above is not None else words("{id} (not declared)", id=team.reports_to)

    def _seat(self, team: Team) -> str:
        if is_at_table(team):
            return self.words("yes")
        return "" if team.executive_seat is None else self.words("no")


def _concerns(finding: Finding) -> bool:
    """Tell whether a finding is about how the organisation is run: about a team, or of the family."""
    return finding.subject.kind == "team" or finding.code.startswith("GOV")


def _runs_cx(team: Team) -> bool:
    return "cx" in (team.function, *team.also_functions)
