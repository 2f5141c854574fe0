"""How work passes from team to team, as pictures tell it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cxblueprint as cx
from cxblueprint.pictures.passing import parts_of, passings_of

Build = Callable[..., cx.Graph]
TEAMS = [
    {"id": "board", "name": "Board", "function": "executive"},
    {"id": "shops", "name": "Shops", "reports_to": "board"},
    {"id": "shop", "name": "Shop", "reports_to": "shops"},
    {"id": "till", "name": "Till", "reports_to": "shops"},
    {"id": "works", "name": "Works", "reports_to": "board"},
    {"id": "depot", "name": "Depot", "reports_to": "works"},
]


def ways(graph: cx.Graph) -> list[str]:
    steps = graph.journey("trip").steps
    return [
        f"{one.source.step.rpartition('/')[2]} {one.source.team} {one.kind}"
        f" {one.target.step.rpartition('/')[2]} {one.target.team}"
        for one in passings_of(graph, steps)
    ]


def touchpoint(id_: str, owner: str | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any field
    return {"id": id_, "name": id_.title(), **({"owner": owner} if owner else {}), **more}


def test_a_step_has_a_part_for_each_team_its_owner_first(journey_of: Build) -> None:
    order = touchpoint(
        "order", "shop",
        backstage=[{"text": "Packs", "team": "depot"}, {"text": "Books"}],
        support=[{"text": "Cleans", "team": "depot"}, {"system": "erp"}],
    )  # fmt: skip
    graph = journey_of({"touchpoint": "order"}, {"name": "Waits"}, {"touchpoint": "ghost"},
                       teams=TEAMS, touchpoints=[order])  # fmt: skip
    assert [(part.node.id, part.team, part.sides) for part in parts_of(graph.journey("trip").steps)] == [
        ("order", "shop", ("frontstage", "backstage")),
        ("order", "depot", ("backstage", "support")),
        ("ghost", None, ("frontstage",)),
    ]


def test_work_within_a_team_and_the_customers_own_way_simply_go_on(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "a"}, {"touchpoint": "b"}, {"touchpoint": "c"},
        teams=TEAMS, touchpoints=[touchpoint("a", "shop"), touchpoint("b", "shop"), touchpoint("c", "depot")],
    )  # fmt: skip
    assert ways(graph) == ["a shop flow b shop", "b shop flow c depot"]


def test_an_open_request_that_nobody_hands_over_is_undeclared(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "a"}, {"name": "Goes home"}, {"touchpoint": "b"},
        teams=TEAMS, touchpoints=[touchpoint("a", "shop", opens_request=True), touchpoint("b", "depot")],
    )  # fmt: skip
    assert ways(graph) == ["a shop undeclared b depot"]


def test_where_customers_still_look_around_no_work_passes(journey_of: Build) -> None:
    graph = journey_of(
        stages=[{"name": "Look", "phase": "choose", "steps": [{"touchpoint": "a"}, {"touchpoint": "b"}]}],
        teams=TEAMS, touchpoints=[touchpoint("a", "shop", opens_request=True), touchpoint("b", "depot")],
    )  # fmt: skip
    assert ways(graph) == ["a shop flow b depot"]


def test_a_hand_off_needs_an_agreement_between_departments_alone(journey_of: Build) -> None:
    def between(receiver: str, **more: Any) -> list[str]:  # noqa: ANN401  # whatever a blueprint has
        return ways(journey_of(
            {"touchpoint": "a", "wait": "1d"}, {"touchpoint": "b"},
            teams=TEAMS, touchpoints=[touchpoint("a", "shop"), touchpoint("b", receiver)],
            **{"handoffs": [{"id": "h", "giver": "shop", "receiver": receiver}], **more},
        ))  # fmt: skip

    agreed = [{"id": "h", "giver": "shop", "receiver": "depot", "agreement": "ola"}]
    ola = [{"id": "ola", "provider": "depot", "consumer": "shop"}]
    assert between("depot") == ["a shop unagreed b depot"]
    assert between("till") == ["a shop handoff b till"]
    assert between("depot", handoffs=agreed) == ["a shop handoff b depot"]
    assert between("depot", standards=ola) == ["a shop handoff b depot"]


def test_a_standard_that_spans_both_is_an_agreement(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "a"}, {"touchpoint": "b"},
        teams=TEAMS,
        touchpoints=[touchpoint("a", "shop", standards=["s"]), touchpoint("b", "depot", standards=["s"])],
        standards=[{"id": "s"}],
        handoffs=[{"id": "h", "giver": "shop", "receiver": "depot"}],
    )  # fmt: skip
    assert ways(graph) == ["a shop handoff b depot"]


def test_what_is_done_behind_the_scenes_by_another_team_is_asked_of_it(journey_of: Build) -> None:
    def asked_of(team: str, **more: Any) -> list[str]:  # noqa: ANN401  # whatever an action has
        action = {"text": "Packs", "team": team, **more}
        return ways(journey_of({"touchpoint": "a"}, teams=TEAMS,
                               touchpoints=[touchpoint("a", "shop", backstage=[action])]))  # fmt: skip

    assert asked_of("depot") == ["a shop unagreed a depot"]
    assert asked_of("depot", agreement="ola") == ["a shop handoff a depot"]
    assert asked_of("till") == ["a shop flow a till"]
    assert asked_of("nobody") == ["a shop flow a nobody"]


def test_nobody_can_hand_over_what_nobody_owns(journey_of: Build) -> None:
    graph = journey_of(
        {"touchpoint": "a", "wait": "1d"}, {"touchpoint": "b", "wait": "1d"}, {"touchpoint": "ghost"},
        teams=TEAMS, touchpoints=[touchpoint("a", "shop"), touchpoint("b", None)],
    )  # fmt: skip
    assert ways(graph) == ["a shop flow b None", "b None flow ghost None"]


def test_a_circle_ends(journey_of: Build) -> None:
    graph = journey_of(
        {"name": "Thinks", "id": "think", "next": [{"to": "think"}, {"to": "a"}]},
        {"touchpoint": "a", "next": [{"to": "think"}]},
        teams=TEAMS, touchpoints=[touchpoint("a", "shop")],
    )  # fmt: skip
    assert ways(graph) == ["a shop flow a shop"]
