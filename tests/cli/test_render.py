"""What `render` does beyond drawing one view to one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Ended

    Run = Callable[..., Ended]

PAIR = """\
id: ferry
title: A ferry
journeys:
  - {id: by-cash, name: Pay at the pier, stages: [{name: Pay, steps: [{name: Queue}, {name: Pay}]}]}
  - {id: by-card, name: Pay on board, replaces: by-cash, stages: [{name: Pay, steps: [{name: Pay}]}]}
  - {id: alone, name: Watch the sea, stages: [{name: Sit, steps: [{name: Look}]}]}
"""


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    """A blueprint with a journey that replaces another."""
    (tmp_path / "ferry.yaml").write_text(PAIR, encoding="utf-8")
    return "ferry.yaml"


@pytest.mark.parametrize("named", [[], ["--journey", "by-cash"], ["--journey", "by-card"]])
@pytest.mark.parametrize("view", ["service-blueprint", "journey-map"])
def test_beside_draws_a_journey_and_the_one_that_replaces_it(
    run: Run, tmp_path: Path, ferry: str, view: str, named: list[str]
) -> None:
    ended = run("render", ferry, "--view", view, *named, "--beside", "--output", "both.svg")
    assert (ended.code, ended.err) == (0, "")
    text = (tmp_path / "both.svg").read_text(encoding="utf-8")
    assert [name in text for name in (">Pay at the pier<", ">Pay on board<", ">gone<")] == [True] * 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--view", "journey-map", "--journey", "alone"],
            (
                "journey 'alone' replaces no other, and no other replaces it: "
                "`replaces` in the journey as it is to be names the journey as it is"
            ),
        ),
        (
            ["--view", "silos", "--journey", "by-card"],
            (
                "view 'silos' draws nothing beside another: leave out `beside`, "
                "or take one of service-blueprint, journey-map"
            ),
        ),
    ],
)
def test_beside_is_refused_where_there_is_no_pair(
    run: Run, tmp_path: Path, ferry: str, arguments: list[str], message: str
) -> None:
    ended = run("render", ferry, *arguments, "--beside", "--output", "both.svg")
    assert (ended.code, ended.out, ended.err) == (2, "", f"error: {message}\n")
    assert not (tmp_path / "both.svg").exists()


def test_a_graph_is_written_for_graphviz(run: Run, tmp_path: Path, ferry: str) -> None:
    ended = run("render", ferry, "--view", "journey-map", "--journey", "alone", "--output", "sea.gv")
    assert ended.code == 0
    assert (tmp_path / "sea.gv").read_text(encoding="utf-8").startswith("digraph {\n")


def test_a_pdf_is_refused_with_the_way_to_one(run: Run, ferry: str) -> None:
    ended = run("render", ferry, "--view", "journey-map", "--journey", "alone", "--output", "sea.pdf")
    assert ended.code == 2
    assert ended.err.endswith("a PDF comes from printing a page of the site\n")
