"""Declared hand-offs between teams: which are drawn, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import CALL, PAY, STAGES, arrows

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_a_declared_hand_off_is_drawn_and_an_undeclared_one_is_not(graph_of: Build, look_at: Look) -> None:
    steps = [{"touchpoint": "call"}, {"touchpoint": "pay"}]
    declared = [{"id": "h", "giver": "care", "receiver": "bill"}]
    with_it, without = (draw(graph_of(*steps, handoffs=handoffs), "trip") for handoffs in (declared, []))
    assert ["handoff" in arrows(picture.svg, look_at) for picture in (with_it, without)] == [True, False]
    assert with_it.table.rows[0][with_it.table.header.index("Hands off to")] == "2 Pay"
    assert "1 declared hand-off between teams." in with_it.description


def test_a_hand_off_between_two_other_touchpoints_is_not_drawn_here(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill", "between": ["call", "bare"]}]
    picture = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip")
    assert "handoff" not in arrows(picture.svg, look_at)


def test_a_hand_off_reaches_over_what_the_customer_does_alone(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill"}]
    graph = graph_of({"touchpoint": "call"}, {"name": "Waits"}, {"touchpoint": "pay"}, handoffs=handoffs)
    assert "handoff" in arrows(draw(graph, "trip").svg, look_at)


def test_a_hand_off_that_names_its_place_is_drawn_from_giver_to_receiver(graph_of: Build) -> None:
    handoffs = [{"id": "h", "giver": "bill", "receiver": "care", "between": ["call", "pay"]}]
    table = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip").table
    assert [row[table.header.index("Hands off to")] for row in table.rows] == ["", "1 Call us"]


def test_a_hand_off_between_teams_is_not_drawn_where_they_meet_the_other_way_round(
    graph_of: Build,
) -> None:
    handoffs = [{"id": "h", "giver": "bill", "receiver": "care"}]
    table = draw(graph_of({"touchpoint": "call"}, {"touchpoint": "pay"}, handoffs=handoffs), "trip").table
    assert "Hands off to" not in table.header


def test_where_a_hand_off_crosses_a_link_it_passes_over_it(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill", "between": ["call", "pay"]}]
    middle = CALL | {"id": "mid", "owner": "shop"}
    graph = graph_of(
        {"touchpoint": "call", "next": [{"to": "mid"}, {"to": "pay"}]},
        {"touchpoint": "mid"},
        {"touchpoint": "pay"},
        touchpoints=[CALL, middle, PAY],
        handoffs=handoffs,
    )
    outline = look_at(draw(graph, "trip").svg).outline()
    assert "    path.halo-ground" in outline[: outline.index("    path.handoff")]


def test_a_hand_off_out_of_the_slice_is_not_drawn(graph_of: Build, look_at: Look) -> None:
    handoffs = [{"id": "h", "giver": "care", "receiver": "bill"}]
    picture = draw(graph_of(stages=STAGES, handoffs=handoffs), "trip", stage="ask")
    assert "handoff" not in arrows(picture.svg, look_at)
