"""What the pages on measures have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

KPIS = """
kpis:
  - {id: felt, name: Felt, kind: perception}
  - {id: done, name: Done, kind: outcome}
  - {id: fast, name: Fast, kind: operational}
  - {id: cost, name: Cost, kind: financial}
  - {id: nps, name: NPS, metric: nps, level: relationship}
"""
PROFILES = ("essential", "recommended", "exemplary")


def loudness(found: Found, fragment: str) -> list[str]:
    """Return what is said of the one journey, profile by profile."""
    return [
        ", ".join(found("KPI001", KPIS + fragment, profile)).removesuffix(" journey:j")
        for profile in PROFILES
    ]


@pytest.mark.parametrize(
    ("own", "at_outcome", "elsewhere", "expected"),
    [
        ("", "", "", ["error", "error", "error"]),
        ("nps", "", "", ["error", "error", "error"]),
        ("", "nps", "nps", ["error", "error", "error"]),
        ("", "", "done", ["", "error", "error"]),
        ("nps", "", "done", ["", "error", "error"]),
        ("", "done", "", ["", "", "warning"]),
        ("felt", "", "", ["", "", "warning"]),
        ("felt, cost", "", "", ["", "", "warning"]),
        ("felt", "done", "", ["", "", ""]),
        ("felt, fast", "", "", ["", "", ""]),
        ("felt", "", "done", ["", "", "warning"]),
        ("unknown", "", "", ["", "", ""]),
        ("", "", "unknown", ["", "", ""]),
    ],
)
def test_what_a_journey_owes_grows_with_the_profile(
    found: Found, own: str, at_outcome: str, elsewhere: str, expected: list[str]
) -> None:
    fragment = f"""
touchpoints: [{{id: x, name: X, kpis: [{elsewhere}]}}, {{id: y, name: Y, kpis: [{at_outcome}]}}]
journeys:
  - id: j
    name: J
    kpis: [{own}]
    outcome: y
    stages: [{{name: S, steps: [{{touchpoint: x}}, {{touchpoint: y}}]}}]
"""
    assert loudness(found, fragment) == expected


@pytest.mark.parametrize(
    ("journeys", "expected"),
    [
        ("{id: j, name: J}, {id: k, name: K, replaces: j}", ["error journey:j"]),
        ("{id: k, name: K, replaces: j}, {id: j, name: J}", ["error journey:j"]),
        ("{id: j, name: J}, {id: k, name: K, replaces: j, kpis: [felt]}", []),
        ("{id: j, name: J, kpis: [felt]}, {id: k, name: K, replaces: j}", []),
        ("{id: j, name: J, status: draft}, {id: k, name: K, replaces: j}", ["error journey:k"]),
        ("{id: j, name: J}, {id: k, name: K, replaces: j, status: draft}", ["error journey:j"]),
        ("{id: j, name: J}, {id: k, name: K, replaces: j}, {id: l, name: L, replaces: j, kpis: [felt]}", []),
        ("{id: j, name: J, replaces: j}", ["error journey:j"]),
        ("{id: j, name: J, replaces: gone}", ["error journey:j"]),
    ],
)
def test_a_journey_and_those_that_replace_it_count_once(
    found: Found, journeys: str, expected: list[str]
) -> None:
    assert found("KPI001", f"{KPIS}\njourneys: [{journeys}]") == expected


@pytest.mark.parametrize("where", ["standards", "frontstage", "backstage", "support", "handoff"])
@pytest.mark.parametrize(
    ("segments", "standard", "counts"),
    [
        ("staff", "provider: a, consumer: b", True),
        ("staff", "provider: a", False),
        ("staff", "consumer: b", False),
        ("staff, guests", "provider: a, consumer: b", False),
        ("guests", "provider: a, consumer: b", False),
        ("", "provider: a, consumer: b", False),
    ],
)
def test_for_colleagues_an_agreement_between_teams_counts(
    found: Found, where: str, segments: str, standard: str, *, counts: bool
) -> None:
    at_touchpoint = f"{where}: [{'ola' if where == 'standards' else '{text: T, agreement: ola}'}]"
    x, handoff = ("", ", agreement: ola") if where == "handoff" else (f", {at_touchpoint}", "")
    fragment = f"""
teams: [{{id: a, name: A}}, {{id: b, name: B}}]
segments: [{{id: staff, name: Staff, internal: true}}, {{id: guests, name: Guests}}]
standards: [{{id: ola, {standard}}}]
handoffs: [{{id: h, giver: a, receiver: b{handoff}}}]
touchpoints: [{{id: x, name: X, owner: a{x}}}, {{id: y, name: Y, owner: b}}]
journeys:
  - id: j
    name: J
    segments: [{segments}]
    stages: [{{name: S, steps: [{{touchpoint: x}}, {{touchpoint: y}}]}}]
"""
    assert found("KPI001", fragment) == ([] if counts else ["error journey:j"])


@pytest.mark.parametrize(
    ("kpi", "expected"),
    [
        ("", ["KPI008"]),
        ("source: s", ["KPI008", "KPI010", "KPI011"]),
        ("target: at least 4", ["KPI009", "KPI010", "KPI011"]),
        ("target: at least 4, baseline: 3", ["KPI010", "KPI011"]),
        ("target: at least 4, baseline: 3, owner: a, action: we act", []),
        ("baseline: 3, owner: a, action: we act", ["KPI008"]),
        ("source: s, owner: nobody, action: we act", ["KPI008"]),
    ],
)
def test_a_kpi_is_asked_for_what_it_lacks_and_a_bare_one_for_its_target_alone(
    found: Found, kpi: str, expected: list[str]
) -> None:
    fragment = f"teams: [{{id: a, name: A}}]\nkpis: [{{id: k, name: K{f', {kpi}' if kpi else ''}}}]"
    asked = ["KPI008", "KPI009", "KPI010", "KPI011"]
    assert [code for code in asked if found(code, fragment)] == expected


@pytest.mark.parametrize(
    ("journeys", "at_touchpoint", "is_asked"),
    [
        ("{id: j, name: J, state: to-be, kpis: [k]}", False, False),
        ("{id: j, name: J, state: as-is, kpis: [k]}", False, True),
        ("{id: j, name: J, kpis: [k]}", False, True),
        ("{id: j, name: J, state: to-be, kpis: [k]}, {id: i, name: I, kpis: [k]}", False, True),
        ("{id: j, name: J, state: to-be, kpis: [k]}", True, True),
        ("{id: j, name: J, state: to-be, stages: [{name: S, steps: [{touchpoint: x}]}]}", True, False),
        ("", False, True),
        ("{id: j, name: J, status: draft, kpis: [k]}", False, False),
        ("{id: j, name: J, status: draft, kpis: [k]}, {id: i, name: I, kpis: [k]}", False, True),
        ("{id: j, name: J, status: draft, stages: [{name: S, steps: [{touchpoint: x}]}]}", True, False),
    ],
)
def test_a_baseline_is_asked_of_what_exists_today(
    found: Found, journeys: str, *, at_touchpoint: bool, is_asked: bool
) -> None:
    fragment = f"""
kpis: [{{id: k, name: K, target: at least 4}}]
touchpoints: [{{id: x, name: X, kpis: [{"k" if at_touchpoint else ""}]}}]
journeys: [{journeys}]
"""
    assert found("KPI009", fragment) == (["warning kpi:k"] if is_asked else [])


@pytest.mark.parametrize(
    ("kpi", "is_absolute"),
    [
        ("metric: nps, target: at least 100", True),
        ("metric: nps, target: at least 99", False),
        ("metric: csat, target: at least 100%", True),
        ("metric: csat, target: at least 5", False),  # of 5, of 7 or of 10: nobody says
        ("metric: csat, scale: 1-5, target: at least 5", True),
        ("metric: csat, scale: 1-5, target: at least 4.9", False),
        ("metric: csat, scale: 1-5, target: at least 100%", True),
        ("metric: ces, scale: 1-5, polarity: down, target: at most 1", True),
        (
            "metric: ces, scale: 1-5, polarity: up, target: at most 1",
            False,
        ),  # against its polarity: another flaw
        ("metric: trust, target: at most 0%", False),
        ("kind: perception, target: at most 0%", True),
        ("kind: perception, target: at most 0", False),
        ("kind: perception, target: 100% within 2h", False),
        ("metric: churn, target: at most 0%", True),
        ("metric: churn, target: at most 0", True),
        ("metric: churn, target: at most 0.1%", False),
        ("metric: churn, target: at least 100%", False),
        ("metric: attrition, target: at most 0%", True),
        ("metric: retention, target: at least 100%", True),
        ("metric: retention, target: at least 98%", False),
        ("metric: complaints, target: at most 0", True),
        ("metric: complaints, target: at most 3", False),
        ("metric: on-time, target: at least 100%", False),
        ("metric: availability, target: at least 100%", False),
        ("metric: enps, target: at least 100", False),
        ("target: at least 100%", False),
        ("metric: nps", False),
    ],
)
def test_a_target_is_absolute_at_the_end_of_what_people_feel_or_choose(
    found: Found, kpi: str, *, is_absolute: bool
) -> None:
    expected = ["warning kpi:k"] if is_absolute else []
    assert found("KPI012", f"kpis: [{{id: k, name: K, {kpi}}}]") == expected
