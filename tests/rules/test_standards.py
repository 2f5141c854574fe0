"""What the pages on standards have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

DESK = "teams: [{id: desk, name: Desk}]\n"


def test_a_touchpoint_on_no_journey_is_live(found: Found) -> None:
    fragment = "touchpoints: [{id: t, name: T, owner: desk, opens_request: true}]"
    assert found("STD001", DESK + fragment) == ["warning touchpoint:t"]


def test_a_poster_where_nothing_can_be_asked_needs_no_standard(found: Found) -> None:
    fragment = "touchpoints: [{id: t, name: T, owner: desk, opens_request: false}]"
    assert found("STD001", DESK + fragment, "exemplary") == []


def test_a_letter_that_can_be_answered_needs_one(found: Found) -> None:
    fragment = """
channels: [{id: mail, name: Mail, kind: letter}]
touchpoints: [{id: t, name: T, owner: desk, channel: mail, opens_request: true}]
"""
    assert found("STD001", DESK + fragment) == ["warning touchpoint:t"]


@pytest.mark.parametrize("what", ["standards: [fast]", "owner: nobody"])
def test_what_is_named_and_not_declared_is_a_matter_of_references(found: Found, what: str) -> None:
    owner = "" if what.startswith("owner") else ", owner: desk"
    fragment = f"touchpoints: [{{id: t, name: T, opens_request: true, {what}{owner}}}]"
    assert found("STD001", DESK + fragment) == []


def closing(steps: str) -> str:
    return f"""
standards: [{{id: done, kind: loop-closure}}, {{id: soon, kind: follow-up}}]
touchpoints:
  - {{id: ask, name: Ask, opens_request: true}}
  - {{id: tell, name: Tell, standards: [done]}}
  - {{id: call, name: Call, standards: [soon]}}
journeys: [{{id: j, name: J, stages: [{{name: S, steps: [{steps}]}}]}}]
"""


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("{touchpoint: ask}, {touchpoint: tell}", []),
        ("{touchpoint: ask}, {touchpoint: call}", ["warning step:j/s/ask"]),
        ("{touchpoint: ask, next: []}, {touchpoint: tell}", ["warning step:j/s/ask"]),
        ("{touchpoint: tell}, {touchpoint: ask}", ["warning step:j/s/ask"]),
        ("{touchpoint: tell}, {touchpoint: ask, next: [{to: tell}]}", []),
        ("{touchpoint: ask, next: [{to: call}, {to: tell}]}, {touchpoint: call}, {touchpoint: tell}", []),
        ("{touchpoint: ask, closes_request: true}, {touchpoint: ask}", ["warning step:j/s/ask--2"]),
    ],
    ids=["later", "follow-up-only", "the-end", "before", "back-again", "one-of-two-ways", "the-second-time"],
)
def test_a_request_is_settled_at_its_step_or_after_it(found: Found, steps: str, expected: list[str]) -> None:
    assert found("STD002", closing(steps)) == expected


@pytest.mark.parametrize(
    ("target", "is_absolute"),
    [
        ("100% within 2h", True),
        ("100% by due", True),
        ("100% every 1d", True),
        ("at least 100%", True),
        ("99.9% within 2h", False),
        ("within 2h", False),
        ("by due", False),
        ("at least 99.9%", False),
        ("at least 100", False),
        ("at most 100%", False),
    ],
)
def test_a_target_is_absolute_when_it_asks_for_all(found: Found, target: str, *, is_absolute: bool) -> None:
    expected = ["warning service-standard:s"] if is_absolute else []
    assert found("STD008", f"standards: [{{id: s, target: {target}}}]") == expected


@pytest.mark.parametrize("kind", ["legal", "contract", "safety"])
def test_an_obligation_may_be_absolute(found: Found, kind: str) -> None:
    assert (
        found("STD008", f"standards: [{{id: s, target: 100% within 2h, obligation: {{kind: {kind}}}}}]") == []
    )
