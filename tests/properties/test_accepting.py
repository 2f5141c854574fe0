"""What is left out, accepted or known before is gone, and nothing else is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import cxblueprint as cx
from cxblueprint.checks import PROFILES, SEVERITIES, Baseline, read_baseline
from cxblueprint.testing.strategies import blueprints

from .editing import with_allowance

ANY = blueprints(max_journeys=2, max_teams=3, max_touchpoints=3, max_of_each=1, messy=True)
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2120, 1, 1))
RULES = st.sampled_from(cx.catalogue())
MANDATORY = frozenset(rule.code for rule in cx.catalogue() if rule.mandatory)


def checked(
    blueprint: cx.Blueprint, *, as_of: dt.date | None = None, ignore: Iterable[str] = ()
) -> cx.Report:
    return cx.check(blueprint, profile="exemplary", as_of=as_of, ignore=ignore)


def marks(findings: Iterable[cx.Finding]) -> Counter[str]:
    return Counter(finding.fingerprint for finding in findings)


@given(blueprint=ANY, some=st.lists(RULES, min_size=1, max_size=5))
def test_rules_that_are_left_out_take_exactly_their_findings_with_them(
    blueprint: cx.Blueprint, some: list[cx.Rule]
) -> None:
    whole = checked(blueprint)
    codes = {rule.code for rule in some} | {one.code for one in whole.found[:2]}

    found = checked(blueprint, ignore=codes).found

    assert found == tuple(one for one in whole.found if one.code not in codes)


@given(blueprint=ANY)
def test_a_stricter_profile_finds_all_that_a_milder_one_finds(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    essential, recommended, exemplary = (
        marks(cx.check(graph, profile=profile).found) for profile in PROFILES
    )

    assert essential <= recommended <= exemplary


@given(blueprint=ANY)
def test_whoever_asks_for_milder_findings_gets_the_worse_ones_too(blueprint: cx.Blueprint) -> None:
    report = checked(blueprint)
    errors, warnings, infos = (marks(report.at_least(severity)) for severity in SEVERITIES)

    assert errors <= warnings <= infos == marks(report.findings)
    assert report.ok == (not warnings)
    assert report.counts["error"] == errors.total()
    assert report.counts["warning"] == (warnings - errors).total()
    assert report.counts["info"] == (infos - warnings).total()


@given(blueprint=ANY, dates=st.tuples(DATES, DATES))
def test_as_days_pass_nothing_found_goes_away_and_nothing_accepted_comes_back(
    blueprint: cx.Blueprint, dates: tuple[dt.date, dt.date]
) -> None:
    for finding in checked(blueprint).found[:4]:
        until = finding.weight % 2
        allowance = cx.Allowance(rule=finding.code, reason="as agreed", until=dates[until])
        blueprint = with_allowance(blueprint, finding.subject, allowance)
    days = sorted(day + dt.timedelta(days=1) for day in dates)
    soon, late = (checked(blueprint, as_of=day) for day in days)

    # Of an allowance that has ended nobody says any more that it is not needed.
    lasting = marks(one for one in soon.found if one.name != "suppression-unused")
    assert lasting <= marks(late.found)
    falling_due = {"review-overdue"}
    accepted, still = (
        marks(one.finding for one in report.suppressed if one.finding.name not in falling_due)
        for report in (soon, late)
    )
    assert still <= accepted


def known(report: cx.Report) -> Baseline:
    """Return the baseline of what was found, as it is read from its file."""
    every = {rule.code for rule in cx.catalogue()}
    written = Baseline("known.json", report.blueprint).updated(report, ran=every, mandatory=MANDATORY)
    return read_baseline(written.text(), "known.json")


@given(blueprint=ANY)
def test_of_what_was_known_before_nothing_is_told_but_what_nobody_may_accept(
    blueprint: cx.Blueprint,
) -> None:
    report = checked(blueprint)

    left = known(report).applied_to(report, mandatory=MANDATORY)

    assert left.found == tuple(one for one in report.found if one.code in MANDATORY)
    assert len(left.baselined) == len(report.found) - len(left.found)
    assert known(report).gone(left, {rule.code for rule in cx.catalogue()}) == 0


@given(before=ANY, after=ANY)
def test_of_a_changed_blueprint_exactly_what_is_new_is_told(
    before: cx.Blueprint, after: cx.Blueprint
) -> None:
    old, new = checked(before), checked(after.replace(id=before.id))
    new = replace(new, found=(*new.found, *old.found, *old.found))  # as if two rules agreed to the letter

    left = known(old).applied_to(new, mandatory=MANDATORY)

    may_not_be_known = marks(one for one in new.found if one.code in MANDATORY)
    was = marks(one for one in old.found if one.code not in MANDATORY)
    assert marks(left.found) == marks(new.found) - was + (was & may_not_be_known)
    assert marks(one.finding for one in left.baselined) == marks(new.found) & was
