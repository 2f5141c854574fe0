from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.graph.references import references_in

HELD_UP_BY_NOTHING = {
    "handoff", "listening-post", "proactive-update", "risk", "escalation", "initiative", "policy",
}  # fmt: skip
"""Kinds that name others and are seldom named themselves."""


@pytest.fixture(scope="module")
def blueprint(repository: Path) -> cx.Blueprint:
    return cx.load(repository / "examples" / "fibre-at-home")


@pytest.mark.parametrize("as_of", [None, dt.date(2026, 11, 22), dt.date(2027, 6, 30)], ids=str)
def test_fibre_at_home_has_no_findings_at_the_strictest_profile(
    blueprint: cx.Blueprint, as_of: dt.date | None
) -> None:
    report = cx.check(blueprint, profile="exemplary", as_of=as_of)
    assert [f"{finding.code} {finding.subject}: {finding.message}" for finding in report.findings] == []
    assert report.defects == ()


def test_fibre_at_home_needs_no_allowance(blueprint: cx.Blueprint) -> None:
    allowed = [str(subject) for subject, element in cx.Graph(blueprint).elements() if element.allow]
    assert allowed == []


def test_fibre_at_home_says_something_of_every_kind(blueprint: cx.Blueprint) -> None:
    said = [name for name in type(blueprint).model_fields if getattr(blueprint, name)]
    left_out = set(type(blueprint).model_fields) - set(said)
    assert left_out == {"tags", "links", "notes", "custom", "allow"}


def test_fibre_at_home_declares_nothing_that_it_does_not_use(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    named = {f"{r.kind}:{r.id}" for _, element in graph.elements() for r in references_in(element)}
    declared = {
        str(subject)
        for subject, _ in graph.elements()
        if subject.kind not in {"blueprint", "stage", "step", "journey", *HELD_UP_BY_NOTHING}
    }
    assert declared - named == set()


def test_fibre_at_home_runs_through_twelve_steps_with_a_branch_and_a_way_back(
    blueprint: cx.Blueprint,
) -> None:
    journey = cx.Graph(blueprint).journey("fibre-at-home")
    assert [step.id for step in journey.steps] == [
        "availability", "advice", "order", "confirmation", "appointment", "reminder",
        "technician-visit", "go-live", "first-week", "first-bill", "hotline", "call-back",
    ]  # fmt: skip
    told = [(e.source.id, e.target.id, e.when, e.goes_back) for e in journey.edges if not e.implied]
    assert told == [
        ("first-bill", "hotline", "a line on the bill is not clear", False),
        ("call-back", "first-week", "back to normal use", True),
    ]


def _legs(blueprint: cx.Blueprint, promise: cx.Promise) -> Iterator[cx.ServiceStandard]:
    standards = {standard.id: standard for standard in blueprint.standards}
    for leg in promise.path:
        assert isinstance(leg, str), "this blueprint keeps its promises in single file"
        yield standards[leg]


def test_every_promise_of_fibre_at_home_is_weaker_than_the_standards_that_keep_it(
    blueprint: cx.Blueprint,
) -> None:
    kept = {}
    for promise in blueprint.promises:
        targets = [leg.target for leg in _legs(blueprint, promise)]
        assert promise.target is not None
        assert promise.target.limit is not None
        assert promise.target.share is not None
        limits = [target.limit for target in targets if target is not None and target.limit is not None]
        shares = [target.share for target in targets if target is not None and target.share is not None]
        assert len(limits) == len(shares) == len(targets)
        assert {limit.unit for limit in limits} == {promise.target.limit.unit}
        times = sum((limit.amount for limit in limits), Decimal(0))
        failures = sum((1 - share for share in shares), Decimal(0))
        assert times <= promise.target.limit.amount
        assert failures <= 1 - promise.target.share
        kept[promise.id] = f"{1 - failures:.0%} within {times}{limits[0].unit} for {promise.target}"
    assert kept == {
        "line-in-twelve-days": "91% within 10bd for 90% within 12bd",
        "back-within-two-days": "91% within 40h for 90% within 48h",
        "shop-back-in-twelve-hours": "91% within 10h for 90% within 12h",
        "bill-answer-in-three-days": "93% within 2bd for 90% within 3bd",
    }


def test_every_promise_of_fibre_at_home_begins_and_ends_with_its_path(blueprint: cx.Blueprint) -> None:
    for promise in blueprint.promises:
        legs = list(_legs(blueprint, promise))
        events = [(leg.starts, leg.ends) for leg in legs]
        joints = [ends for _, ends in events[:-1]]
        assert [starts for starts, _ in events] == [promise.starts, *joints], promise.id
        assert events[-1][1] == promise.ends, promise.id
        assert {leg.clock for leg in legs} == {promise.clock}, promise.id
