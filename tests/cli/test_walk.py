"""`cxblueprint walk`: a journey told in a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Ended

    Run = Callable[..., Ended]

FERRY = """\
id: ferry
title: A ferry
teams: [{id: crew, name: Crew}]
segments: [{id: visitors, name: Visitors, needs: [to be there by noon]}, {id: drivers, name: Drivers}]
personas:
  - {id: mia, name: "Mia, with a bicycle", segment: visitors, goals: [The beach]}
  - {id: lars, name: Lars, segment: drivers}
channels: [{id: pier, name: On the pier, kind: on-site}]
standards: [{id: leaves, name: Leaves, target: 95% within 30min}]
promises: [{id: on-time, statement: Every half hour, target: 95% within 30min, made_at: board, owner: crew}]
proactive_updates:
  - {id: delay, name: Delay, covers: ['touchpoint:board'], trigger: it is late, channel: pier}
touchpoints:
  - {id: board, name: The board, channel: pier, owner: crew, automation: automated, standards: [leaves],
     physical_evidence: [the times]}
  - {id: ramp, name: The ramp, owner: crew, segments: [drivers]}
journeys:
  - id: cross
    name: Cross over
    state: as-is
    segments: [visitors, drivers]
    outcome: beach
    stages:
      - name: Wait
        steps:
          - touchpoint: board
            customer: Looks when the next one leaves
            thinking: Twenty minutes
            emotion: -1
            pains: [No shade]
            fail_points: [{text: Fog, service_recovery: The bus around the bay}]
            wait: 20min
            next: [{to: ramp, when: with a car, share: 0.4}, {to: deck}]
      - name: Sail
        steps:
          - {touchpoint: ramp}
          - {id: deck, name: On deck, emotion: 2, moment_of_truth: true}
          - {id: beach, name: The beach, emotion: 2, next: [{to: board, when: home in the evening}]}
"""
AS_MIA = """\
Cross over, as Mia walks it
A ferry · how it is today

Who walks         Mia, with a bicycle
Wants             The beach
Belongs to        Visitors
Needs             to be there by noon
Stops             3
Waits in all      20 minutes, and more where the way leads back
Meets             Crew
By way of         On the pier
Lowest point      annoyed at 1 The board
Highest point     delighted at 3 On deck

Wait

·●···   1  The board · annoyed
           Looks when the next one leaves
           “Twenty minutes”
           Comes here from   4 The beach: home in the evening
           Meets             Crew, On the pier, a machine
           In hand and sight + the times
           Is promised       “Every half hour” (95% within 30 minutes, kept by
                             Crew)
           What good means   Leaves: 95% within 30 minutes
           Makes it hard     No shade
           May go wrong      Fog
                             We put it right: The bus around the bay
           The way forks     2 The ramp (only for Drivers): with a car (40%)
                             3 On deck
           Then waits        20 minutes
           Hears meanwhile   Delay, when it is late, by On the pier

Sail

        2  The ramp
           Only for          Drivers

····●   3  On deck · delighted · ★ moment of truth
           Comes here from   1 The board
           In hand and sight the times

····●   4  The beach · delighted · goal reached
           In hand and sight the times
           The way forks     back to 1 The board: home in the evening
                             the journey ends here for everybody else
"""


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "ferry.yaml").write_text(FERRY, encoding="utf-8")
    return "ferry.yaml"


def test_a_walk_is_told_from_the_first_stop_to_the_last(run: Run, ferry: str) -> None:
    ended = run("walk", ferry, "--journey", "cross", "--persona", "mia")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == AS_MIA


def test_the_only_journey_need_not_be_named_and_those_who_may_walk_it_are(run: Run, ferry: str) -> None:
    ended = run("walk", ferry)

    assert ended.code == 0
    assert ended.out.startswith(
        "Cross over, step by step\nA ferry · how it is today\n\n"
        "Who walks         nobody in particular; --persona names one of mia, lars\n"
    )
    assert "Only for" not in ended.out


def test_a_narrow_terminal_has_room_for_every_line(
    run: Run, ferry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    ended = run("walk", ferry, "--persona", "mia")

    assert max(map(len, ended.out.splitlines())) <= 40
    assert "  Is promised\n    “Every half hour” (95% within 30\n    minutes, kept by Crew)\n" in ended.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--journey", "cros"], "there is no journey 'cros', did you mean 'cross'?"),
        (["--persona", "mja"], "there is no persona 'mja', did you mean 'mia'?"),
    ],
)
def test_an_unknown_id_is_answered_with_the_one_that_was_meant(
    run: Run, ferry: str, arguments: list[str], message: str
) -> None:
    ended = run("walk", ferry, *arguments)

    assert (ended.code, ended.out, ended.err) == (2, "", f"error: {message}\n")


@pytest.mark.parametrize(
    ("journeys", "message"),
    [
        ("", "say which journey to walk: none is declared"),
        ("journeys: [{id: a, name: A}, {id: b, name: B}]", "say which journey to walk: 'a', 'b'"),
    ],
)
def test_which_journey_is_asked_where_that_is_not_clear(
    run: Run, tmp_path: Path, journeys: str, message: str
) -> None:
    (tmp_path / "b.yaml").write_text(f"id: b\ntitle: B\n{journeys}\n", encoding="utf-8")

    ended = run("walk", "b.yaml")

    assert (ended.code, ended.out, ended.err) == (2, "", f"error: {message}\n")


def test_a_journey_without_steps_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("id: b\ntitle: B\njourneys: [{id: a, name: A}]\n", encoding="utf-8")

    assert run("walk", "b.yaml").out == "A, step by step\nB\n\nStops             none yet\n"


def test_no_text_does_anything_to_the_terminal(run: Run, tmp_path: Path) -> None:
    name = r'"Red \u001b[31m [bold]card[/bold]"'
    stages = f"[{{name: {name}, steps: [{{name: {name}}}]}}]"
    (tmp_path / "b.yaml").write_text(
        f"id: b\ntitle: B\njourneys: [{{id: a, name: {name}, stages: {stages}}}]\n", encoding="utf-8"
    )

    ended = run("walk", "b.yaml")

    assert "\x1b" not in ended.out
    assert ended.out.count("[bold]card[/bold]") == 3
