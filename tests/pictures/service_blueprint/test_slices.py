"""Some stages of a journey alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxblueprint.errors import UsageError
from cxblueprint.pictures import VIEWS

from .conftest import STAGES

if TYPE_CHECKING:
    from tests.pictures.conftest import Build

    from .conftest import Look

draw = VIEWS["service-blueprint"]


def test_a_stage_is_drawn_alone_and_says_what_comes_before_and_after(graph_of: Build, look_at: Look) -> None:
    picture = draw(graph_of(stages=STAGES), "trip", stage="settle")
    texts = look_at(picture.svg).texts()
    assert [
        t
        for t in texts
        if t in ("from 1 Call us", "on to 3 Smiles", "2", "Blueprint · service blueprint · stage Settle")
    ] == [
        "Blueprint · service blueprint · stage Settle",
        "2",
        "from 1 Call us",
        "on to 3 Smiles",
    ]


def test_several_stages_are_drawn_in_the_order_of_the_journey(graph_of: Build) -> None:
    picture = draw(graph_of(stages=STAGES), "trip", stage="be-glad, ask")
    assert [row[0] for row in picture.table.rows] == ["1 Call us", "3 Smiles"]


def test_slices_of_one_journey_have_different_ids(graph_of: Build) -> None:
    graph = graph_of(stages=STAGES)
    assert [draw(graph, "trip", stage=stage).uid for stage in (None, "ask", "ask,settle")] == [
        "cx-service-blueprint-trip",
        "cx-service-blueprint-trip-ask",
        "cx-service-blueprint-trip-ask-settle",
    ]


@pytest.mark.parametrize(
    ("stage", "message"),
    [
        ("setle", "journey 'trip' has no stage 'setle', did you mean 'settle'?"),
        ("ask,xyz", "journey 'trip' has no stage 'xyz': 'ask', 'settle', 'be-glad'"),
        ("", "journey 'trip' has no stage '': 'ask', 'settle', 'be-glad'"),
    ],
)
def test_an_unknown_stage_is_refused(graph_of: Build, stage: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        draw(graph_of(stages=STAGES), "trip", stage=stage)
    assert str(refused.value) == message


def test_an_unknown_journey_is_refused(graph_of: Build) -> None:
    with pytest.raises(UsageError, match=r"^there is no journey 'trp', did you mean 'trip'\?$"):
        draw(graph_of(), "trp")
