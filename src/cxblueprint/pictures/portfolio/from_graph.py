"""From a blueprint to the rows of its portfolio."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cxblueprint.checks import SEVERITIES, Finding
from cxblueprint.graph import Graph, JourneyNode
from cxblueprint.model import Subject
from cxblueprint.pictures.asked import Asked
from cxblueprint.pictures.facts import sentence
from cxblueprint.pictures.notes import note_of
from cxblueprint.pictures.passing import passings_of
from cxblueprint.pictures.portfolio.order import Place, in_order
from cxblueprint.pictures.portfolio.scene import HandoffCounts, PortfolioScene, Row
from cxblueprint.pictures.portfolio.squares import square_of
from cxblueprint.pictures.portfolio.telling import Telling, portfolio_table
from cxblueprint.pictures.scene import Heading
from cxblueprint.pictures.svg import slug
from cxblueprint.pictures.text import clean


def portfolio_scene(graph: Graph, asked: Asked) -> PortfolioScene:
    """Return the scene of a blueprint's journeys."""
    found = _found(graph, asked.findings)
    places = in_order(graph.journeys, found)
    telling = Telling(graph, asked.words)
    rows = tuple(_row(graph, asked, telling, place, found[place.journey.id]) for place in places)
    worst_first = sorted(asked.findings, key=lambda one: (SEVERITIES.index(one.severity), -one.weight))
    return PortfolioScene(
        heading=_heading(graph, asked, rows),
        rows=rows,
        owners=tuple(_owners(graph, rows)),
        notes=tuple(note_of(graph, finding, asked.words) for finding in worst_first),
        table=portfolio_table(rows, telling, graph, asked.words),
        is_checked=bool(asked.findings),
    )


def _found(graph: Graph, findings: Sequence[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Return what was found about each journey: itself, its parts, and what it uses."""
    by_subject: dict[Subject, list[Finding]] = {}
    for finding in findings:
        by_subject.setdefault(finding.subject, []).append(finding)
    return {
        name: [
            finding
            for subject in (graph.concerned_with(journey) if by_subject else ())
            for finding in by_subject.get(subject, ())
        ]
        for name, journey in graph.journeys.items()
    }


def _row(graph: Graph, asked: Asked, telling: Telling, place: Place, findings: Sequence[Finding]) -> Row:
    node, depth = place
    own = {kpi.id for kpi in graph.kpis_of(node)}
    local = {kpi.id for touchpoint in node.touchpoints for kpi in graph.kpis_of(touchpoint)}
    team = node.journey.owner
    replaced = node.journey.replaces
    row = Row(
        key=node.id,
        name=clean(node.label) or node.id,
        label="",
        depth=depth,
        under=" \u00b7 ".join(telling.state(node)),
        squares=tuple(square_of(graph, step) for step in node.steps),
        feelings=tuple(step.step.emotion for step in node.steps),
        owners=len(node.owners),
        unowned=sum(touchpoint.owner is None for touchpoint in node.touchpoints),
        handoffs=_handoffs(graph, node),
        kpis=len(own),
        touchpoint_kpis=len(local - own),
        found=_counts(findings),
        owner=team,
        replaces=replaced if replaced in graph.journeys and depth else None,
        href=asked.href(node.subject),
    )
    return telling.told(row, node)


def _handoffs(graph: Graph, node: JourneyNode) -> HandoffCounts:
    kinds = [passing.kind for passing in passings_of(graph, node.steps)]
    agreed, unagreed = kinds.count("handoff"), kinds.count("unagreed")
    return HandoffCounts(agreed, agreed + unagreed, kinds.count("undeclared"))


def _counts(findings: Sequence[Finding]) -> tuple[int, int, int]:
    errors, warnings, remarks = (sum(one.severity == level for one in findings) for level in SEVERITIES)
    return errors, warnings, remarks


def _owners(graph: Graph, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for team_id in dict.fromkeys(row.owner for row in rows if row.owner is not None):
        team = graph.team(team_id)
        yield team_id, (clean(team.label) if team else "") or team_id


def _heading(graph: Graph, asked: Asked, rows: Sequence[Row]) -> Heading:
    words, blueprint = asked.words, graph.blueprint
    at_touchpoints = [square for row in rows for square in row.squares if square != "alone"]
    kept = sum(square in ("target", "aimless") for square in at_touchpoints)
    sums = [words.count(len(rows), "journey"), words.count(sum(len(row.squares) for row in rows), "step")]
    if at_touchpoints:
        sums.append(
            words("a standard at {kept} of {all} steps at touchpoints", kept=kept, all=len(at_touchpoints))
        )
    order = words("worst first") if asked.findings else words("by name")
    subtitle = [words("portfolio"), *sums, *([order] if len(rows) > 1 else [])]
    said = [
        words("A row for each journey: {sums}", sums=", ".join(sums)),
        words("The worst first") if asked.findings and len(rows) > 1 else "",
        words.count(len(asked.findings), "finding") if asked.findings else "",
    ]
    return Heading(
        slug(f"cx-portfolio-{blueprint.id}"),
        clean(blueprint.title) or blueprint.id,
        " \u00b7 ".join(subtitle),
        " ".join(sentence(part) for part in said if part),
    )
