"""What the pages on flow have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]


def journey(steps: str, more: str = "") -> str:
    return f"journeys: [{{id: j, name: J, {more}stages: [{{name: S, id: s, steps: [{steps}]}}]}}]"


def test_without_any_live_journey_nobody_owes_steps(found: Found) -> None:
    assert found("FLO001", "journeys: [{id: j, name: J, status: draft}]") == []


@pytest.mark.parametrize(
    "steps",
    ["{name: A, next: [{to: z}]}, {name: B}", "{name: A, next: []}, {name: B, next: [{to: z}]}"],
    ids=["before", "at-it"],
)
@pytest.mark.parametrize("code", ["FLO002", "FLO003", "FLO004", "FLO005"])
def test_where_a_way_leads_nowhere_only_the_reference_is_named(found: Found, code: str, steps: str) -> None:
    assert found(code, journey(steps)) == []
    assert len(found("REF001", journey(steps))) == 1


def test_an_outcome_that_is_not_there_is_a_matter_of_references(found: Found) -> None:
    steps = "{name: A, next: [{to: b}, {to: c}]}, {name: B, next: []}, {name: C, emotion: -2}"
    assert found("FLO003", journey(steps, "outcome: b, ")) == ["warning step:j/s/c"]
    assert found("FLO003", journey(steps, "outcome: z, ")) == []


def test_what_a_loop_keeps_customers_from_is_not_named_besides(found: Found) -> None:
    fragment = journey("{name: A}, {name: B, next: [{to: a}]}, {name: C}")
    assert found("FLO004", fragment) == ["warning step:j/s/a"]
    assert found("FLO002", fragment) == []


def test_a_loop_that_nobody_gets_into_is_unreachable_and_not_endless(found: Found) -> None:
    fragment = journey(
        "{name: A, next: []}, {name: B}, {name: C, next: [{to: b}]}, {name: D, next: [{to: b}]}"
    )
    # B has a way in, from C and D, so that it is no door; D is where the lost ones begin.
    assert found("FLO004", fragment) == []
    assert found("FLO002", fragment) == ["warning step:j/s/d"]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("{name: A, next: []}, {name: B}", []),
        ("{name: A, next: [{to: c}]}, {name: B, next: [{to: c}]}, {name: C, next: []}, {name: D}", ["d"]),
        ("{name: A, next: [{to: a}, {to: c}]}, {name: B}, {name: C}", []),
    ],
    ids=["a-door", "behind-the-doors", "beside-a-step-that-is-repeated"],
)
def test_doors_stand_beside_the_first_step(found: Found, steps: str, expected: list[str]) -> None:
    assert found("FLO002", journey(steps)) == [f"warning step:j/s/{step}" for step in expected]


def test_one_loop_that_leads_into_another_is_named_with_it(found: Found) -> None:
    fragment = journey(
        "{name: A}, {name: B, next: [{to: a}, {to: c}]}, {name: C}, {name: D, next: [{to: c}]}"
    )
    assert found("FLO004", fragment) == ["warning step:j/s/a"]


@pytest.mark.parametrize(
    ("shares", "caught"),
    [("0.1, 0.2, 0.7", True), ("0.1, 0.2, 0.6", False), ("0.3, 0.3, 0.4", True)],
    ids=["all", "all-but-some", "all-in-floating-point"],
)
def test_shares_that_leave_some_over_are_a_way_out(found: Found, shares: str, *, caught: bool) -> None:
    ways = ", ".join(f"{{to: a, share: {share}}}" for share in shares.split(", "))
    assert found("FLO004", journey(f"{{name: A, next: [{ways}]}}")) == (
        ["warning step:j/s/a"] if caught else []
    )


def asking(end: str) -> str:
    ask = "{touchpoint: ask, next: [{to: yes-said}, {to: end}]}"
    steps = f"{ask}, {end}, {{name: Yes said, closes_request: true}}"
    touchpoint = "{id: ask, name: Ask, opens_request: true}"
    return f"touchpoints: [{touchpoint}]\n{journey(steps, 'outcome: yes-said, ')}"


@pytest.mark.parametrize(
    ("end", "is_dead"),
    [
        ("{name: End, next: []}", True),
        ("{name: End, next: [], emotion: 2}", True),
        ("{name: End, next: [], closes_request: true, emotion: -2}", False),
        ("{name: End, next: [{to: ask}]}", False),
        ("{name: End, next: [], fail_points: [{text: Closed}]}", True),
        ("{name: End, next: [], fail_points: [{text: Closed, service_recovery: We ring}]}", False),
    ],
    ids=["open", "open-and-content", "answered", "back", "a-failure", "put-right"],
)
def test_an_end_with_an_open_request_is_dead_unless_it_is_answered(
    found: Found, end: str, *, is_dead: bool
) -> None:
    assert found("FLO003", asking(end)) == (["warning step:j/s/end"] if is_dead else [])


def test_how_the_customer_feels_is_said() -> None:
    steps = "{name: A, next: [{to: b}, {to: c}, {to: d}]}, {name: B, next: []}"
    lows = "{name: C, emotion: -1, next: []}, {name: D, emotion: -2}"
    blueprint = cx.loads(f"{journey(f'{steps}, {lows}', 'outcome: b, ')}\nid: b\ntitle: B\n")
    assert [finding.message for finding in cx.check(blueprint, select=["FLO003"]).findings] == [
        "step 'j/s/c' ends the journey short of its outcome 'b', and leaves the customer annoyed",
        "step 'j/s/d' ends the journey short of its outcome 'b', and leaves the customer angry",
    ]


def test_how_many_steps_are_too_many_can_be_set() -> None:
    blueprint = cx.loads(f"{journey('{name: A}, {name: B}')}\nid: b\ntitle: B\n")
    counts = {
        most: len(cx.check(blueprint, select=["FLO006"], options={"FLO006": {"most-steps": most}}).findings)
        for most in (1, 2)
    }
    assert counts == {1: 1, 2: 0}


def test_a_long_way_into_a_loop_is_followed_in_time(found: Found) -> None:
    steps = ", ".join(f"{{name: A, id: a{number}}}" for number in range(4000))
    fragment = journey(f"{steps}, {{name: B}}, {{name: C, next: [{{to: b}}]}}")
    assert found("FLO004", fragment) == ["warning step:j/s/b"]
