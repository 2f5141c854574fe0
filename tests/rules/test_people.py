"""What the pages on people have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("title", "is_of_cx"),
    [
        ("CX lead", True),
        ("Analyst (CX)", True),
        ("Customer-experience manager", True),
        ("Head of Guest Experience", True),
        ("Passenger Happiness Hero", True),
        ("Chief Happiness Officer", True),
        ("Director of Customer Delight", True),
        ("User Experience Designer", False),
        ("Employee Experience Partner", False),
        ("Customer service agent", False),
        ("Data Analyst", False),
        ("Excellence lead", False),
    ],
)
@pytest.mark.parametrize("field", ["name: {}", "name: R, title: {}"])
def test_a_title_of_customer_experience_is_known_by_its_words(
    found: Found, title: str, field: str, *, is_of_cx: bool
) -> None:
    role = f"{{id: r, {field.format(title)}, team: cx}}"
    fragment = f"teams: [{{id: cx, name: CX, function: cx}}]\nroles: [{role}]"
    assert found("PPL004", fragment) == (["warning role:r"] if is_of_cx else [])


@pytest.mark.parametrize(
    ("touchpoint", "profile", "expected"),
    [
        ("", "recommended", "warning team:front"),
        (", automation: assisted", "recommended", "warning team:front"),
        (", automation: automated", "exemplary", ""),
        (", frontstage: [{text: T, team: partner}]", "recommended", ""),
        (", frontstage: [{text: T, team: partner}]", "exemplary", "info team:partner"),
    ],
)
def test_who_is_on_stage_is_asked_about(found: Found, touchpoint: str, profile: str, expected: str) -> None:
    on_stage = "" if "frontstage" in touchpoint else ", frontstage: [{text: T}]"
    fragment = f"""
teams:
  - {{id: front, name: Front}}
  - {{id: partner, name: Partner, function: partner}}
  - {{id: back, name: Back, employee_kpis: [k]}}
kpis: [{{id: k, name: K}}]
touchpoints: [{{id: t, name: T, owner: front{touchpoint}{on_stage}}}]
"""
    assert found("PPL007", fragment, profile) == ([expected] if expected else [])
