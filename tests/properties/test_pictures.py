"""Pictures show everything once, and say of the same thing the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from hypothesis import given

import cxblueprint as cx
from cxblueprint.graph import JourneyNode
from cxblueprint.model import Subject, subject_of
from cxblueprint.pictures import VIEWS
from cxblueprint.testing.strategies import blueprints

ANY = blueprints(min_journeys=1, max_journeys=2, max_of_each=1, messy=True)
SVG = "{http://www.w3.org/2000/svg}"


def shown(view: str, graph: cx.Graph, subject: str | None, *kinds: str) -> Counter[str]:
    """Return what a picture leads to, of some kinds, and how often."""
    picture = VIEWS[view](graph, subject, link=page_of)
    links = ET.fromstring(picture.svg).iter(f"{SVG}a")  # noqa: S314  # what we have drawn ourselves
    leads = (link.get("href", "") for link in links)
    return Counter(lead for lead in leads if lead.split("/")[1] in kinds)


def page_of(subject: Subject) -> str:
    return f"/{subject.kind}/{subject.id}/"


def each_once(things: Iterable[Subject]) -> Counter[str]:
    return Counter(map(page_of, things))


@given(blueprint=ANY)
def test_each_step_has_one_card_where_a_journey_is_told_step_by_step(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for journey in graph.journeys.values():
        steps = each_once(step.subject for step in journey.steps)

        assert shown("journey-map", graph, journey.id, "step") == steps
        # A touchpoint that is not declared has no page: its card leads to the step as well.
        unknown = each_once(
            step.subject for step in journey.steps if step.step.touchpoint and not step.touchpoint
        )
        assert shown("service-blueprint", graph, journey.id, "step") == steps + unknown


@given(blueprint=ANY)
def test_each_team_and_each_journey_has_one_card_where_the_whole_is_shown(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)

    assert shown("governance", graph, None, "team") == each_once(Subject("team", one) for one in graph.teams)
    assert shown("portfolio", graph, None, "journey") == each_once(
        journey.subject for journey in graph.journeys.values()
    )


def touchpoints_of(journey: JourneyNode) -> set[str]:
    return {page_of(subject_of(touchpoint)) for touchpoint in journey.touchpoints}


@given(blueprint=ANY)
def test_each_touchpoint_of_a_journey_is_shown_where_its_teams_are(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    for journey in graph.journeys.values():
        for view in ("silos", "ownership"):
            assert (view, set(shown(view, graph, journey.id, "touchpoint"))) == (
                view,
                touchpoints_of(journey),
            )


@given(blueprint=ANY)
def test_both_views_of_a_journey_tell_the_same_findings_of_each_step(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    found = cx.check(graph, profile="exemplary").found
    for journey in graph.journeys.values():
        tables = [
            cx.render(graph, view, journey=journey.id, findings=found).table
            for view in ("service-blueprint", "journey-map")
        ]
        told = [
            [sorted(row[-1].split("; ")) for row in table.rows if table.header[-1] == "Findings"]
            for table in tables
        ]

        assert told[0] == told[1]
        about = {step.subject: told[0][step.number - 1] for step in journey.steps if told[0]}
        concerned = [one for one in found if one.subject in about]
        assert [one.code for one in concerned if one.code not in str(about[one.subject])] == []
