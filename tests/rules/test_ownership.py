"""What the pages on ownership have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

UNDECLARED = """
touchpoints: [{id: desk, name: Desk, owner: nobody}]
journeys: [{id: visit, name: Visit, owner: nobody}]
"""


@pytest.mark.parametrize("code", ["OWN001", "OWN002"])
def test_an_owner_who_is_not_declared_is_a_matter_of_references(found: Found, code: str) -> None:
    assert found(code, UNDECLARED) == []
    assert found("REF001", UNDECLARED) == ["error touchpoint:desk"]


def test_work_at_a_touchpoint_without_owner_waits_for_the_owner(found: Found) -> None:
    fragment = "touchpoints: [{id: t, name: T, support: [{text: Prints}]}]"
    assert found("OWN001", fragment) == ["warning touchpoint:t"]
    assert found("OWN003", fragment) == []


TWO = "teams: [{id: a, name: A}, {id: b, name: B}]\ntouchpoints: [{id: t, name: T, owner: a}]\n"


@pytest.mark.parametrize(
    "part",
    [
        "handoffs: [{id: h, giver: a, receiver: b}]",
        "standards: [{id: s, provider: b}]",
        "systems: [{id: s, name: S, owner: b}]",
        "kpis: [{id: k, name: K, owner: b}]",
        "roles: [{id: r, name: R, team: b}]\nlistening_posts: [{id: l, name: L, meets: [r]}]",
        "promises: [{id: p, made_by: b}]",
    ],
)
def test_whoever_does_anything_has_a_part(found: Found, part: str) -> None:
    assert found("OWN004", TWO) == ["warning team:b"]
    assert found("OWN004", f"{TWO}{part}") == []


@pytest.mark.parametrize(
    "mention",
    [
        "roles: [{id: r, name: R, team: b}]",
        "listening_posts: [{id: l, name: L, covers: ['team:b']}]",
        "initiatives: [{id: i, name: I, addresses: ['team:b']}]",
    ],
)
def test_being_spoken_of_is_no_part(found: Found, mention: str) -> None:
    assert found("OWN004", f"{TWO}{mention}") == ["warning team:b"]


def test_a_part_of_a_team_that_is_not_declared_is_nobodys(found: Found) -> None:
    assert found("OWN004", "teams: [{id: b, name: B}]\ntouchpoints: [{id: t, name: T, owner: a}]") == []


def test_a_circle_of_superiors_comes_to_an_end(found: Found) -> None:
    circle = "teams: [{id: a, name: A, reports_to: b}, {id: b, name: B, reports_to: a}]"
    assert found("OWN004", f"{circle}\ntouchpoints: [{{id: t, name: T, owner: a}}]") == []
