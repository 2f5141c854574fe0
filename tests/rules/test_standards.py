"""What the pages on standards have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

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
        ("at most 0%", True),
        ("at most 0", True),
        ("at most 0.1%", False),
        ("at most -1", False),
        ("at least 0%", False),
    ],
)
def test_a_target_is_absolute_when_it_asks_for_all_or_none(
    found: Found, target: str, *, is_absolute: bool
) -> None:
    expected = ["warning service-standard:s"] if is_absolute else []
    assert found("STD008", f"standards: [{{id: s, target: {target}}}]") == expected


@pytest.mark.parametrize("kind", ["legal", "contract", "safety"])
def test_an_obligation_may_be_absolute(found: Found, kind: str) -> None:
    assert (
        found("STD008", f"standards: [{{id: s, target: 100% within 2h, obligation: {{kind: {kind}}}}}]") == []
    )


@pytest.mark.parametrize(
    ("wait", "limit", "is_covered"),
    [
        ("10min", "1min", True),
        ("11min", "1min", False),
        ("10bd", "1d", True),
        ("11bd", "1d", False),
        ("1mo", "3d", True),
        ("1y", "3bd", False),
        ("1y", "2mo", True),
        ("30s", "1y", True),
    ],
)
def test_a_standard_is_about_a_wait_when_its_time_is_no_tiny_part_of_it(
    found: Found, wait: str, limit: str, *, is_covered: bool
) -> None:
    fragment = f"""{DESK}
standards: [{{id: s, target: 90% within {limit}}}]
touchpoints: [{{id: t, name: T, owner: desk, standards: [s]}}]
journeys: [{{id: j, name: J, stages: [{{name: S, steps: [{{touchpoint: t, wait: {wait}}}]}}]}}]
"""
    assert found("STD004", fragment) == ([] if is_covered else ["warning step:j/s/t"])


def test_what_holds_after_a_request_is_settled_is_no_time_for_it(found: Found) -> None:
    fragment = f"""{DESK}
standards: [{{id: kind, target: at least 4}}, {{id: fast, target: within 9d}}]
touchpoints:
  - {{id: ask, name: Ask, owner: desk, opens_request: true, standards: [kind]}}
  - {{id: end, name: End, owner: desk, standards: [kind]}}
  - {{id: more, name: More, owner: desk, standards: [fast]}}
journeys:
  - {{id: j, name: J, stages: [{{name: S, steps: [
      {{touchpoint: ask, wait: 2d}}, {{name: Hope}}, {{touchpoint: end, closes_request: %s}}, {{name: Rest}},
      {{touchpoint: more}}]}}]}}
"""
    assert found("STD003", fragment % "true") == ["warning touchpoint:ask"]
    assert found("STD003", fragment % "false") == []
    assert found("STD004", fragment % "true") == found("STD004", fragment % "false") == []
    nobody_asks = fragment.replace("opens_request: true, ", "")
    assert found("STD004", nobody_asks % "true") == ["warning step:j/s/ask"]


def test_until_any_standard_is_declared_waits_are_no_matter_of_their_own(found: Found) -> None:
    fragment = f"""{DESK}
touchpoints: [{{id: ask, name: Ask, owner: desk, %s}}, {{id: sit, name: Sit, owner: desk}}]
journeys:
  - {{id: j, name: J, stages: [{{name: S, steps: [{{touchpoint: sit, wait: 1h}}, {{touchpoint: sit}}]}}]}}
"""
    assert found("STD", fragment % "opens_request: true") == ["warning touchpoint:ask"]
    assert found("STD", fragment % "tags: [t]") == ["warning step:j/s/sit"]


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("true", "false", (["warning touchpoint:ask"], [])),
        ("true", "true", (["warning touchpoint:ask"], ["warning step:j/s/next"])),
        ("false", "false", ([], ["warning step:j/s/ask", "warning step:j/s/next"])),
    ],
)
def test_a_wait_for_what_no_standard_times_is_said_of_the_request_alone(
    found: Found, opens: str, closes: str, expected: tuple[list[str], list[str]]
) -> None:
    fragment = f"""{DESK}
standards: [{{id: kind, target: at least 4}}]
touchpoints:
  - {{id: ask, name: Ask, owner: desk, opens_request: {opens}, standards: [kind]}}
  - {{id: next, name: Next, owner: desk, standards: [kind]}}
journeys:
  - {{id: j, name: J, stages: [{{name: S, steps: [
      {{touchpoint: ask, wait: 2d}}, {{touchpoint: next, closes_request: {closes}, wait: 1d}}]}}]}}
"""
    assert (found("STD003", fragment), found("STD004", fragment)) == expected


@pytest.mark.parametrize(
    ("standard", "is_low"),
    [
        ("target: 80% within 1h, benchmark: 80%", True),
        ("target: 80% within 1h, benchmark: 80%, baseline: 80%", True),
        ("target: 80% within 1h, benchmark: 80%, baseline: 81%", False),
        ("target: 79% within 1h, benchmark: 80%, baseline: 99%", True),
        ("target: 81% within 1h, benchmark: 80%, baseline: 99%", False),
        ("target: 80% within 1h, baseline: 85%", False),
        ("target: 80% within 1h, baseline: 85.1%", True),
        ("target: at least 95, baseline: 100", False),
        ("target: at least 94, baseline: 100", True),
        ("target: at most 105, baseline: 100", False),
        ("target: at most 106, baseline: 100", True),
        ("target: at most 2, benchmark: 2", True),
        ("target: at most 1, benchmark: 2", False),
        ("target: 80% within 1h, benchmark: 90", False),
        ("target: 80% within 1h", False),
        ("benchmark: 80%", False),
    ],
)
def test_a_bar_is_low_below_others_or_far_below_today(found: Found, standard: str, *, is_low: bool) -> None:
    expected = ["warning service-standard:s"] if is_low else []
    assert found("STD009", f"standards: [{{id: s, {standard}}}]") == expected


def test_an_agreement_and_a_standard_are_compared_once_wherever_they_meet(found: Found) -> None:
    at = "owner: desk, standards: [owed], backstage: [{text: X, agreement: agreed}]"
    fragment = f"""{DESK}
standards: [{{id: owed, target: 90% within 2h, ends: e}}, {{id: agreed, target: 90% within 3h, ends: e}}]
touchpoints: [{{id: a, name: A, {at}}}, {{id: b, name: B, {at}}}]
"""
    assert found("STD010", fragment) == ["warning service-standard:agreed"]


@pytest.mark.parametrize("unknown", ["standards: [nowhere]", "backstage: [{text: X, agreement: nowhere}]"])
def test_an_agreement_that_is_not_declared_is_no_looser(found: Found, unknown: str) -> None:
    fragment = f"{DESK}\ntouchpoints: [{{id: a, name: A, owner: desk, {unknown}}}]"
    assert found("STD010", fragment) == []


@pytest.mark.parametrize("owners", [("anna", "zoe"), ("zoe", "anna")])
def test_the_teams_that_work_by_a_standard_are_told_in_the_order_of_their_ids(
    owners: tuple[str, str],
) -> None:
    one, other = owners
    fragment = f"""
teams: [{{id: anna, name: A}}, {{id: zoe, name: Z}}]
standards: [{{id: s, target: 90% within 1h}}]
touchpoints:
- {{id: t, name: T, owner: {one}, standards: [s]}}
- {{id: u, name: U, owner: {other}, standards: [s]}}
"""
    report = cx.check(cx.loads(f"{fragment}\nid: b\ntitle: B\n"), select=["STD006"])
    assert [finding.message for finding in report.findings] == [
        "standard 's' has no owner: 'anna' and 'zoe' work by it"
    ]
