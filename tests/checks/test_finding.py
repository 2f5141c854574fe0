"""What a rule says is kept as it says it, and called as people call it."""

from __future__ import annotations

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Replace, flaw
from cxblueprint.checks.finding import called

TEAM = cx.Subject("team", "care")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("touchpoint", "touchpoint 'x'"),
        ("service-standard", "standard 'x'"),
        ("kpi", "KPI 'x'"),
        ("listening-post", "listening-post 'x'"),
    ],
)
def test_a_subject_is_called_as_messages_begin(kind: str, name: str) -> None:
    assert called(cx.Subject(kind, "x")) == name


def test_a_flaw_holds_all_that_is_said() -> None:
    repair = Replace("a", "b")
    said = flaw(
        TEAM,
        "message",
        "hint",
        at="name",
        about="ads",
        severity="info",
        repair=repair,
        lacks="a name",
        once=("one", "two"),
    )
    assert said == Flaw(TEAM, "message", "hint", "name", "ads", "info", repair, "a name", ("one", "two"))
    assert flaw(TEAM, "message", "hint") == Flaw(TEAM, "message", "hint")


def test_a_flaw_is_of_a_thing_a_node_or_a_subject() -> None:
    care = cx.Team(id="care", name="Care")
    blueprint = cx.Blueprint(id="b", title="B", journeys=[cx.Journey(id="ask", name="Ask")], teams=[care])
    node = cx.Graph(blueprint).journeys["ask"]
    subjects = [flaw(thing, "m", "h").subject for thing in (care, node, TEAM)]
    assert subjects == [TEAM, cx.Subject("journey", "ask"), TEAM]
