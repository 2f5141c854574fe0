"""What the pages on listening have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]


def loop(field: str, text: str) -> str:
    return f'listening_posts: [{{id: p, name: P, inner_loop: {{{field}: "{text}"}}}}]'


@pytest.mark.parametrize(
    ("trigger", "is_low_only"),
    [
        ("a score of 6 or less", True),
        ("Score <= 6", True),
        ("NPS below 7", True),
        ("CSAT under 3", True),
        ("fewer than 3 stars", False),  # the number comes first: missed rather than guessed
        ("stars: fewer than 3", True),
        ("a rating below the target", True),
        ("NPS under average", True),
        ("score under six", True),
        ("NPS survey, asked under the service contract", False),
        ("ratings at most branches have come in", False),
        ("scores up to date", False),
        ("rating of at most 2", True),
        ("marks up to 4", True),
        ("every detractor", True),
        ("all low scores", True),
        ("each negative review", True),
        ("detractors, and every comment", False),
        ("low scores and promoters", False),
        ("any answer, high or low scores", False),
        ("the reason named most among detractors", False),
        ("every complaint", False),
        ("a score of 9 or more", False),
        ("case is closed", False),
    ],
)
def test_a_trigger_is_read_in_plain_english(found: Found, trigger: str, *, is_low_only: bool) -> None:
    expected = ["warning listening-post:p"] if is_low_only else []
    assert found("LIS011", loop("trigger", trigger)) == expected


@pytest.mark.parametrize(
    ("measure", "grows"),
    [
        ("number of detractor alerts closed", True),
        ("Alerts handled", True),
        ("detractors won back", True),
        ("complaint tickets resolved per week", True),
        ("complaints answered", True),
        ("closed alerts", True),
        ("detractor recoveries", True),
        ("share of alerts closed", False),
        ("90 % of detractors recovered", False),
        ("all complaints answered", False),
        ("alerts closed within a day", False),
        ("complaints answered in two days", False),
        ("complaints answered on time", False),
        ("median days until complaints are closed", False),
        ("time until complaints are closed", False),
        ("how soon complaints are answered", False),
        ("complaints resolved to the customer's satisfaction", False),
        ("complaints resolved and customers satisfied", False),
        ("complaints resolved at the first contact", False),
        ("nine out of ten complaints answered", False),
        ("no complaints closed without a call", False),
        ("no. of complaints closed", True),
        ("No of alerts closed", True),
        ("complaints closed in the branch", True),
        ("fewer detractors to be recovered", False),
        ("the customer says that the complaint is closed", False),
        ("cases closed", False),
        ("the alert system is closed down", False),
    ],
)
def test_a_measure_of_success_is_read_in_plain_english(found: Found, measure: str, *, grows: bool) -> None:
    expected = ["warning listening-post:p"] if grows else []
    assert found("LIS012", loop("success_measure", measure)) == expected


def waiting(wait: str, more: str = "") -> str:
    step = f"{{touchpoint: t{f', wait: {wait}' if wait else ''}}}"
    return f"""
touchpoints: [{{id: t, name: T{more}}}, {{id: end, name: End}}]
journeys:
  - {{id: j, name: J, stages: [{{name: S, steps: [{step}, {{touchpoint: end, closes_request: true}}]}}]}}
"""


@pytest.mark.parametrize(
    ("wait", "more", "is_silent"),
    [
        ("", "", False),
        ("23h", "", False),
        ("24h", "", True),
        ("0.5bd", "", False),
        ("1bd", "", True),
        ("1w", "", True),
        ("1mo", "", True),
        ("", ", opens_request: true", True),
        ("4h", ", opens_request: true", True),
        ("1h", ", opens_request: true", True),
        ("59min", ", opens_request: true", False),
        ("0s", ", opens_request: true", False),
        ("0.1bd", ", opens_request: true", True),
        ("", ", opens_request: true, automation: automated", False),
    ],
)
def test_who_waits_a_working_day_or_has_asked_is_told(
    found: Found, wait: str, more: str, *, is_silent: bool
) -> None:
    assert found("LIS016", waiting(wait, more)) == (["warning step:j/s/t"] if is_silent else [])


@pytest.mark.parametrize(
    "covers",
    ["any-open-request", "journey:j", "touchpoint:t", "step:j/s/t"],
)
def test_an_update_on_any_of_these_breaks_the_silence(found: Found, covers: str) -> None:
    update = f"proactive_updates: [{{id: u, covers: ['{covers}'], cadence: 1d}}]"
    assert found("LIS016", f"{waiting('3d')}\n{update}") == []


@pytest.mark.parametrize("covers", ["any-recovery", "touchpoint:end", "segment:s", "account:a"])
def test_an_update_about_something_else_does_not(found: Found, covers: str) -> None:
    update = f"proactive_updates: [{{id: u, covers: ['{covers}'], cadence: 1d}}]"
    assert found("LIS016", f"{waiting('3d')}\n{update}") == ["warning step:j/s/t"]


@pytest.mark.parametrize(
    ("levels", "is_complete"),
    [
        ("analyst manager ceo", True),
        ("team-lead vice-president executive", True),
        ("analyst team-lead senior-manager director ceo executive", True),
        ("manager director ceo", False),
        ("analyst manager", False),
        ("analyst executive", False),
        ("", False),
    ],
)
def test_a_plan_reaches_from_the_floor_to_the_top(found: Found, levels: str, *, is_complete: bool) -> None:
    contacts = ", ".join(f"{{level: {level}}}" for level in levels.split())
    expected = [] if is_complete else ["warning relationship-plan:p"]
    assert found("LIS014", f"relationship_plans: [{{id: p, name: P, levels: [{contacts}]}}]") == expected


def test_an_account_is_not_taken_for_the_segment_of_the_same_name(found: Found) -> None:
    fragment = """
segments: [{id: harbour, name: Harbour towns}]
accounts: [{id: harbour, name: Port of Harbour}]
relationship_plans:
- {id: p, name: P, segment: harbour, levels: [{level: analyst}, {level: manager}, {level: ceo}]}
"""
    assert found("LIS014", fragment) == ["warning account:harbour"]


@pytest.mark.parametrize(
    ("level", "is_staged"),
    [
        ("analyst", False), ("team-lead", False), ("manager", True), ("senior-manager", True),
        ("director", True), ("vice-president", True), ("executive", True), ("ceo", True),
    ],
)  # fmt: skip
def test_whom_a_visit_meets_is_judged_by_level(found: Found, level: str, *, is_staged: bool) -> None:
    fragment = f"""
roles: [{{id: r, name: R, level: {level}}}]
listening_posts: [{{id: v, name: V, kind: visit, meets: [r]}}]
"""
    assert found("LIS009", fragment) == (["warning listening-post:v"] if is_staged else [])


def test_a_small_blueprint_with_one_survey_is_asked_for_little(found: Found) -> None:
    fragment = """
segments: [{id: guests, name: Guests}]
journeys: [{id: stay, name: Stay, segments: [guests]}]
listening_posts: [{id: card, name: Card, kind: survey, covers: ['journey:stay']}]
"""
    codes = [f"LIS{number:03}" for number in range(1, 18)]
    said = {code: lines for code in codes if (lines := found(code, fragment))}
    assert said == {"LIS004": ["warning listening-post:card"]}
