"""What stands around the actions of a plan: why it happened, how one knows that it is over, and findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cxblueprint.pictures import VIEWS

from .conftest import said_by
from .recoveries import CASE, PLAN, POLICY, finding, graph_of, plan, rows_of, whole

if TYPE_CHECKING:
    from .conftest import Drawing

    Look = Callable[[str], Drawing]

draw = VIEWS["recovery"]


# Causes


@pytest.mark.parametrize(
    ("causes", "main"),
    [
        ([{"cause": "form", "share": 0.8}, {"cause": "post", "share": 0.2}], ["The form"]),
        ([{"cause": "form", "share": 0.5}, {"cause": "post", "share": 0.5}], []),
        ([{"cause": "form"}, {"cause": "post", "share": 0.3}], []),
        ([{"cause": "nobody-knows"}], ["nobody-knows (not declared)"]),
    ],
)
def test_the_main_cause_is_named(causes: list[dict[str, Any]], main: list[str]) -> None:
    picture = draw(plan(causes=causes), "back")
    assert [row[0] for row in rows_of(picture, "Cause") if "main cause" in row[-1]] == main


def test_a_bar_is_as_long_as_the_share_of_its_cause(look_at: Look) -> None:
    causes = [{"cause": "form", "share": 0.75}, {"cause": "post", "share": 0.25}]
    drawing = look_at(draw(plan(causes=causes), "back").svg)
    bars = [
        float(e.attrib["width"])
        for e in drawing.root.iter()
        if e.get("class") == "cx-info" and e.get("height") == "14"
    ]
    assert bars[0] == pytest.approx(3 * bars[1], abs=0.05)


# How one knows that it is over


def test_a_plan_that_states_nothing_says_so(look_at: Look) -> None:
    drawing = look_at(draw(plan(), "back").svg)
    assert drawing.labels() == [
        "Headline measure. not stated.",
        "Gone through with the customer. not stated.",
        "The customer is asked about. not stated.",
        "Trust is back when. not stated.",
        "Confirmed by the customer. not stated.",
    ]
    assert [text for text in drawing.texts() if text.endswith(" yet")] == [
        "No cause is stated yet",
        "No action is stated yet",
    ]


@pytest.mark.parametrize(
    ("facts", "reading"),
    [
        ({"baseline": 62, "target": "at least 80", "unit": "points"}, "62 → ≥ 80 points"),
        ({}, "no baseline → no target"),
    ],
)
def test_a_headline_measure_shows_its_way(facts: dict[str, Any], reading: str, look_at: Look) -> None:
    kpis = [{"id": "csat", "name": "Satisfaction", "due": "2027-03-31", **facts}]
    plans = [{"id": "back", "name": "Back", "headline": ["csat", "gone"]}]
    picture = draw(graph_of(kpis=kpis, recovery_plans=plans), "back")
    assert rows_of(picture, "Headline") == [
        (f"Satisfaction; by 31 Mar 2027; {reading}",),
        ("gone (not declared)",),
    ]
    assert reading in look_at(picture.svg).texts()


# The way up above it, and the cases behind it


def test_a_plan_has_the_way_up_of_its_case_above_it(look_at: Look) -> None:
    drawing = look_at(draw(whole(), "back").svg)
    headings = [e.text for e in drawing.root.iter() if e.get("font-size") == "14"]
    assert headings == [
        "The way up: A query runs late", "Why it happened", "What is done, and by when",
        "How we know that it is over",
    ]  # fmt: skip


def test_a_plan_without_a_case_stands_alone(look_at: Look) -> None:
    drawing = look_at(draw(graph_of(recovery_plans=[PLAN], escalation_policies=[POLICY]), "back").svg)
    assert "The way up: A query runs late" not in drawing.texts()


def test_many_cases_and_ways_up_are_counted_and_all_cases_in_the_table(look_at: Look) -> None:
    cases = [CASE | {"id": f"c{n}", "name": f"Case {n}", "policy": f"p{n}"} for n in range(5)]
    policies = [{"id": f"p{n}", "name": f"Policy {n}"} for n in range(5)]
    picture = draw(graph_of(recovery_plans=[PLAN], escalations=cases, escalation_policies=policies), "back")
    texts = look_at(picture.svg).texts()
    assert [text for text in texts if text.startswith(("The way up", "What happened"))] == [
        "The way up: Policy 0", "The way up: Policy 1", "The way up: Policy 2",
        "What happened: Case 0", "What happened: Case 1", "What happened: Case 2",
    ]  # fmt: skip
    assert "Ways up that are not shown here: 2" in texts
    assert "Cases that are not shown here: 2" in texts
    assert len(rows_of(picture, "What happened")) == 5


def test_the_subtitle_names_accounts_and_journeys(look_at: Look) -> None:
    cases = [CASE | {"id": f"c{n}", "account": f"a{n}", "journey": "trip"} for n in range(5)]
    accounts = [{"id": f"a{n}", "name": f"Account {n}"} for n in range(5)]
    journeys = [{"id": "trip", "name": "The trip", "stages": []}]
    graph = graph_of(recovery_plans=[PLAN], escalations=cases, accounts=accounts, journeys=journeys)
    assert (
        "Blueprint · recovery plan · Account 0, Account 1, Account 2, and 2 more · The trip"
        in look_at(draw(graph, "back").svg).texts()
    )


# Findings, links, sizes


def test_findings_stand_at_what_they_are_about(look_at: Look) -> None:
    findings = [
        finding("recovery-plan", "back", "REC005", at="actions[1].after"),
        finding("recovery-plan", "back", "REC009", at="headline"),
        finding("recovery-plan", "back", "REC012", at="review_cadence"),
        finding("cause", "form", "CAU001"),
        finding("kpi", "csat", "KPI001"),
        finding("escalation", "case", "ESC008"),
        finding("recovery-plan", "back", "REC001"),
    ]
    picture = draw(whole(), "back", findings=findings)
    said = {}
    for label in look_at(picture.svg).labels():
        codes = [one.code for one in findings if one.code in label]
        if codes:
            said[label.split(".")[0]] = codes
    assert said == {
        "What happened: Late answers": ["ESC008"],
        "Cause: The form": ["CAU001"],
        "Action 2 of 3: Mend it": ["REC005"],
        "Headline measure": ["REC009", "KPI001"],
        "Gone through with the customer": ["REC012"],
    }
    assert [note.split()[0] for note in picture.notes] == [one.code for one in findings]


def test_the_code_of_a_finding_stands_at_its_date(look_at: Look) -> None:
    findings = [finding("recovery-plan", "back", f"REC{n:03}", at="committed_to") for n in range(4, 9)]
    drawing = look_at(draw(whole(), "back", findings=findings).svg)
    [date] = [e for e in drawing.root.iter() if said_by(e).startswith("Date the customer was given")]
    assert [e.text for e in date if e.tag.endswith("}text")] == [
        "REC004", "REC005", "+3", "Date the customer was given 20 Nov 2026",
    ]  # fmt: skip
    assert drawing.overlapping() == []


def test_cards_lead_to_their_pages(look_at: Look) -> None:
    kinds = ("escalation", "cause", "kpi", "recovery-plan")
    picture = draw(
        graph_of(recovery_plans=[PLAN], escalations=[CASE]), "back",
        link=lambda one: f"{one.kind}/{one.id}" if one.kind in kinds else None,
    )  # fmt: skip
    links = [e.get("href") for e in look_at(picture.svg).root.iter() if e.tag.endswith("}a")]
    assert links == [
        "escalation/case", "cause/form", "cause/post", *["recovery-plan/back"] * 3, "kpi/csat",
        *["recovery-plan/back"] * 4,
    ]  # fmt: skip
