"""What the pages on governance have no room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]

MARKETING = "{id: marketing, name: Marketing, function: marketing}"


def teams(*lines: str) -> str:
    return "teams:\n" + "\n".join(f"  - {line}" for line in lines)


def team(name: str, function: str, above: str = "", more: str = "") -> str:
    line = f"id: {name}, name: {name}, function: {function}"
    return f"{{{line}{f', reports_to: {above}' if above else ''}{f', {more}' if more else ''}}}"


@pytest.mark.parametrize(
    "function", ["customer-service", "operations", "product", "sales", "it", "finance", "legal", "partner"]
)
def test_cx_may_report_to_any_function_but_marketing(found: Found, function: str) -> None:
    assert found("GOV001", teams(team("above", function), team("cx", "cx", "above"))) == []


def test_a_line_is_named_once_at_the_topmost_cx_team_whatever_lies_between(found: Found) -> None:
    # Two teams of marketing and two of CX, one below the other.
    lines = (
        ("growth", "marketing"),
        ("cx", "cx", "growth"),
        ("club", "marketing", "cx"),
        ("care", "cx", "club"),
    )
    assert found("GOV001", teams(*(team(*line) for line in lines))) == ["error team:cx"]


def test_each_line_under_marketing_is_named(found: Found) -> None:
    fragment = teams(MARKETING, team("cx-north", "cx", "marketing"), team("cx-south", "cx", "marketing"))
    assert found("GOV001", fragment) == ["error team:cx-north", "error team:cx-south"]


def test_an_insight_team_may_be_in_marketing(found: Found) -> None:
    assert found("GOV001", teams(MARKETING, team("insight", "other", "marketing"))) == []


def test_cx_as_a_second_task_of_marketing_is_another_matter_and_a_cx_function(found: Found) -> None:
    fragment = teams(team("growth", "marketing", more="also_functions: [cx]"))
    assert found("GOV001", fragment) == []
    assert found("GOV003", fragment) == []


def test_a_circle_through_marketing_comes_to_an_end(found: Found) -> None:
    fragment = teams(team("cx", "cx", "growth"), team("growth", "marketing", "cx"))
    assert found("GOV001", fragment) == ["error team:cx"]


def journey(owner: str, phase: str) -> str:
    return f"journeys: [{{id: j, name: J, owner: {owner}, stages: [{{name: S, phase: {phase}}}]}}]"


@pytest.mark.parametrize("phase", ["start", "use", "get-help", "renew", "leave"])
def test_marketing_owns_no_phase_after_buying(found: Found, phase: str) -> None:
    assert found("GOV002", f"{teams(MARKETING)}\n{journey('marketing', phase)}") == ["error journey:j"]


@pytest.mark.parametrize("phase", ["aware", "choose", "buy"])
def test_marketing_may_own_what_comes_before(found: Found, phase: str) -> None:
    assert found("GOV002", f"{teams(MARKETING)}\n{journey('marketing', phase)}") == []


@pytest.mark.parametrize(
    ("lines", "owner", "expected"),
    [
        ((("growth", "marketing"), ("chief", "executive", "growth"), ("desk", "sales", "chief")), "desk", []),
        ((("growth", "marketing"), ("chief", "executive", "growth")), "chief", ["error journey:j"]),
        ((("growth", "marketing"), ("cx", "cx", "growth")), "cx", []),
        ((("growth", "marketing"), ("cx", "cx", "growth"), ("club", "marketing", "cx")), "club", []),
        ((("growth", "marketing"), ("cx", "cx", "growth")), "growth", ["error journey:j"]),
        ((("growth", "marketing"),), "nobody", []),
    ],
    ids=[
        "below-an-executive",
        "an-executive-below",
        "found-cx",
        "through-found-cx",
        "above-found-cx",
        "undeclared",
    ],
)
def test_whose_journey_it_is_decides(
    found: Found, lines: tuple[tuple[str, ...], ...], owner: str, expected: list[str]
) -> None:
    fragment = teams(*(team(*line) for line in lines))
    assert found("GOV002", f"{fragment}\n{journey(owner, 'use')}") == expected


@pytest.mark.parametrize(
    ("own", "above", "recommended", "exemplary"),
    [
        ("true", "true", "", ""),
        ("true", "false", "", ""),
        ("true", "", "", ""),
        ("false", "true", "info", "info"),
        ("false", "false", "warning", "warning"),
        ("false", "", "", "info"),
        ("", "true", "", "info"),
        ("", "false", "", "info"),
        ("", "", "", "info"),
    ],
)
def test_the_seats_of_a_team_and_of_its_superior_decide(
    found: Found, own: str, above: str, recommended: str, exemplary: str
) -> None:
    seats = [f"executive_seat: {seat}" if seat else "" for seat in (above, own)]
    fragment = teams(team("coo", "operations", more=seats[0]), team("cx", "cx", "coo", seats[1]))
    loud = {profile: found("GOV004", fragment, profile) for profile in ("recommended", "exemplary")}
    assert loud == {
        "recommended": [f"{recommended} team:cx"] if recommended else [],
        "exemplary": [f"{exemplary} team:cx"] if exemplary else [],
    }


def test_a_cx_team_without_seat_and_superior_is_left_alone(found: Found) -> None:
    assert found("GOV004", teams(team("cx", "cx", more="executive_seat: false")), "exemplary") == []


@pytest.mark.parametrize("order", [("b", "a", "c"), ("c", "b", "a"), ("a", "c", "b")])
def test_a_circle_is_found_wherever_one_enters_it(found: Found, order: tuple[str, ...]) -> None:
    above = {"a": "b", "b": "c", "c": "a"}
    tails = team("y", "it", "x"), team("x", "it", "b")
    lines = [team(one, "it", above[one]) for one in order]
    assert found("GOV006", teams(*lines, *tails)) == ["error team:a"]
    assert found("GOV006", teams(*tails, *lines)) == ["error team:a"]


def test_each_circle_is_one_finding(found: Found) -> None:
    pairs = ("a", "b"), ("b", "a"), ("d", "c"), ("c", "d")
    assert found("GOV006", teams(*(team(one, "it", other) for one, other in pairs))) == [
        "error team:a",
        "error team:c",
    ]


@pytest.mark.parametrize(
    ("function", "also", "is_merged"),
    [
        ("cx", "", False),
        ("cx", "cx", False),
        ("cx", "employee-experience", False),
        ("employee-experience", "cx", False),
        ("cx", "employee-experience, product", True),
        ("employee-experience", "cx, product", True),
        ("executive", "cx", True),
        ("marketing", "cx", True),
        ("marketing", "sales", False),
    ],
)
def test_only_employee_experience_goes_with_cx(
    found: Found, function: str, also: str, *, is_merged: bool
) -> None:
    fragment = teams(team("t", function, more=f"also_functions: [{also}]"))
    assert found("GOV005", fragment) == (["warning team:t"] if is_merged else [])


@pytest.mark.parametrize(
    ("reviewed", "every", "last_day"),
    [
        ("2027-01-31", "1mo", "2027-02-28"),
        ("2027-12-31", "2mo", "2028-02-29"),
        ("2027-12-15", "1mo", "2028-01-15"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2027-01-01", "90d", "2027-04-01"),
        ("2027-01-01", "2w", "2027-01-15"),
        ("2027-01-01", "0d", "2027-01-01"),
        ("2027-01-01", "36h", "2027-01-02"),
    ],
)
def test_a_review_is_overdue_from_the_day_after_its_last(reviewed: str, every: str, last_day: str) -> None:
    facts = f"reviewed: {reviewed}, review_every: {every}"
    blueprint = cx.loads(f"journeys: [{{id: j, name: J, {facts}}}]\nid: b\ntitle: B\n")
    due = dt.date.fromisoformat(last_day)
    days = (due, due + dt.timedelta(days=1))
    assert [len(cx.check(blueprint, select=["GOV008"], as_of=day).findings) for day in days] == [0, 1]


@pytest.mark.parametrize("every", ["999999999y", "999999999w", "999999999mo", "30bd"])
def test_a_review_on_a_day_that_nobody_can_name_is_never_overdue(every: str) -> None:
    facts = f"reviewed: 2019-01-01, review_every: {every}"
    blueprint = cx.loads(f"journeys: [{{id: j, name: J, {facts}}}]\nid: b\ntitle: B\n")
    report = cx.check(blueprint, select=["GOV008"], as_of=dt.date(2999, 12, 31))
    assert (report.findings, report.defects) == ((), ())
