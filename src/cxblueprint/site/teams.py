"""The page of a team: what it owns, what it promised, what is asked of it, whom it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of

from .agreed import agreement, handoffs_table, kpis_table, promises_table, standards_table
from .duties import changes, other_things, when_it_breaks
from .findings import about_journey, about_team, about_touchpoint, add_findings, findings_fact
from .markdown import NOTHING, Markdown, joined, table, text
from .rows import head
from .sheet import Sheet, bullets
from .words import goal, in_words, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.model import Action, Role, Team, Touchpoint

    from .edition import Edition
    from .pages import Page


def team_page(edition: Edition, team: Team, path: str) -> Page:
    """Return the page of a team."""
    graph = edition.graph
    sheet = Sheet(edition, path, edition.label(subject_of(team)))
    sheet.description = f"What {sheet.title} owns, promised, and is asked for"
    sheet.name()
    findings = about_team(edition, team)
    sheet.facts(*_facts(sheet, team), findings_fact(findings))
    sheet.remarks(team)
    owned_standards = [standard for standard in graph.standards.values() if standard.owner == team.id]
    sheet.section(
        "What we own",
        "owned",
        _journeys(sheet, team),
        _touchpoints(sheet, team),
        bullets(other_things(sheet, team)),
    )
    sheet.section("What we do when it breaks", "recovery", bullets(when_it_breaks(sheet, team)))
    sheet.section("What we change", "change", bullets(changes(sheet, team)))
    promises = [p for p in graph.promises.values() if team.id in (p.owner, p.made_by)]
    sheet.section("What we promised", "promises", promises_table(sheet, promises))
    sheet.section(
        "What good means where we answer for it", "standards", standards_table(sheet, owned_standards)
    )
    taken = (handoff for handoff in graph.handoffs.values() if handoff.receiver == team.id)
    sheet.section(
        "What is asked of us",
        "asked",
        _agreements(sheet, team, we_provide=True),
        handoffs_table(sheet, taken),
    )
    passed = (handoff for handoff in graph.handoffs.values() if handoff.giver == team.id)
    sheet.section(
        "Whom we depend on",
        "needed",
        _agreements(sheet, team, we_provide=False),
        handoffs_table(sheet, passed),
    )
    measures = (kpi for kpi in graph.kpis.values() if kpi.owner == team.id or kpi.id in team.employee_kpis)
    sheet.section("What we measure", "measures", kpis_table(sheet, measures))
    sheet.section("The people", "people", _roles(sheet, team))
    add_findings(sheet, findings, "Findings that are ours")
    return sheet.page()


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
                sheet.mentions("service-standard", touchpoint.standards),
                tally(about_touchpoint(sheet.edition, touchpoint)),
            )
        )
    return table(("Touchpoint", "Channel", "Journeys", "Standards", "Findings"), rows)


def _agreements(sheet: Sheet, team: Team, *, we_provide: bool) -> str:
    """Return what is agreed between teams and done at each other's touchpoints, on one side of it."""
    graph = sheet.edition.graph
    rows: list[tuple[Markdown, ...]] = []
    for standard in graph.standards.values():
        ours, theirs = standard.provider, standard.consumer
        if not we_provide:
            ours, theirs = theirs, ours
        if ours == team.id and theirs != team.id and (we_provide or theirs is not None):
            rows.append(
                (
                    sheet.team(theirs),
                    sheet.mention("service-standard", standard.id),
                    NOTHING,
                    goal(standard.target),
                )
            )
    for touchpoint, action in _work_for_others(graph.touchpoints.values()):
        ours, theirs = (action.team, touchpoint.owner) if we_provide else (touchpoint.owner, action.team)
        if ours == team.id and theirs != team.id:
            what = text(action.text) if action.text else sheet.mention("system", action.system)
            rows.append(
                (sheet.team(theirs), what, sheet.touchpoint(touchpoint), agreement(sheet, action.agreement))
            )
    rows = list(dict.fromkeys(rows))
    return table(("For" if we_provide else "From", "What", "Where", "What is agreed"), rows)


def _work_for_others(touchpoints: Iterable[Touchpoint]) -> Iterator[tuple[Touchpoint, Action]]:
    """Yield what is done at a touchpoint by a team that does not own it."""
    for touchpoint in touchpoints:
        for action in (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support):
            if action.team is not None and action.team != touchpoint.owner:
                yield touchpoint, action


def _roles(sheet: Sheet, team: Team) -> str:
    rows = [
        (
            _role(sheet, role),
            in_words(role.level),
            joined((text(duty) for duty in role.responsibilities), "<br>"),
            joined(sheet.mention("kpi", kpi) for kpi in role.judged_by),
        )
        for role in sheet.edition.graph.roles.values()
        if role.team == team.id
    ]
    return table(("Role", "Level", "Answers for", "Judged by"), rows)


def _role(sheet: Sheet, role: Role) -> Markdown:
    """Return a role's name, and its title where that is another."""
    title = text(f"({role.title})") if role.title and role.title != role.name else NOTHING
    return joined([head(sheet, role), title], " ")
