from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import cxblueprint as cx
from cxblueprint.graph import references_in

SELDOM_NAMED = {
    "blueprint", "stage", "step", "journey", "handoff", "promise", "listening-post", "relationship-plan",
    "proactive-update", "risk", "escalation", "initiative", "policy", "assessment",
}  # fmt: skip
"""Kinds that name others and need not be named themselves."""
LEVELS = [
    "analyst", "team-lead", "manager", "senior-manager", "director", "vice-president", "executive", "ceo",
]  # fmt: skip


@pytest.fixture(scope="module")
def blueprint(repository: Path) -> cx.Blueprint:
    return cx.load(repository / "examples" / "shared-services")


@pytest.mark.parametrize("as_of", [None, dt.date(2026, 11, 22), dt.date(2027, 5, 31)], ids=str)
def test_shared_services_has_no_findings_at_the_strictest_profile(
    blueprint: cx.Blueprint, as_of: dt.date | None
) -> None:
    report = cx.check(blueprint, profile="exemplary", as_of=as_of)
    assert [f"{finding.code} {finding.subject}: {finding.message}" for finding in report.findings] == []
    assert report.defects == ()


def test_shared_services_needs_no_allowance(blueprint: cx.Blueprint) -> None:
    assert [str(subject) for subject, element in cx.Graph(blueprint).elements() if element.allow] == []


def test_shared_services_says_something_of_every_kind(blueprint: cx.Blueprint) -> None:
    left_out = {name for name in type(blueprint).model_fields if not getattr(blueprint, name)}
    assert left_out == {"tags", "links", "notes", "custom", "allow"}


def test_shared_services_declares_nothing_that_it_does_not_use(blueprint: cx.Blueprint) -> None:
    graph = cx.Graph(blueprint)
    named = {f"{r.kind}:{r.id}" for _, element in graph.elements() for r in references_in(element)}
    declared = {str(subject) for subject, _ in graph.elements() if subject.kind not in SELDOM_NAMED}
    assert declared - named == set()


def test_shared_services_is_written_in_lines_that_fit_a_screen(repository: Path) -> None:
    too_long = [
        f"{path.name}:{number}"
        for path in sorted((repository / "examples" / "shared-services").glob("*.yaml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert too_long == []


def test_shared_services_serves_colleagues_and_outsiders(blueprint: cx.Blueprint) -> None:
    internal = {segment.id: segment.internal for segment in blueprint.segments}
    assert {account.id: internal[account.segment or ""] for account in blueprint.accounts} == {
        "northfield-foods": False,
        "quayside-logistics": False,
        "plant-operations": True,
        "kestrel-packaging": False,
    }


def test_shared_services_talks_with_every_account_at_every_level_and_writes_it_down(
    blueprint: cx.Blueprint,
) -> None:
    levels = {role.id: role.level for role in blueprint.roles}
    for plan in blueprint.relationship_plans:
        assert [contact.level for contact in plan.levels] == LEVELS, plan.id
        assert [levels[contact.ours or ""] for contact in plan.levels] == LEVELS, plan.id
        assert {contact.documented for contact in plan.levels} == {True}, plan.id
    assert {plan.account for plan in blueprint.relationship_plans} == {a.id for a in blueprint.accounts}


# Promises


def _legs(blueprint: cx.Blueprint, promise: cx.Promise) -> Iterator[list[cx.ServiceStandard]]:
    """Yield the legs of a promise, each with the standards that run side by side in it."""
    standards = {standard.id: standard for standard in blueprint.standards}
    for leg in promise.path:
        yield [standards[each] for each in ([leg] if isinstance(leg, str) else leg)]


def _point(target: cx.Target | None) -> tuple[Decimal, Decimal]:
    """Return the business days and the share of a target."""
    assert target is not None
    assert target.share is not None
    assert target.limit is not None
    assert target.limit.unit == "bd"
    return target.limit.amount, target.share


def test_every_promise_of_shared_services_is_weaker_than_the_standards_that_keep_it(
    blueprint: cx.Blueprint,
) -> None:
    kept = {}
    for promise in blueprint.promises:
        points = [[_point(standard.target) for standard in leg] for leg in _legs(blueprint, promise)]
        days = sum((max(time for time, _ in leg) for leg in points), Decimal(0))
        missed = sum((1 - share for leg in points for _, share in leg), Decimal(0))
        limit, share = _point(promise.target)
        assert (days < limit, missed <= 1 - share) == (True, True), promise.id
        kept[promise.id] = f"{1 - missed:.0%} within {days}bd for {promise.target}"
    assert kept == {
        "answer-in-five-days": "93% within 4bd for 90% within 5bd",
        "northfield-answer-in-four-days": "93% within 3bd for 90% within 4bd",
        "supplier-in-six-days": "91% within 4bd for 90% within 6bd",
        "pay-right-in-four-days": "94% within 3bd for 92% within 4bd",
    }


def test_every_promise_of_shared_services_counts_from_and_to_the_events_of_its_path(
    blueprint: cx.Blueprint,
) -> None:
    for promise in blueprint.promises:
        first, *_, last = _legs(blueprint, promise)
        assert {standard.starts for standard in first} == {promise.starts}, promise.id
        assert {standard.ends for standard in last} == {promise.ends}, promise.id
        clocks = {s.clock or blueprint.clock for leg in _legs(blueprint, promise) for s in leg}
        assert clocks == {promise.clock}, promise.id


# Bad news and the way back


def test_every_way_up_of_shared_services_is_taken_before_the_limit_that_it_protects(
    blueprint: cx.Blueprint,
) -> None:
    standards = {standard.id: standard for standard in blueprint.standards}
    order = {role.id: LEVELS.index(role.level or "") for role in blueprint.roles}
    for policy in blueprint.escalation_policies:
        times = [rung.after.amount for rung in policy.levels if rung.after is not None]
        ranks = [order[rung.role or ""] for rung in policy.levels]
        assert (times, ranks) == (sorted(set(times)), sorted(set(ranks))), policy.id
        assert policy.customer_told_after is not None
        for standard_id in policy.protects:
            limit, _ = _point(standards[standard_id].target)
            assert times[0] < limit, (policy.id, standard_id)
            assert policy.customer_told_after.amount < limit, (policy.id, standard_id)
            assert standards[standard_id].starts == policy.clock_start, (policy.id, standard_id)


def _business_days_after(day: dt.date, count: int, holidays: frozenset[dt.date]) -> dt.date:
    while count:
        day += dt.timedelta(days=1)
        count -= day.weekday() < 5 and day not in holidays
    return day


def test_the_recoveries_of_shared_services_end_before_the_dates_that_customers_were_given(
    blueprint: cx.Blueprint,
) -> None:
    clock = next(calendar for calendar in blueprint.calendars if calendar.id == blueprint.clock)
    told = {}
    for plan in blueprint.recovery_plans:
        done: dict[str, int] = {}
        for action in plan.actions:  # each stands after those it waits for
            assert action.lead_time is not None
            assert action.lead_time.unit == "bd"
            done[action.id] = int(action.lead_time.amount) + max((done[a] for a in action.after), default=0)
        assert plan.started is not None
        honest = _business_days_after(plan.started, max(done.values()), frozenset(clock.holidays))
        assert plan.reviewed_on is not None
        assert plan.committed_on is not None
        assert plan.reviewed_on <= plan.committed_on
        told[plan.id] = (max(done.values()), f"{honest} {plan.bau_date} {plan.committed_to}")
    assert told == {
        "blocked-invoices": (26, "2026-12-16 2027-01-15 2027-01-22"),
        "night-shift-pay": (18, "2026-09-22 2026-10-02 2026-10-09"),
    }


def test_the_main_cause_of_every_recovery_of_shared_services_is_removed_and_its_harm_contained(
    blueprint: cx.Blueprint,
) -> None:
    for plan in blueprint.recovery_plans:
        main = max(plan.causes, key=lambda cause: cause.share or 0).cause
        assert sum(cause.share or 0 for cause in plan.causes) == pytest.approx(1)
        assert {action.kind for action in plan.actions if main in action.addresses} == {
            "containment",
            "corrective",
        }
