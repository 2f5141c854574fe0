"""The pages of teams, and the one that lists them: what a team owns, promised, is asked for and needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.site.writing.agreed import kpis_table, promises_table, standards_table
from cxblueprint.site.writing.figures import figure_of
from cxblueprint.site.writing.findings import about_journey, about_team, about_touchpoint, add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, labelled, link, table, text
from cxblueprint.site.writing.rows import head
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import counted, in_words, tally

from .duties import changes, listening_acted_on, when_it_breaks
from .reliance import Reliance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.graph import Graph
    from cxblueprint.model import Declared, Role, Team
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def team_index(edition: Edition) -> Page:
    """Return the page that lists every team."""
    graph = edition.graph
    sheet = Sheet(edition, edition.index_of("team"), "Teams", is_wide=True)
    sheet.description = f"Who owns what in {edition.title}"
    sheet.name()
    sheet.add(
        "Who owns what. A team's own page says what it owns, what it promised and what is asked of it.",
        "intro",
    )
    rows = []
    for team in graph.teams.values():
        journeys = sum(journey.journey.owner == team.id for journey in graph.journeys.values())
        touchpoints = sum(touchpoint.owner == team.id for touchpoint in graph.touchpoints.values())
        owned = [counted(journeys, "journey")] if journeys else []
        owned += [counted(touchpoints, "touchpoint")] if touchpoints else []
        rows.append(
            (
                sheet.team(team),
                in_words(team.function),
                sheet.team(team.reports_to),
                text(", ".join(owned)),
                tally(about_team(edition, team)),
            )
        )
    header = ("Team", "There for", "Reports to", "Owns", "Findings")
    sheet.add(table(header, rows, sortable=True, choices=("Reports to",)))
    if any(team.reports_to is not None for team in graph.teams.values()):
        governance = figure_of(edition, sheet.path, "governance")
        if governance is not None:
            sheet.heading("Who reports to whom", "lines")
            sheet.figure(governance)
    in_no_team = (role for role in graph.roles.values() if graph.team(role.team) is None)
    sheet.section("Roles in no team", "roles", _roles(sheet, in_no_team))
    return sheet.page()


@dataclass(frozen=True, slots=True)
class _Owned:
    """A kind of things that teams own."""

    kind: str
    one: str
    many: str
    label: str
    collection: str
    """Where a blueprint lists them."""
    owner: str = "owner"
    """Which of their fields names the team."""

    def owned_by(self, graph: Graph, team: Team) -> tuple[str, ...]:
        """Return the ids of those that a team owns."""
        things: Iterable[Declared] = getattr(graph.blueprint, self.collection)
        return tuple(thing.id for thing in things if getattr(thing, self.owner) == team.id)


_KINDS_OWNED = (
    _Owned("journey", "journey", "journeys", "Journeys", "journeys"),
    _Owned("touchpoint", "touchpoint", "touchpoints", "Touchpoints", "touchpoints"),
    _Owned("system", "system", "systems", "Systems", "systems"),
    _Owned("risk", "risk", "risks", "Risks we watch", "risks"),
    _Owned("proactive-update", "piece of news", "pieces of news", "News that we send", "proactive_updates"),
    _Owned(
        "listening-post", "way of listening", "ways of listening", "Listening that we make sense of",
        "listening_posts", "analysed_by",
    ),
)  # fmt: skip


def team_page(edition: Edition, team: Team, path: str) -> Page:
    """Return the page of a team, which answers five questions at its top and in full below."""
    graph = edition.graph
    sheet = Sheet(edition, path, edition.label(subject_of(team)))
    sheet.description = f"What {sheet.title} owns, promised, and is asked for"
    sheet.crumbs((edition.title, edition.home), ("Teams", edition.index_of("team")))
    sheet.name()
    promises = [promise for promise in graph.promises.values() if team.id in (promise.owner, promise.made_by)]
    standards = [standard for standard in graph.standards.values() if standard.owner == team.id]
    asked, needed = Reliance(graph, team, on_us=True), Reliance(graph, team, on_us=False)
    findings = about_team(edition, team)
    sheet.answers(
        ("What we own", _ways_to_owned(graph, team)),
        ("What we have promised", _ways_to_promised(len(promises), len(standards))),
        ("Who depends on us", asked.answer(sheet, "asked")),
        ("Whom we depend on", needed.answer(sheet, "needed")),
        ("Findings that are ours", link(tally(findings), "#findings")),
    )
    sheet.facts(*_facts(sheet, team))
    sheet.remarks(team)
    sheet.section(
        "What we own",
        "owned",
        _journeys(sheet, team),
        _touchpoints(sheet, team),
        bullets(_other_things(sheet, team)),
    )
    sheet.section("What we do when it breaks", "recovery", bullets(when_it_breaks(sheet, team)))
    sheet.section("What we change", "change", bullets(changes(sheet, team)))
    sheet.section("What we have promised", "promises", promises_table(sheet, promises))
    sheet.section("What good means where we answer for it", "standards", standards_table(sheet, standards))
    sheet.section("Who depends on us", "asked", *asked.blocks(sheet))
    sheet.section("Whom we depend on", "needed", *needed.blocks(sheet))
    measures = (kpi for kpi in graph.kpis.values() if kpi.owner == team.id or kpi.id in team.employee_kpis)
    sheet.section("What we measure", "measures", kpis_table(sheet, measures))
    people = (role for role in graph.roles.values() if role.team == team.id)
    sheet.section("The people", "people", _roles(sheet, people))
    add_findings(sheet, findings, "Findings that are ours")
    return sheet.page()


def _ways_to_owned(graph: Graph, team: Team) -> Markdown:
    """Return how much of each kind a team owns, as a link to it; nothing for nothing."""
    counts = ((len(kind.owned_by(graph, team)), kind) for kind in _KINDS_OWNED)
    said = ", ".join(counted(count, kind.one, kind.many) for count, kind in counts if count)
    return link(Markdown(said), "#owned")


def _ways_to_promised(promises: int, standards: int) -> Markdown:
    """Return how many promises and standards there are, as links to them."""
    return joined(
        [
            link(Markdown(counted(promises, "promise")), "#promises") if promises else NOTHING,
            link(Markdown(counted(standards, "standard")), "#standards") if standards else NOTHING,
        ]
    )


def _facts(sheet: Sheet, team: Team) -> Iterator[tuple[str, Markdown]]:
    yield "There for", joined(in_words(function) for function in (team.function, *team.also_functions))
    yield "Reports to", sheet.team(team.reports_to)
    below = (other.id for other in sheet.edition.graph.teams.values() if other.reports_to == team.id)
    yield "Report to us", sheet.mentions("team", below)
    if team.executive_seat is not None:
        yield "At the executive table", Markdown("yes" if team.executive_seat else "no")
    if team.climate is not None:
        yield "Helping each other", in_words(team.climate.teamwork)
        yield "How we are led", in_words(team.climate.people_management)
        yield "Hearing what we need to know", in_words(team.climate.communication)


def _journeys(sheet: Sheet, team: Team) -> str:
    rows = [
        (
            sheet.journey(journey),
            sheet.mentions("segment", journey.journey.segments),
            Markdown(str(len(journey.steps))),
            tally(about_journey(sheet.edition, journey)),
        )
        for journey in sheet.edition.graph.journeys.values()
        if journey.journey.owner == team.id
    ]
    return table(("Journey", "For", "Steps", "Findings"), rows, numbers=("Steps",))


def _touchpoints(sheet: Sheet, team: Team) -> str:
    graph = sheet.edition.graph
    rows = []
    for touchpoint in graph.touchpoints.values():
        if touchpoint.owner != team.id:
            continue
        journeys = dict.fromkeys(step.journey.id for step in graph.steps_at(touchpoint))
        rows.append(
            (
                sheet.touchpoint(touchpoint),
                sheet.channel(touchpoint),
                sheet.mentions("journey", journeys),
                sheet.mentions("service-standard", (one.id for one in graph.standards_of(touchpoint))),
                tally(about_touchpoint(sheet.edition, touchpoint)),
            )
        )
    return table(("Touchpoint", "Channel", "Journeys", "Standards", "Findings"), rows)


def _other_things(sheet: Sheet, team: Team) -> Iterator[Markdown]:
    """Yield what else a team owns, a line for each kind."""
    for kind in _KINDS_OWNED[2:]:
        names = sheet.mentions(kind.kind, kind.owned_by(sheet.edition.graph, team))
        if names:
            yield labelled(f"{kind.label}:", names)
    if names := listening_acted_on(sheet, team):
        yield labelled("Listening on which we act:", names)


def _roles(sheet: Sheet, roles: Iterable[Role]) -> str:
    rows = [
        (
            _role(sheet, role),
            in_words(role.level),
            joined((text(duty) for duty in role.responsibilities), "<br>"),
            joined(sheet.mention("kpi", kpi) for kpi in role.judged_by),
        )
        for role in roles
    ]
    return table(("Role", "Level", "Answers for", "Judged by"), rows)


def _role(sheet: Sheet, role: Role) -> Markdown:
    """Return a role's name, and its title where that is another."""
    title = text(f"({role.title})") if role.title and role.title != role.name else NOTHING
    return joined([head(sheet, role), title], " ")
