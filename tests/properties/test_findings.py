"""What is found depends on what a blueprint says, not on how it is said or who asks in which order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.checks import run
from cxblueprint.model import COLLECTIONS, Element
from cxblueprint.testing.strategies import blueprints

from .editing import with_allowance

RANDOMS = st.randoms(use_true_random=False)
SAID_AT_THE_FIRST = {
    "journey-without-kpi",  # of journeys that replace each other in a circle: the one declared first
}
"""What says one thing about several, at the one that is declared first."""
JUDGE_THE_WHOLE = [rule.code for rule in cx.catalogue() if rule.judges_the_whole]


def report_on(
    blueprint: cx.Blueprint | cx.Graph, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> cx.Report:
    report = cx.check(blueprint, profile="exemplary", select=select, ignore=ignore)
    assert report.defects == ()
    return report


def findings_of(
    blueprint: cx.Blueprint, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[cx.Finding, ...]:
    return report_on(blueprint, select=select, ignore=ignore).findings


def places(found: Iterable[cx.Finding]) -> Counter[tuple[str, str]]:
    """Return what was found where, whatever of it is told elsewhere."""
    return Counter((finding.fingerprint, finding.severity) for finding in found)


def causes(finding: cx.Finding) -> set[str]:
    """Return by what a finding may be told elsewhere."""
    return {finding.once} if isinstance(finding.once, str) else set(finding.once)


def without_places(findings: Iterable[cx.Finding]) -> Counter[cx.Finding]:
    return Counter(replace(finding, location=None) for finding in findings)


def without_rules(findings: Iterable[cx.Finding], names: set[str]) -> list[cx.Finding]:
    return [finding for finding in findings if finding.name not in names]


def shuffled(blueprint: cx.Blueprint, random: Random) -> cx.Blueprint:
    collections = {name: list(getattr(blueprint, name)) for name in COLLECTIONS}
    for elements in collections.values():
        random.shuffle(elements)
    return blueprint.replace(**collections)


@given(blueprint=blueprints(messy=True), random=RANDOMS)
def test_the_order_of_declaration_changes_no_finding(blueprint: cx.Blueprint, random: Random) -> None:
    found, found_shuffled = findings_of(blueprint), findings_of(shuffled(blueprint, random))

    assert without_rules(found_shuffled, SAID_AT_THE_FIRST) == without_rules(found, SAID_AT_THE_FIRST)
    assert {one.code for one in found_shuffled} == {one.code for one in found}


@given(blueprint=blueprints(messy=True), random=RANDOMS)
def test_the_order_of_the_rules_changes_no_report(blueprint: cx.Blueprint, random: Random) -> None:
    graph = cx.Graph(blueprint)
    rules = list(cx.catalogue())
    random.shuffle(rules)

    assert run(graph, rules, catalogue=cx.catalogue(), profile="exemplary") == report_on(graph)


@given(blueprint=blueprints(messy=True))
def test_each_rule_finds_alone_what_it_finds_with_the_others(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)

    alone = [finding for rule in cx.catalogue() for finding in report_on(graph, select=[rule.code]).found]

    assert places(alone) == places(report_on(graph).found)


@given(blueprint=blueprints())
def test_a_blueprint_read_from_text_has_the_findings_of_one_made_in_python_and_their_places(
    blueprint: cx.Blueprint,
) -> None:
    read = findings_of(cx.loads(cx.dumps(blueprint), name="nordlicht.yaml"))

    assert without_places(read) == without_places(findings_of(blueprint))
    assert {finding.location.path if finding.location else None for finding in read} <= {"nordlicht.yaml"}


@given(blueprint=blueprints())
def test_what_refers_to_declared_things_alone_has_no_unknown_reference(blueprint: cx.Blueprint) -> None:
    assert findings_of(blueprint, select=["unknown-reference"]) == ()


@given(blueprint=blueprints(messy=True), position=st.integers(0, 10_000))
def test_an_allowance_removes_the_findings_of_one_rule_at_one_element(
    blueprint: cx.Blueprint, position: int
) -> None:
    # Findings about allowances are about what this test adds, and mandatory ones stay.
    before = report_on(blueprint, ignore=["SUP"]).found
    if not before:
        return
    accepted = before[position % len(before)]
    allowance = cx.Allowance(rule=accepted.code, reason="we know")

    changed = with_allowance(blueprint, accepted.subject, allowance)
    report = report_on(changed, ignore=["SUP"])

    meant = {(accepted.code, accepted.subject)}
    assert places(report.found) == places(one for one in before if (one.code, one.subject) not in meant)
    assert places(one.finding for one in report.suppressed if one.reason == "we know") == places(
        one for one in before if (one.code, one.subject) in meant
    )


@given(blueprint=blueprints(messy=True))
def test_of_what_was_found_each_cause_is_told_once_and_at_a_place_where_it_was_found(
    blueprint: cx.Blueprint,
) -> None:
    report = report_on(blueprint)

    told = {one.fingerprint for one in report.findings}
    assert told <= {one.fingerprint for one in report.found}
    shown = Counter(one.once for one in report.findings if isinstance(one.once, str))
    assert {cause: count for cause, count in shown.items() if count > 1} == {}
    lacking = {one.subject for one in report.findings if one.lacks}
    silent = [one for one in report.found if one.fingerprint not in told]
    assert [one for one in silent if not causes(one) and one.subject not in lacking] == []
    assert [one for one in silent if not causes(one) and one.severity == "error"] == []
    along = {cause for one in silent if one.lacks and one.subject in lacking for cause in causes(one)}
    known = along.union(*map(causes, report.findings))
    assert [one for one in silent if causes(one) - known] == []


def with_something_unconnected(blueprint: cx.Blueprint) -> cx.Blueprint:
    """Return a blueprint with a journey more, which shares nothing with the others and lacks nothing."""
    team = cx.Team(id="unconnected-team", name="Workshop", function="operations")
    content, repaired = (
        cx.KPI(
            id=f"unconnected-{metric}",
            name=name,
            metric=metric,
            scale="0-100%",
            baseline="71%",
            target="at least 80%",
            due=dt.date(2027, 6, 30),
            owner=team,
            source="workshop book",
            cadence="1mo",
            action="the monthly review decides on training",
        )
        for metric, name in (("csat", "Riders who are content"), ("right-first-time", "Repaired at once"))
    )
    standard = cx.ServiceStandard(
        id="unconnected-standard",
        kind="timeliness",
        target="95% within 2d",
        owner=team,
        starts="in",
        ends="out",
    )
    segment = cx.Segment(id="unconnected-segment", name="Riders", worth="high")
    touchpoint = cx.Touchpoint(
        id="unconnected-touchpoint", name="Workshop desk", owner=team, standards=[standard], kpis=[content]
    )
    step = cx.Step(touchpoint=touchpoint, customer="Brings a bicycle", emotion=1, closes_request=True)
    journey = cx.Journey(
        id="unconnected-journey",
        name="Have a bicycle repaired",
        owner=team,
        segments=[segment],
        kpis=[content, repaired],
        value_to_customer="A safe bicycle",
        outcome=touchpoint.id,
        basis="validated",
        stages=[cx.Stage(name="Repair", phase="use", steps=[step])],
    )
    more: dict[str, list[Element]] = {
        "teams": [team],
        "kpis": [content, repaired],
        "standards": [standard],
        "segments": [segment],
        "touchpoints": [touchpoint],
        "journeys": [journey],
    }
    return blueprint.replace(**{name: (*getattr(blueprint, name), *added) for name, added in more.items()})


def test_what_is_unconnected_is_found_fault_with_by_no_rule_about_single_things() -> None:
    alone = with_something_unconnected(cx.Blueprint(id="alone", title="Alone", purpose="Safe bicycles"))

    assert findings_of(alone, ignore=JUDGE_THE_WHOLE) == ()


@given(blueprint=blueprints())
def test_something_unconnected_changes_no_finding_about_the_rest(blueprint: cx.Blueprint) -> None:
    alone = report_on(blueprint, ignore=JUDGE_THE_WHOLE).found
    beside = report_on(with_something_unconnected(blueprint), ignore=JUDGE_THE_WHOLE).found

    assert places(beside) == places(alone)
