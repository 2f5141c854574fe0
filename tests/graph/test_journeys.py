from __future__ import annotations

from typing import Any

import pytest

import cxblueprint as cx


def graph_of(*steps: dict[str, Any], stages: list[dict[str, Any]] | None = None, **root: Any) -> cx.Graph:  # noqa: ANN401  # whatever a blueprint has
    """Return the graph of one journey `trip`, with the touchpoints desk, app and shop unless told."""
    touchpoints = root.pop("touchpoints", None) or [
        {"id": "desk", "name": "Desk", "owner": "service", "opens_request": True},
        {"id": "app", "name": "App", "owner": "digital"},
        {"id": "shop", "name": "Shop"},
    ]
    stages = stages if stages is not None else [{"name": "Ask", "steps": list(steps)}]
    return cx.Graph(
        cx.Blueprint.model_validate(
            {
                "id": "b",
                "title": "B",
                "teams": [{"id": "service", "name": "Service"}, {"id": "digital", "name": "Digital"}],
                "touchpoints": touchpoints,
                "journeys": [{"id": "trip", "name": "Trip", "stages": stages}],
                **root,
            }
        )
    )


def addresses(graph: cx.Graph) -> list[str]:
    return [step.address for step in graph.steps]


def ways(graph: cx.Graph) -> list[tuple[str, str]]:
    return [(edge.source.id, edge.target.id) for edge in graph.journey("trip").edges]


def test_a_step_is_addressed_by_its_touchpoint_and_its_stage_by_its_name() -> None:
    assert addresses(graph_of({"touchpoint": "desk"})) == ["trip/ask/desk"]


def test_a_second_use_of_a_touchpoint_is_numbered_over_the_whole_journey() -> None:
    stages = [
        {"name": "Ask", "steps": [{"touchpoint": "desk"}, {"touchpoint": "desk"}]},
        {"name": "Ask", "steps": [{"touchpoint": "desk"}, {"touchpoint": "app"}]},
    ]
    assert addresses(graph_of(stages=stages)) == [
        "trip/ask/desk",
        "trip/ask/desk--2",
        "trip/ask--2/desk--3",
        "trip/ask--2/app",
    ]


def test_a_stated_id_is_never_given_to_another_step() -> None:
    graph = graph_of({"touchpoint": "desk"}, {"id": "desk", "touchpoint": "app"})
    assert addresses(graph) == ["trip/ask/desk--2", "trip/ask/desk"]


def test_names_without_latin_letters_are_addressed_by_their_number() -> None:
    stages = [{"name": "報修", "steps": [{"name": "等待"}]}, {"name": "Prüfung", "steps": [{"name": "Café"}]}]
    assert addresses(graph_of(stages=stages)) == ["trip/stage-1/step-1", "trip/prufung/cafe"]


def test_steps_follow_each_other_over_the_end_of_a_stage() -> None:
    stages: list[dict[str, Any]] = [
        {"name": "A", "steps": [{"touchpoint": "desk"}]},
        {"name": "B", "steps": []},
        {"name": "C", "steps": [{"touchpoint": "app"}]},
    ]
    assert ways(graph_of(stages=stages)) == [("desk", "app")]


def test_next_replaces_the_implied_way_and_an_empty_next_ends_the_journey() -> None:
    graph = graph_of(
        {"touchpoint": "desk", "next": [{"to": "shop", "when": "in town", "share": 0.3}, {"to": "app"}]},
        {"touchpoint": "app", "next": []},
        {"touchpoint": "shop"},
    )
    assert ways(graph) == [("desk", "shop"), ("desk", "app")]
    assert [(edge.when, edge.share, edge.implied) for edge in graph.journey("trip").edges] == [
        ("in town", 0.3, False),
        (None, None, False),
    ]


def test_a_way_back_is_told_from_a_way_on() -> None:
    graph = graph_of({"touchpoint": "desk"}, {"touchpoint": "app", "next": [{"to": "desk"}]})
    assert [edge.goes_back for edge in graph.journey("trip").edges] == [False, True]


def test_an_id_in_two_stages_is_found_by_its_stage_alone() -> None:
    stages = [
        {"name": "A", "steps": [{"id": "pay", "touchpoint": "desk"}]},
        {"name": "B", "steps": [{"id": "pay", "touchpoint": "app"}]},
    ]
    journey = graph_of(stages=stages).journey("trip")
    found = journey.find("b/pay")
    assert journey.find("pay") is None
    assert found is not None
    assert found.address == "trip/b/pay"


def test_the_owners_of_a_journey_are_listed_once_in_the_order_they_are_met() -> None:
    graph = graph_of(
        {"touchpoint": "app"}, {"touchpoint": "desk"}, {"touchpoint": "shop"}, {"touchpoint": "app"}
    )
    assert graph.journey("trip").owners == ("digital", "service")


def test_an_unknown_journey_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(cx.UsageError, match=r"^there is no journey 'tripp', did you mean 'trip'\?$"):
        graph_of().journey("tripp")


ASK: dict[str, Any] = {"touchpoint": "desk"}
APP: dict[str, Any] = {"touchpoint": "app"}
SHOP: dict[str, Any] = {"touchpoint": "shop"}
CLOSES: dict[str, Any] = {"closes_request": True}


@pytest.mark.parametrize(
    ("steps", "open_after"),
    [
        pytest.param([APP, APP], [False, False], id="nothing asked"),
        pytest.param([ASK, APP], [True, True], id="open to the end"),
        pytest.param([ASK | CLOSES, APP], [False, False], id="closed at once"),
        pytest.param([ASK, APP | CLOSES, SHOP], [True, False, False], id="closed later"),
        pytest.param(
            [APP | {"next": [{"to": "shop"}]}, ASK | {"next": []}, SHOP],
            [False, True, False],
            id="on a branch",
        ),
    ],
)
def test_a_request_stays_open_until_it_is_closed(steps: list[dict[str, Any]], open_after: list[bool]) -> None:
    assert [step.leaves_request_open for step in graph_of(*steps).steps] == open_after


@pytest.mark.parametrize(("wait", "is_open"), [(None, False), ("2bd", True)])
def test_a_machine_settles_at_once_unless_the_customer_waits(wait: str | None, is_open: bool) -> None:  # noqa: FBT001
    kiosk = {"id": "kiosk", "name": "Kiosk", "opens_request": True, "automation": "automated"}
    graph = graph_of({"touchpoint": "kiosk", **({"wait": wait} if wait else {})}, touchpoints=[kiosk])
    assert [step.leaves_request_open for step in graph.steps] == [is_open]


def test_a_standard_of_loop_closure_closes_requests_where_it_holds() -> None:
    touchpoints = [
        {"id": "desk", "name": "Desk", "opens_request": True},
        {"id": "letter", "name": "Letter", "standards": ["closed"]},
    ]
    graph = graph_of(
        {"touchpoint": "desk"},
        {"touchpoint": "letter"},
        touchpoints=touchpoints,
        standards=[{"id": "closed", "kind": "loop-closure"}],
    )
    assert [step.leaves_request_open for step in graph.steps] == [True, False]


def test_a_request_goes_round_a_loop_and_still_ends() -> None:
    graph = graph_of({"touchpoint": "app"}, {"touchpoint": "desk", "next": [{"to": "app"}]})
    assert [step.leaves_request_open for step in graph.steps] == [True, True]
