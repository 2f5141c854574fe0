"""Whatever a blueprint says, its journeys can be walked."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

import cxblueprint as cx
from cxblueprint.testing.strategies import blueprints
from cxblueprint.walking import Telling, Walk, personas_for, walk
from cxblueprint.walking.sums import CLOCKS

ANY = blueprints(min_journeys=1, max_journeys=2, messy=True)


def walks_in(graph: cx.Graph) -> Iterator[Walk]:
    for journey in graph.journeys.values():
        for persona in (None, *personas_for(graph, journey)):
            yield walk(graph, journey, persona)


@given(blueprint=ANY)
def test_every_step_is_a_stop_once_and_every_way_leads_to_one(blueprint: cx.Blueprint) -> None:
    for walked in walks_in(cx.Graph(blueprint)):
        steps = walked.journey.steps

        assert [stop.node for stop in walked.stops] == list(steps)
        for stop in walked.stops:
            assert all(edge.source is stop.node and edge.target in steps for edge in stop.ways)
            assert all(edge.target is stop.node and edge.source in steps for edge in stop.arrivals)


@given(blueprint=ANY)
def test_no_way_is_told_to_be_shorter_than_the_shortest(blueprint: cx.Blueprint) -> None:
    for walked in walks_in(cx.Graph(blueprint)):
        least, most = walked.waits.least.amounts, walked.waits.most.amounts
        assert all(0 <= least[clock] <= most[clock] for clock in CLOCKS)
        assert 0 <= walked.handed_on[0] <= walked.handed_on[1] <= len(walked.stops)


@given(blueprint=ANY)
def test_what_is_told_apart_is_told_once(blueprint: cx.Blueprint) -> None:
    for walked in walks_in(cx.Graph(blueprint)):
        for stop in walked.stops:
            papers = [*stop.gained, *stop.held, *stop.perhaps_held]
            promises = [promise.id for promise in (*stop.made, *stop.due, *stop.pending)]
            for told in (papers, promises):
                assert len(told) == len(set(told))


@given(blueprint=ANY)
def test_a_walk_is_told_without_gaps_and_the_same_twice(blueprint: cx.Blueprint) -> None:
    def told(graph: cx.Graph) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for walked in walks_in(graph):
            telling = Telling(graph, walked)
            facts = [*telling.summary(), *(fact for stop in walked.stops for fact in telling.stop(stop))]
            found += [(label, tuple(said)) for label, said in facts]
        return found

    facts = told(cx.Graph(blueprint))

    assert all(label and said and all(said) for label, said in facts)
    assert facts == told(cx.Graph(blueprint))
