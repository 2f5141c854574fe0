"""Blueprints that nobody would write, and that must neither hang nor say what is not so."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

import cxblueprint as cx
from cxblueprint.checks import PROFILES
from cxblueprint.graph import across_departments
from cxblueprint.model import slug

SOON = 8.0
"""Seconds of work: many times what linear code takes here, and a part of what quadratic code takes."""
MANY = 10_000


def blueprint(**collections: object) -> cx.Blueprint:
    return cx.Blueprint.model_validate({"id": "b", "title": "B", **collections})


def found(*codes: str, profile: str = "recommended", **collections: object) -> list[str]:
    report = cx.check(blueprint(**collections), select=codes, profile=profile)
    assert report.defects == ()
    return [f"{finding.code} {finding.subject}" for finding in report.findings]


def journey(*steps: Mapping[str, object], **fields: object) -> dict[str, object]:
    return {"id": "j", "name": "J", "stages": [{"name": "S", "steps": list(steps)}], **fields}


def within_reason(work: Callable[[], object]) -> None:
    start = time.process_time()
    work()
    assert time.process_time() - start < SOON


@pytest.mark.parametrize("profile", PROFILES)
def test_an_empty_blueprint_has_nothing_to_find(profile: str) -> None:
    assert cx.check(blueprint(), profile=profile) == cx.check(blueprint(), profile="essential")
    assert cx.check(blueprint(), profile=profile).findings == ()


def test_a_step_that_leads_to_itself_is_its_own_neighbour_and_ends() -> None:
    steps = {"touchpoint": "desk", "next": [{"to": "desk"}]}
    teams = [{"id": "north", "name": "North", "function": "cx"}]
    desk = {"id": "desk", "name": "Desk", "owner": "north", "opens_request": True}
    assert found("SIL", "STD002", teams=teams, touchpoints=[desk], journeys=[journey(steps)]) == [
        "STD002 step:j/s/desk"
    ]


def test_a_cx_team_above_itself_has_no_superior_without_a_seat() -> None:
    cx_team = {"id": "cx", "name": "CX", "function": "cx", "reports_to": "cx", "executive_seat": False}
    assert found("GOV", teams=[cx_team]) == ["GOV006 team:cx"]


@pytest.mark.parametrize(
    ("replaces", "expected"),
    [
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a"]),
        ({"b": "a", "a": "c", "c": "b"}, ["b"]),
        ({"c": "a", "a": "b", "b": "a"}, ["a"]),
    ],
    ids=["itself", "each other", "three in a circle", "one replaces a circle"],
)
def test_journeys_that_replace_each_other_in_a_circle_are_judged_once(
    replaces: dict[str, str], expected: list[str]
) -> None:
    journeys = [{"id": one, "name": one, "replaces": other} for one, other in replaces.items()]
    assert found("KPI001", journeys=journeys) == [f"KPI001 journey:{one}" for one in expected]


def test_a_measure_that_is_named_and_not_declared_is_said_once() -> None:
    desk = {"id": "desk", "name": "Desk", "kpis": ["short"]}
    short = {"id": "short", "name": "Short calls"}
    walk = journey({"touchpoint": "desk"}, kpis=["ghost"])
    assert found("KPI001", "REF001", touchpoints=[desk], kpis=[short], journeys=[walk]) == [
        "REF001 journey:j"
    ]


@pytest.mark.parametrize(
    "shared",
    [{"standards": ["ghost"]}, {"kpis": ["ghost"]}, {"support": [{"system": "ghost"}]}],
    ids=["a standard", "a KPI", "a system"],
)
def test_what_two_touchpoints_both_name_ties_them_even_if_nobody_declares_it(
    shared: dict[str, object],
) -> None:
    ends = [("form", "north"), ("desk", "south")]
    touchpoints = [{"id": each, "name": each, "owner": owner, **shared} for each, owner in ends]
    assert found(
        "SIL",
        teams=[{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
        touchpoints=touchpoints,
        journeys=[journey({"touchpoint": "form"}, {"touchpoint": "desk"})],
    ) == []  # fmt: skip


def test_a_team_that_reports_to_nobody_known_is_in_no_known_department() -> None:
    teams = [
        {"id": "board", "name": "Board", "function": "executive"},
        {"id": "lost", "name": "Lost", "reports_to": "ghost"},
        {"id": "sales", "name": "Sales", "reports_to": "board"},
    ]
    graph = cx.Graph(blueprint(teams=teams))
    assert across_departments(graph, graph.teams["lost"], graph.teams["sales"]) is None


def test_a_wait_of_nothing_is_no_wait() -> None:
    kiosk = {"id": "kiosk", "name": "Kiosk", "opens_request": True, "automation": "automated"}
    steps = [{"touchpoint": "kiosk", "wait": wait} for wait in ("0s", "1s")]
    assert found("STD002", touchpoints=[kiosk], journeys=[journey(*steps)]) == ["STD002 step:j/s/kiosk--2"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Straße", "strasse"),
        ("KØBENHAVN", "kobenhavn"),
        ("Łódź", "lodz"),
        ("Œuvre d'Ærø", "oeuvre-d-aero"),
        ("Þórsmörk", "thorsmork"),
        ("Isparta ılıca İstanbul", "isparta-ilica-istanbul"),
        ("等待 2", "2"),
        ("等待", ""),
    ],
)
def test_a_slug_loses_accents_and_no_latin_letter(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_one_word_may_stand_for_a_list_of_words() -> None:
    report = cx.check(blueprint(teams=[{"id": "t", "name": "T"}]), select="GOV003", ignore="KPI")
    assert [finding.code for finding in report.findings] == ["GOV003"]


def test_a_long_journey_through_one_touchpoint_is_checked_soon() -> None:
    desk = {
        "id": "desk",
        "name": "Desk",
        "owner": "north",
        "opens_request": True,
        "frontstage": [{"text": "x"}],
    }
    walk = journey(*[{"touchpoint": "desk"}] * MANY)
    long = blueprint(teams=[{"id": "north", "name": "N"}], touchpoints=[desk], journeys=[walk])
    within_reason(lambda: cx.check(long, profile="exemplary"))
    assert cx.Graph(long).steps[-1].address == f"j/s/desk--{MANY}"


def test_many_stages_of_one_name_and_many_steps_of_one_id_are_resolved_soon() -> None:
    stage = {"name": "S", "steps": [{"id": "again", "name": "Again"}]}
    long = blueprint(journeys=[{"id": "j", "name": "J", "stages": [stage] * MANY}])
    within_reason(lambda: cx.check(long, profile="exemplary"))


def test_findings_on_every_step_of_a_long_journey_are_weighed_soon() -> None:
    walk = journey(*[{"touchpoint": f"t{n}"} for n in range(3_000)])
    long = blueprint(touchpoints=[{"id": "desk", "name": "Desk"}], journeys=[walk])
    within_reason(lambda: cx.check(long, select=["REF001"]))


def test_one_missing_thing_that_is_named_everywhere_is_guessed_at_once() -> None:
    walk = journey(*[{"touchpoint": "touch-me"}] * 3_000)
    touchpoints = [{"id": f"touch-{n}", "name": "T"} for n in range(3_000)]
    long = blueprint(touchpoints=touchpoints, journeys=[walk])
    within_reason(lambda: cx.check(long, select=["REF001"]))


def test_a_reporting_line_of_thousands_is_followed_to_its_end() -> None:
    line = [{"id": f"t{n}", "name": "T", "reports_to": f"t{n + 1}"} for n in range(5_000)]
    teams = [line[0] | {"function": "cx"}, *line[1:], {"id": "t5000", "name": "T", "function": "marketing"}]
    assert found("GOV001", teams=teams) == ["GOV001 team:t0"]
