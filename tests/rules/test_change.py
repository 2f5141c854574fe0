"""What the pages on change have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("dates", "is_band_aid"),
    [
        ("starts: 2026-01-01, ends: 2026-01-01", True),
        ("starts: 2026-01-01, ends: 2026-03-02", True),
        ("starts: 2026-01-01, ends: 2026-03-03", False),
        ("starts: 2026-01-01", False),
        ("ends: 2026-01-01", False),
        ("starts: 2026-01-01, ends: 2026-01-31, addresses: ['cause:c']", False),
        ("starts: 2026-01-01, ends: 2026-01-31, addresses: ['team:t']", True),
        ("starts: 2026-01-01, ends: 2026-01-31, sustained_by: t", False),
        ("starts: 2026-01-01, ends: 2026-01-31, remeasure_on: 2026-06-30", False),
    ],
)
def test_a_quick_fix_without_a_cause_is_a_band_aid(found: Found, dates: str, *, is_band_aid: bool) -> None:
    fragment = f"initiatives: [{{id: i, name: I, kinds: [process], {dates}}}]"
    assert found("CHG005", fragment) == (["warning initiative:i"] if is_band_aid else [])


def test_a_band_aid_is_not_also_told_that_nobody_sustains_it(found: Found) -> None:
    fragment = """
initiatives:
  - {id: i, name: I, kinds: [process], components: [process], starts: 2026-01-01, ends: 2026-01-31}
"""
    assert {code: found(code, fragment) for code in ("CHG002", "CHG005", "CHG007")} == {
        "CHG002": [],
        "CHG005": ["warning initiative:i"],
        "CHG007": [],
    }


def test_an_initiative_with_nothing_but_a_name_is_one_finding(found: Found) -> None:
    codes = [f"CHG{number:03}" for number in range(1, 12)]
    said = {code: lines for code in codes if (lines := found(code, "initiatives: [{id: i, name: I}]"))}
    assert said == {"CHG003": ["warning initiative:i"]}


@pytest.mark.parametrize("funding", ["new", "reallocated", "reprioritised"])
def test_taking_the_means_from_elsewhere_is_a_decision(found: Found, funding: str) -> None:
    fragment = f"initiatives: [{{id: i, name: I, kinds: [process], funding: {funding}}}]"
    assert found("CHG004", fragment) == []


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("incidents: 0", ["CHG008"]),
        ("incidents: 1", ["CHG008"]),
        ("incidents: 2", []),
        ("sides_heard: [customer]", ["CHG009"]),
        ("sides_heard: [partner, partner]", ["CHG009"]),
        ("sides_heard: [customer, partner]", []),
        ("incidents: 1, sides_heard: [employee]", ["CHG008", "CHG009"]),
        ("incidents: 1, sides_heard: [employee], mandate: legal", []),
        ("incidents: 1, sides_heard: [employee], mandate: safety", []),
        ("incidents: 1, sides_heard: [employee], kind: code-of-practice", []),
        ("kind: rule", []),
    ],
)
def test_what_a_policy_rests_on_is_judged_where_it_is_our_choice(
    found: Found, policy: str, expected: list[str]
) -> None:
    fragment = f"policies: [{{id: p, name: P, review: 1y, {policy}}}]"
    assert [code for code in ("CHG008", "CHG009", "CHG010") if found(code, fragment)] == expected


@pytest.mark.parametrize(
    ("states", "addresses", "is_open"),
    [
        ("current: 2, desired: 3", "", True),
        ("current: 3, desired: 3", "", False),
        ("current: 4, desired: 3", "", False),
        ("current: 2", "", False),
        ("desired: 5", "", False),
        ("current: 2, desired: 3", "assessment:a", False),
        ("current: 2, desired: 3", "journey:j", False),
        ("current: 2, desired: 3", "journey:k", True),
    ],
)
def test_a_gap_is_open_until_something_addresses_it(
    found: Found, states: str, addresses: str, *, is_open: bool
) -> None:
    fragment = f"""
assessments: [{{id: a, of: 'journey:j', {states}}}]
initiatives: [{{id: i, name: I{f", addresses: ['{addresses}']" if addresses else ""}}}]
"""
    assert found("CHG011", fragment) == (["warning assessment:a"] if is_open else [])
