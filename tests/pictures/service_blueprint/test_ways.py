"""The ways of the customer: branches, ways taken together, ways back, and the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.pictures import VIEWS

from .conftest import arrows

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_a_branch_says_when_and_how_often_it_is_taken(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {
            "name": "Asks",
            "next": [{"to": "b", "when": "urgent", "share": 0.2}, {"to": "c", "when": "not urgent"}],
        },
        {"id": "b", "name": "Calls", "next": []},
        {"id": "c", "name": "Writes"},
    )
    texts = look_at(draw(graph, "trip").svg).texts()
    assert [
        t for t in texts if t in ("urgent (20%)", "not urgent", "one of 2 ways on", "the journey ends here")
    ] == [
        "urgent (20%)",
        "not urgent",
        "one of 2 ways on",
        "the journey ends here",
    ]


def test_ways_taken_together_say_so(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {"name": "Asks", "next": [{"to": "b"}, {"to": "c"}], "parallel": True},
        {"id": "b", "name": "Calls"},
        {"id": "c", "name": "Writes"},
    )
    drawing = look_at(draw(graph, "trip").svg)
    assert "2 ways at the same time" in drawing.texts()
    assert "Next: at the same time: 2 Calls. Next: at the same time: 3 Writes." in drawing.labels()[0]


def test_a_way_back_is_dashed_and_explained(graph_of: Build, look_at: Look) -> None:
    graph = graph_of(
        {"id": "a", "name": "Asks"}, {"name": "Waits", "next": [{"to": "a", "when": "no answer"}]}
    )
    picture = draw(graph, "trip")
    assert arrows(picture.svg, look_at)[:2] == ["flow", "loop"]
    assert [t for t in look_at(picture.svg).texts() if t in ("no answer", "Back to an earlier step")] == [
        "no answer",
        "Back to an earlier step",
    ]


def test_a_step_that_repeats_says_under_which_condition(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"id": "a", "name": "Tries", "next": [{"to": "a", "when": "line busy"}]})
    assert "again: line busy" in look_at(draw(graph, "trip").svg).texts()


def test_the_goal_of_the_journey_is_marked(graph_of: Build, look_at: Look) -> None:
    graph = graph_of({"id": "a", "name": "Has it"}, journey={"outcome": "a"})
    drawing = look_at(draw(graph, "trip").svg)
    assert "the customer's goal" in drawing.texts()
    assert drawing.labels() == ["Step 1 of 1, Has it, stage Ask. Customer: Has it. The customer's goal."]
