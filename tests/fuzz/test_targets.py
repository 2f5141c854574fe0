"""The targets hold for whatever Hypothesis makes, and notice what they are there to notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import cxblueprint as cx
from cxblueprint.pictures import Picture
from tests.fuzz import after_loading, loading, other_files, sizes, values
from tests.fuzz.strategies import inputs
from tests.fuzz.targets import TARGETS, Target

SHOP = b"""\
id: shop
title: Shop
journeys: [{id: buy, name: Buy, stages: [{name: Buy, steps: [{name: Look}]}]}]
"""


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_whatever_the_bytes_the_word_is_kept(target: Target) -> None:
    few = 6 if target.is_slow else 25

    @settings(max_examples=few, suppress_health_check=[*HealthCheck])
    @given(inputs(target))
    def holds(data: bytes) -> None:
        target.run(data)

    holds()


def raising(*_: object, **__: object) -> Any:  # noqa: ANN401  # it gives nothing
    msg = "broken on purpose"
    raise RuntimeError(msg)


@pytest.mark.parametrize(
    ("target", "place", "name", "broken"),
    [
        ("loading", cx, "dumps", lambda _, form: '{"id": "x", "title": "x"}' if form == "json" else "id: x"),
        ("loading", loading, "load_contents", raising),
        ("values", values, "slug", lambda text: text + "!"),
        ("other-files", other_files, "read_baseline", raising),
        ("sizes", sizes, "outcome_of", raising),
        ("judging", after_loading, "as_json", lambda _: '{"findings": []}'),
        ("walking", after_loading, "Telling", raising),
        ("drawing", Picture, "svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("publishing", after_loading, "is_one_line", lambda _: False),
        ("repairing", after_loading, "blueprint_of", lambda _: None),
    ],
)
def test_a_target_notices_that_a_word_is_broken(
    target: str, place: object, name: str, broken: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    TARGETS[target].run(SHOP)
    monkeypatch.setattr(place, name, broken, raising=False)

    with pytest.raises((AssertionError, RuntimeError, cx.CxBlueprintError)):
        TARGETS[target].run(SHOP)
