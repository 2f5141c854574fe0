"""What the pages on value have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

SEGMENTS = "segments: [{id: a, name: A}, {id: b, name: B}]\n"
PROFILES = ("recommended", "exemplary")


@pytest.mark.parametrize(
    ("code", "journeys", "expected"),
    [
        ("VAL002", "{id: x, name: X}", ["warning journey:x"]),
        ("VAL003", "{id: x, name: X, segments: [a]}", ["warning journey:x"]),
        (
            "VAL003",
            "{id: x, name: X, segments: [a], value_to_customer: Calm}, {id: y, name: Y, segments: [b]}",
            ["warning journey:y"],
        ),
        (
            "VAL003",
            "{id: x, name: X, segments: [a]}, {id: y, name: Y, segments: [b]}",
            ["warning blueprint:b"],
        ),
        ("VAL003", "{id: x, name: X}, {id: y, name: Y, segments: [b]}", ["warning journey:y"]),
        ("VAL004", "{id: x, name: X, segments: [a]}", []),
        ("VAL004", "{id: x, name: X, stages: [{name: S, steps: [{name: T}]}]}", []),
    ],
)
def test_what_a_journey_says_of_its_customers(
    found: Found, code: str, journeys: str, expected: list[str]
) -> None:
    assert found(code, f"{SEGMENTS}journeys: [{journeys}]") == expected


def test_a_blueprint_that_just_begins_is_asked_for_little(found: Found) -> None:
    fragment = """
touchpoints: [{id: t, name: T}]
kpis: [{id: k, name: K}]
journeys: [{id: j, name: J, stages: [{name: S, steps: [{touchpoint: t}]}]}]
"""
    codes = [f"VAL00{number}" for number in range(1, 9)]
    said = [f"{code} {one}" for code in codes for one in found(code, fragment)]
    assert said == ["VAL001 warning blueprint:b", "VAL002 warning blueprint:b"]


@pytest.mark.parametrize(
    ("kpi", "tells"),
    [
        ("metric: trust", True),
        ("metric: nps, level: journey", True),
        ("metric: churn", True),
        ("metric: csat", False),
        ("metric: csat, level: relationship", True),
        ("metric: enps, level: relationship", False),
        ("kind: financial, level: relationship", False),
        ("metric: renewals, kind: outcome, level: relationship", True),
        ("metric: renewals, level: relationship", True),
        ("metric: glad, level: relationship", False),
        ("metric: our-trust-index", True),
        ("name: Would recommend us", True),
        ("name: Would recommend us, kind: perception", True),
        ("name: Would recommend us as an employer, kind: employee", False),
        ("name: Promoters of the app, metric: csat", False),
        ("name: Calls", False),
    ],
)
def test_trust_is_told_by_its_metric_or_by_a_whole_relationship(
    found: Found, kpi: str, *, tells: bool
) -> None:
    name = "" if "name:" in kpi else "name: K, "
    fragment = f"kpis: [{{id: k, {name}{kpi}}}, {{id: l, name: L, metric: aht}}]"
    assert found("VAL005", fragment) == ([] if tells else ["warning blueprint:b"])


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("emotion: -2", ["warning", "warning"]),
        ("emotion: -1", ["", "warning"]),
        ("emotion: -1, moment_of_truth: true", ["warning", "warning"]),
        ("emotion: 0, moment_of_truth: true", ["", ""]),
        ("moment_of_truth: true", ["", ""]),
        ("emotion: -2, pains: [Slow]", ["warning", "warning"]),
        ("emotion: -2, opportunities: [Faster]", ["", ""]),
    ],
)
def test_a_low_is_asked_for_an_answer_by_its_depth(found: Found, step: str, expected: list[str]) -> None:
    fragment = f"journeys: [{{id: j, name: J, stages: [{{name: S, steps: [{{name: T, {step}}}]}}]}}]"
    said = [", ".join(found("VAL007", fragment, profile)).removesuffix(" step:j/s/t") for profile in PROFILES]
    assert said == expected


def test_a_journey_that_replaces_another_is_no_answer_to_the_rest(found: Found) -> None:
    stages = "stages: [{name: S, steps: [{name: T, emotion: -2}]}]"
    fragment = f"journeys: [{{id: j, name: J, {stages}}}, {{id: k, name: K, replaces: i, {stages}}}]"
    assert found("VAL007", fragment) == ["warning step:j/s/t", "warning step:k/s/t"]
