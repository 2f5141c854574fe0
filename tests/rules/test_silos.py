"""What the pages on silos have no room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import cxblueprint as cx

Found = Callable[..., list[str]]

TEAMS = "teams: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\nkpis: [{id: k, name: K}]\n"


def walk(touchpoints: str, steps: str, more: str = "", phase: str = "use", status: str = "live") -> str:
    return f"""{TEAMS}{more}
channels: [{{id: mail, name: Mail, kind: letter}}]
touchpoints: [{touchpoints}]
journeys:
  - {{id: j, name: J, status: {status}, stages: [{{name: S, phase: {phase}, steps: [{steps}]}}]}}
"""


def steps(*touchpoints: str) -> str:
    return ", ".join(f"{{touchpoint: {touchpoint}}}" for touchpoint in touchpoints)


def at(name: str, owner: str, more: str = "") -> str:
    return f"{{id: {name}, name: {name}, owner: {owner}{f', {more}' if more else ''}}}"


def test_neighbours_of_one_team_need_no_tie(found: Found) -> None:
    assert found("SIL001", walk(f"{at('x', 'a')}, {at('y', 'a')}", steps("x", "y"))) == []


@pytest.mark.parametrize("other", ["{id: y, name: Y}", at("y", "nobody")])
def test_a_neighbour_of_nobody_leaves_nobody_alone(found: Found, other: str) -> None:
    assert found("SIL001", walk(f"{at('x', 'a')}, {other}", steps("x", "y"))) == []


def test_touchpoints_that_do_not_follow_each_other_are_no_neighbours(found: Found) -> None:
    touchpoints = f"{at('x', 'a')}, {at('y', 'b')}"
    assert found("SIL001", walk(touchpoints, "{touchpoint: x, next: []}, {touchpoint: y}")) == []
    assert found("SIL001", walk(touchpoints, "{touchpoint: x}, {name: Think}, {touchpoint: y}")) == []


@pytest.mark.parametrize("handoff", ["{id: h, giver: a, receiver: b}", "{id: h, giver: b, receiver: a}"])
def test_a_handoff_ties_both_ways(found: Found, handoff: str) -> None:
    more = f"handoffs: [{handoff}]"
    assert found("SIL001", walk(f"{at('x', 'a')}, {at('y', 'b')}", steps("x", "y"), more)) == []


def test_one_tie_of_several_neighbours_is_enough(found: Found) -> None:
    touchpoints = f"{at('x', 'a')}, {at('y', 'b')}, {at('z', 'c')}"
    more = "handoffs: [{id: h, giver: a, receiver: b}]"
    assert found("SIL001", walk(touchpoints, steps("x", "y", "z"), more)) == ["error touchpoint:z"]


@pytest.mark.parametrize(
    "poster",
    [at("p", "b", "opens_request: false"), at("p", "b", "channel: mail"), at("p", "c", "channel: mail")],
)
def test_a_poster_or_letter_neither_stands_nor_leaves_alone(found: Found, poster: str) -> None:
    assert found("SIL001", walk(f"{poster}, {at('x', 'a')}", steps("p", "x"))) == []


def test_a_letter_does_not_hide_that_another_neighbour_is_not_tied(found: Found) -> None:
    touchpoints = f"{at('p', 'b', 'channel: mail')}, {at('x', 'a')}, {at('y', 'b')}"
    assert found("SIL001", walk(touchpoints, steps("p", "x", "y"))) == ["error touchpoint:x"]


def test_a_system_without_the_case_is_no_tie(found: Found) -> None:
    touchpoints = f"{at('x', 'a', 'support: [{system: s}]')}, {at('y', 'b', 'support: [{system: s}]')}"
    more = "systems: [{id: s, name: S, carries_case: %s}]"
    assert found("SIL001", walk(touchpoints, steps("x", "y"), more % "true")) == []
    assert found("SIL001", walk(touchpoints, steps("x", "y"), more % "false")) == ["error touchpoint:x"]


def test_who_stands_alone_between_two_is_named_for_both(found: Found) -> None:
    touchpoints = f"{at('x', 'a')}, {at('y', 'b')}, {at('z', 'c')}"
    assert found("SIL001", walk(touchpoints, steps("x", "y", "z"))) == ["error touchpoint:y"]


def test_each_crossing_without_a_tie_is_covered_by_who_is_named(found: Found) -> None:
    touchpoints = f"{at('x', 'a')}, {at('y', 'b')}, {at('z', 'c')}"
    walked = walk(touchpoints, steps("x", "y", "z", "x"))
    assert found("SIL001", walked) == ["error touchpoint:x", "error touchpoint:y"]


def test_an_allowance_in_the_middle_leaves_both_ends_to_be_told(found: Found) -> None:
    middle = at("y", "b", "allow: [{rule: SIL001, reason: we know}]")
    touchpoints = f"{at('x', 'a')}, {middle}, {at('z', 'c')}"
    assert found("SIL001", walk(touchpoints, steps("x", "y", "z"))) == [
        "error touchpoint:x",
        "error touchpoint:z",
    ]


def test_an_allowance_at_one_end_leaves_the_other_to_be_told(found: Found) -> None:
    reason = "allow: [{rule: SIL001, reason: we know}]"
    touchpoints = f"{at('x', 'a', reason)}, {at('y', 'b')}"
    assert found("SIL001", walk(touchpoints, steps("x", "y"))) == ["error touchpoint:y"]


TIED = f"{at('x', 'a', 'kpis: [k], opens_request: true')}, {at('y', 'b', 'kpis: [k]')}"


@pytest.mark.parametrize("phase", ["buy", "start", "use", "get-help", "renew", "leave"])
def test_open_work_that_passes_needs_a_handoff(found: Found, phase: str) -> None:
    assert found("SIL002", walk(TIED, steps("x", "y"), phase=phase)) == ["warning step:j/s/x"]


@pytest.mark.parametrize("phase", ["aware", "choose"])
def test_customers_who_look_around_pass_no_work(found: Found, phase: str) -> None:
    assert found("SIL002", walk(TIED, steps("x", "y"), phase=phase)) == []


def test_work_that_comes_back_is_another_handoff(found: Found) -> None:
    assert found("SIL002", walk(TIED, steps("x", "y", "x"))) == ["warning step:j/s/x", "warning step:j/s/y"]


def test_a_draft_passes_no_work_yet(found: Found) -> None:
    assert found("SIL002", walk(TIED, steps("x", "y"), status="draft")) == []


def test_a_siloed_touchpoint_is_said_once_and_by_its_own_rule(found: Found) -> None:
    fragment = walk(f"{at('x', 'a', 'opens_request: true')}, {at('y', 'b')}", steps("x", "y"))
    assert found("SIL002", fragment) == []
    assert found("SIL001", fragment) == ["error touchpoint:x"]


def test_work_that_passes_through_a_letter_is_still_open(found: Found) -> None:
    touchpoints = f"{at('x', 'a', 'opens_request: true')}, {at('p', 'b', 'channel: mail')}"
    assert found("SIL002", walk(touchpoints, steps("x", "p"))) == ["warning step:j/s/x"]


def agreed(handoffs: str, functions: tuple[str, str] = ("sales", "partner")) -> str:
    return f"""
teams: [{{id: a, name: A, function: {functions[0]}}}, {{id: b, name: B, function: {functions[1]}}}]
touchpoints: [{at("x", "a")}, {at("y", "b")}]
handoffs: [{handoffs}]
journeys:
  - {{id: j, name: J, stages: [{{name: S, steps: [{{touchpoint: x, wait: 1d}}, {{touchpoint: y}}]}}]}}
"""


def test_a_pair_of_teams_is_named_once_in_either_direction(found: Found) -> None:
    fragment = agreed("{id: to, giver: a, receiver: b}, {id: fro, giver: b, receiver: a}")
    assert found("SIL003", fragment) == ["warning handoff:fro"]
    allowed = fragment.replace("{id: fro,", "{id: fro, allow: [{rule: SIL003, reason: we know}],")
    assert found("SIL003", allowed) == ["warning handoff:to"]


@pytest.mark.parametrize("functions", [("sales", "partner"), ("partner", "sales")])
def test_a_partner_agrees_whether_it_gives_or_takes(found: Found, functions: tuple[str, str]) -> None:
    assert found("SIL003", agreed("{id: h, giver: a, receiver: b}", functions)) == ["warning handoff:h"]


def test_a_handoff_that_no_journey_takes_is_left_alone(found: Found) -> None:
    assert found("SIL003", agreed("{id: h, giver: a, receiver: b, between: [y, z]}")) == []


@pytest.mark.parametrize(("giver", "receiver"), [("a", "nobody"), ("a", "a")])
def test_a_handoff_to_nobody_or_to_oneself_is_left_alone(found: Found, giver: str, receiver: str) -> None:
    assert found("SIL003", agreed(f"{{id: h, giver: {giver}, receiver: {receiver}}}")) == []


def agreements_missing(fragment: str) -> list[str]:
    report = cx.check(cx.loads(f"{fragment}\nid: b\ntitle: B\n"), select=["SIL003", "SIL005"])
    return [f"{finding.code} {finding.subject}" for finding in report.findings]


def test_a_pair_of_teams_that_is_named_at_its_handoff_is_not_named_at_its_support() -> None:
    at_x = at("x", "a", "backstage: [{text: Helps, team: b}]")
    fragment = agreed("{id: h, giver: b, receiver: a}").replace(at("x", "a"), at_x)
    assert agreements_missing(fragment) == ["SIL003 handoff:h"]
    without = agreed("").replace(at("x", "a"), at_x)
    assert agreements_missing(without) == ["SIL005 touchpoint:x"]
    allowed = fragment.replace("{id: h,", "{id: h, allow: [{rule: SIL003, reason: we know}],")
    assert agreements_missing(allowed) == ["SIL005 touchpoint:x"]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_request_changes_hands_as_often_as_teams_take_it_over(most: int) -> None:
    touchpoints = f"{at('x', 'a', 'opens_request: true')}, {at('y', 'b')}"
    fragment = walk(touchpoints, steps("x", "y", "x", "y"))
    blueprint = cx.loads(f"{fragment}\nid: b\ntitle: B\n")
    report = cx.check(blueprint, select=["SIL006"], options={"too-many-handoffs": {"most": most}})
    assert [finding.message for finding in report.findings] == (
        []
        if most == 3
        else ["step 'j/s/x' opens a request that changes hands 3 times ('a' to 'b' to 'a' to 'b')"]
    )


def handed_over(between: str, more: str = "") -> str:
    touchpoints = f"{at('x', 'a')}, {at('y', 'b')}, {at('z', 'c')}"
    handoff = f"handoffs: [{{id: h, giver: a, receiver: b, between: [{between}]}}]"
    return walk(touchpoints, f"{steps('x', 'y', 'z')}{more}", handoff)


@pytest.mark.parametrize(
    ("between", "is_misplaced"),
    [
        ("x, y", False),
        ("y, x", False),
        ("j/s/x, j/s/y", False),
        ("x, z", True),
        ("y, z", True),
        ("j/s/x, j/s/z", True),
        ("x, j/s/y", True),
        ("x, x", True),
    ],
)
def test_a_handoff_stands_where_its_teams_meet(found: Found, between: str, *, is_misplaced: bool) -> None:
    assert found("SIL008", handed_over(between)) == (["warning handoff:h"] if is_misplaced else [])


def test_nobody_can_tell_where_a_handoff_stands_while_a_way_leads_nowhere(found: Found) -> None:
    assert found("SIL008", handed_over("x, z", ", {touchpoint: y, next: [{to: nowhere}]}")) == []
