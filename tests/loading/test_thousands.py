"""Ten thousand mistakes of a kind at once: two hundred are told, the rest is counted, memory is bounded."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

Complaints = Callable[..., list[str]]
MANY = 10_000
HEAD = "id: shop\ntitle: A shop\n"


def items(line: str) -> str:
    return HEAD + "touchpoints:\n" + "".join(f"  - {{{line.replace('#', str(at))}}}\n" for at in range(MANY))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(items("id: t#, name: T, opens_request: maybe"), id="wrong values"),
        pytest.param(items("id: t#, name: T, ownr: x"), id="unknown keys"),
        pytest.param(items("id: t#, name: T, owner: X Y"), id="ids that are none"),
        pytest.param(items("id: t#"), id="missing keys"),
        pytest.param(items("id: t#, name: T, owner: "), id="keys without a value"),
        pytest.param(items("id: t#, name: T, name: U"), id="keys that are given twice"),
        pytest.param(items("id: t#, name: !python T"), id="tags"),
        pytest.param(items("id: t#, name: T, owner: 1e999"), id="numbers beyond measure"),
        pytest.param(
            HEAD + "".join(f"key{at}: 1\n" for at in range(MANY)), id="unknown keys of the blueprint"
        ),
        pytest.param(
            f"{HEAD}teams:\n  - id: t\n    name: T\n" + "".join(f"    key{at}: 1\n" for at in range(MANY)),
            id="unknown keys of one thing",
        ),
    ],
)
def test_two_hundred_are_told_and_the_rest_is_counted(
    text: str, complaints: Callable[..., list[str]]
) -> None:
    told = complaints(text=text)
    assert (len(told), told[-1]) == (201, "and 9,800 more")


def test_memory_is_bounded_however_many_there_are(complaints: Complaints) -> None:
    text = items("id: t#, name: T, owner: X Y, ownr: x, channel: " + "x" * 200)
    tracemalloc.start()
    try:
        told = complaints(text=text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told[-1] == "and 29,800 more"
    assert peak < 20 * len(text)
