"""Rules made for a test, and blueprints of a few teams for them to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest

import cxblueprint as cx
from cxblueprint.checks import Flaw, Rule, flaw, rule

MakeRule: TypeAlias = Callable[..., Rule]
"""Takes a code and the ids of the teams that the rule finds, then whatever a rule may state."""


@pytest.fixture
def teams() -> cx.Blueprint:
    """Three teams, written on lines 1, 2 and 3."""
    text = "teams: [{id: one, name: One},\n{id: two, name: Two},\n{id: six, name: Six}]\nid: b\ntitle: B\n"
    return cx.loads(text, name="b.yaml")


@pytest.fixture
def make_rule() -> MakeRule:
    def make(code: str, *team_ids: str, **stated: object) -> Rule:
        def function(graph: cx.Graph) -> Iterator[Flaw]:
            for team_id in team_ids:
                yield flaw(graph.teams[team_id], f"team '{team_id}' is wrong", "set it right")

        name = stated.pop("name", f"rule-{code.lower()}")
        return rule(code, str(name), summary="a team is wrong", **stated)(function)  # type: ignore[arg-type]

    return make
