"""Journeys to walk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx
from cxblueprint.walking import Walk, walk

WalkOf = Callable[..., Walk]


@pytest.fixture
def walk_of() -> WalkOf:
    """Returns the walk of the only journey of a blueprint, given its steps and whatever else it has."""

    def make(steps: str, *, persona: str | None = None, journey: str = "", rest: str = "") -> Walk:
        text = (
            f"id: b\ntitle: B\n{rest}\njourneys:\n"
            f"  - {{id: j, name: J, {journey} stages: [{{name: S, steps: [{steps}]}}]}}\n"
        )
        return walk(cx.Graph(cx.loads(text)), "j", persona)

    return make
