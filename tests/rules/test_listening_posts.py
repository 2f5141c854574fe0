"""Whom a listening post hears, and about what."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import cxblueprint as cx
from cxblueprint.rules.listening.posts import is_on, journeys_of
from cxblueprint.testing.strategies import blueprints


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(blueprint=blueprints(messy=True))
def test_the_journeys_of_a_post_are_those_that_it_is_on(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)

    for post in graph.listening_posts.values():
        found = {journey.id for journey in journeys_of(graph, post)}
        assert found == {journey.id for journey in graph.journeys.values() if is_on(post, journey)}


def test_a_post_on_a_touchpoint_is_on_each_journey_that_uses_it_once() -> None:
    graph = cx.Graph(
        cx.loads(
            "id: b\ntitle: B\ntouchpoints: [{id: desk, name: Desk}, {id: shop, name: Shop}]\n"
            "listening_posts:\n"
            '  - {id: p, name: P, covers: ["touchpoint:desk", "journey:j1", "touchpoint:gone"]}\n'
            "journeys:\n"
            "  - {id: j1, name: J, stages: [{name: A, steps: [{touchpoint: desk}, {touchpoint: desk}]}]}\n"
            "  - {id: j2, name: J, stages: [{name: A, steps: [{touchpoint: desk}]}]}\n"
            "  - {id: j3, name: J, stages: [{name: A, steps: [{touchpoint: shop}, {touchpoint: gone}]}]}\n"
        )
    )
    post = graph.listening_posts["p"]

    assert [journey.id for journey in journeys_of(graph, post)] == ["j1", "j2"]
    assert [journey.id for journey in graph.journeys.values() if is_on(post, journey)] == ["j1", "j2"]
