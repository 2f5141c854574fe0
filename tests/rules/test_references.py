"""What the page on references has no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]


def test_a_kind_of_which_nothing_is_declared_is_named_once_in_the_whole_blueprint(found: Found) -> None:
    fragment = """
touchpoints:
  - {id: a, name: A, owner: desk, kpis: [easy, quick]}
  - {id: b, name: B, owner: hall, kpis: [easy]}
"""
    assert found("REF001", fragment) == ["error touchpoint:a", "error touchpoint:a"]


def test_each_mention_is_named_where_others_of_the_kind_are_declared(found: Found) -> None:
    fragment = """
teams: [{id: desk, name: Desk}]
touchpoints: [{id: a, name: A, owner: hall}, {id: b, name: B, owner: hall}]
"""
    assert found("REF001", fragment) == ["error touchpoint:a", "error touchpoint:b"]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("clock: office-hours", "blueprint:b"),
        ("teams: [{id: a, name: A, reports_to: b}]", "team:a"),
        ("promises: [{id: a, path: [[fast]]}]", "promise:a"),
        ("accounts: [{id: a, name: A, exceptions: ['promise:b']}]", "account:a"),
        ("listening_posts: [{id: a, name: A, covers: ['journey:b']}]", "listening-post:a"),
        (
            "segments: [{id: a, name: A}]\njourneys: [{id: j, name: J, value_to_customer: {b: Calm}}]",
            "journey:j",
        ),
    ],
)
def test_names_are_looked_for_wherever_they_stand(found: Found, fragment: str, expected: str) -> None:
    assert found("REF001", fragment) == [f"error {expected}"]


@pytest.mark.parametrize(
    "fragment",
    [
        "proactive_updates: [{id: a, covers: [any-open-request]}]",
        """
journeys:
  - id: j
    name: J
    stages:
      - {name: S, steps: [{name: T, fail_points: [{text: X, service_recovery: "journey: start again"}]}]}
""",
    ],
    ids=["a-bare-word", "a-text-with-a-colon"],
)
def test_what_only_looks_like_a_name_is_left_alone(found: Found, fragment: str) -> None:
    assert found("REF001", fragment) == []


def test_the_hint_proposes_what_was_meant() -> None:
    text = "teams: [{id: contact-centre, name: C}]\ntouchpoints: [{id: t, name: T, owner: contact-center}]"
    report = cx.check(cx.loads(f"{text}\nid: b\ntitle: B\n"), select=["REF001"])
    assert [finding.hint for finding in report.findings] == [
        "did you mean 'contact-centre'? otherwise declare it under `teams`"
    ]


@pytest.mark.parametrize(
    ("used", "unused"),
    [
        (
            "segments: [{id: a, name: A}, {id: z, name: Z}]\njourneys: [{id: j, name: J, segments: [a]}]",
            "segment",
        ),
        (
            (
                "personas: [{id: a, name: A}, {id: z, name: Z}]\n"
                "journeys: [{id: j, name: J, stages: [{name: S, steps: [{name: N, actor: a}]}]}]"
            ),
            "persona",
        ),
        ("calendars: [{id: a, name: A}, {id: z, name: Z}]\nclock: a", "calendar"),
        (
            (
                "systems: [{id: a, name: A}, {id: z, name: Z}]\n"
                "touchpoints: [{id: t, name: T, backstage: [{system: a}]}]"
            ),
            "system",
        ),
        (
            (
                "causes: [{id: a, name: A}, {id: z, name: Z}]\n"
                "recovery_plans: [{id: r, name: R, causes: [{cause: a}]}]"
            ),
            "cause",
        ),
    ],
)
def test_what_is_never_named_is_named_here_once_its_kind_is_in_use(
    found: Found, used: str, unused: str
) -> None:
    assert found("REF002", used) == [f"warning {unused}:z"]


@pytest.mark.parametrize(("spelt", "expected"), [("countr", []), ("window", ["warning channel:counter"])])
def test_what_was_most_likely_meant_by_a_misspelt_name_is_not_unused(
    found: Found, spelt: str, expected: list[str]
) -> None:
    fragment = f"""
channels: [{{id: counter, name: Counter}}, {{id: web, name: Web}}]
touchpoints: [{{id: a, name: A, channel: {spelt}}}, {{id: b, name: B, channel: web, way_to_human: a}}]
journeys: [{{id: j, name: J, stages: [{{name: S, steps: [{{touchpoint: b}}]}}]}}]
"""
    assert found("REF001", fragment) == ["error touchpoint:a"]
    assert found("REF002", fragment) == expected


def test_a_thing_is_called_the_same_in_every_message() -> None:
    fragment = """
teams: [{id: a, name: A}]
standards: [{id: s, owner: z}]
kpis: [{id: k, name: K, owner: z}]
touchpoints: [{id: t, name: T, standards: [x], kpis: [y]}]
promises: [{id: p, made_by: b, path: [s]}]
"""
    report = cx.check(cx.loads(f"{fragment}\nid: b\ntitle: B\n"), select=["REF001"])
    assert [finding.message for finding in report.findings] == [
        "standard 's' names the team 'z', which is not declared",
        "KPI 'k' names the team 'z', which is not declared",
        "touchpoint 't' names the standard 'x', which is not declared",
        "touchpoint 't' names the KPI 'y', which is not declared",
        "promise 'p' names the team 'b', which is not declared",
    ]


def test_what_speaks_for_itself_needs_no_name(found: Found) -> None:
    fragment = """
teams: [{id: a, name: A}]
roles: [{id: r, name: R}]
kpis: [{id: k, name: K}, {id: l, name: L}]
touchpoints: [{id: t, name: T, kpis: [k]}]
promises: [{id: p}]
risks: [{id: x, name: X}]
"""
    assert found("REF002", fragment) == []


def test_the_address_of_a_step_names_no_touchpoint_that_it_sounds_like(found: Found) -> None:
    fragment = """
teams: [{id: a, name: A}, {id: b, name: B}]
touchpoints: [{id: front-desk, name: Desk}, {id: rooms, name: Rooms}]
journeys: [{id: stay, name: Stay, stages: [{name: In, steps: [{id: front-desk, touchpoint: rooms}]}]}]
handoffs: [{id: keys, giver: a, receiver: b, between: [stay/in/front-desk, stay/in/front-desk]}]
"""
    assert found("REF002", fragment) == ["warning touchpoint:front-desk"]
