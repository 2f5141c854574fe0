"""When it breaks: the ways up, the ways back to normal, the cases that took them, risks and causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject, subject_of
from cxblueprint.reckon import main_cause
from cxblueprint.site.shelves import Shelf, shelf
from cxblueprint.site.writing.findings import add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things, addressed, found, head, names, naming
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import at_time, in_percent, in_words, on_day

from .escalation import policy_page
from .recovery_plans import plan_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.model import Cause, Escalation, EscalationPolicy, RecoveryPlan, Risk
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition

TITLE = "When it breaks"


def recovery_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the pages about what may break, how it goes up and how it is put right, if anything is said."""
    told = edition.graph.blueprint
    if told.recovery_plans or told.escalation_policies or told.escalations or told.risks or told.causes:
        pages = [plan_page(edition, plan) for plan in told.recovery_plans]
        pages += [policy_page(edition, policy) for policy in told.escalation_policies]
        yield shelf(TITLE, pages, index=_index(edition))


def _index(edition: Edition) -> Page:
    told = edition.graph.blueprint
    sheet = Sheet(edition, edition.index_of("recovery-plan"), TITLE, is_wide=True)
    sheet.description = f"Risks of {edition.title}, the ways up, and the ways back to normal"
    sheet.name()
    sheet.add(
        "How bad news is seen early, goes up and reaches customers, and how we get back to normal.", "intro"
    )
    sheet.section("The ways back to normal", "plans", _plans(sheet, told.recovery_plans))
    sheet.section("The ways up", "policies", _policies(sheet, told.escalation_policies))
    sheet.section("What happened", "cases", cases_table(sheet, told.escalations))
    sheet.section("What may become bad news", "risks", risks_table(sheet, told.risks))
    sheet.section("Why things go wrong", "causes", _causes(sheet, told.causes))
    add_findings(sheet, about_things(edition, (*told.escalations, *told.risks, *told.causes)))
    return sheet.page()


def _plans(sheet: Sheet, plans: Iterable[RecoveryPlan]) -> str:
    rows = []
    for plan in plans:
        done = sum(action.done for action in plan.actions)
        rows.append(
            (
                sheet.mention("recovery-plan", plan.id),
                sheet.mention("cause", main_cause(plan)),
                on_day(plan.started),
                Markdown(f"{done} of {len(plan.actions)}") if plan.actions else NOTHING,
                on_day(plan.committed_to),
                on_day(plan.bau_date),
                on_day(plan.closure_confirmed.on) if plan.closure_confirmed else NOTHING,
                found(sheet, plan),
            )
        )
    header = (
        "Plan",
        "Main cause",
        "Started",
        "Done",
        "Date given to the customer",
        "Back to normal",
        "Confirmed as over",
        "Findings",
    )
    return table(header, rows)


def _policies(sheet: Sheet, policies: Iterable[EscalationPolicy]) -> str:
    rows = [
        (
            sheet.mention("escalation-policy", policy.id),
            text(policy.clock_start or ""),
            sheet.mentions("role", (rung.role for rung in policy.levels if rung.role is not None)),
            text(policy.customer_told_after.in_words) if policy.customer_told_after else NOTHING,
            text(policy.who_may_flag or ""),
            sheet.mentions("service-standard", policy.protects),
            found(sheet, policy),
        )
        for policy in policies
    ]
    header = (
        "The way up",
        "The clock starts at",
        "Called in",
        "The customer is told after",
        "Who may raise the alarm",
        "There to keep",
        "Findings",
    )
    return table(header, rows)


def cases_table(sheet: Sheet, cases: Iterable[Escalation], *, is_here: bool = True) -> str:
    """Return what happened; `is_here` tells whether links to a case lead to its row."""
    rows = [
        (
            head(sheet, case) if is_here else sheet.mention("escalation", case.id),
            joined(
                [sheet.elsewhere("account", case.account), sheet.mention("journey", case.journey)], "<br>"
            ),
            joined(_impact(case), "<br>"),
            joined(_times(case), "<br>"),
            sheet.mentions("cause", case.causes),
            sheet.mention("escalation-policy", case.policy),
            sheet.mention("recovery-plan", case.recovery),
            found(sheet, case),
        )
        for case in cases
    ]
    header = (
        "Case",
        "Concerns",
        "What it did",
        "When",
        "Why",
        "The way up it took",
        "Put right by",
        "Findings",
    )
    return table(header, rows)


def _impact(case: Escalation) -> Iterator[Markdown]:
    yield text(case.impact or "")
    if case.impact_on_their_customers:
        yield Markdown(f"To their own customers: {text(case.impact_on_their_customers)}")


def _times(case: Escalation) -> Iterator[Markdown]:
    by = {"us": " by us", "customer": " by the customer", None: ""}[case.raised_by]
    for label, moment in (
        ("We knew", case.detected_at),
        (f"Raised{by}", case.raised_at),
        ("The customer was told", case.told_at),
        ("Closed", case.closed_at),
    ):
        if moment is not None:
            yield Markdown(f"{label}: {at_time(moment)}")
    if by and case.raised_at is None:
        yield Markdown(f"Raised{by}")


def risks_table(sheet: Sheet, risks: Iterable[Risk], *, is_here: bool = True) -> str:
    """Return what may become bad news; `is_here` tells whether links to a risk lead to its row."""
    rows = [
        (
            head(sheet, risk) if is_here else sheet.mention("risk", risk.id),
            in_words(risk.kind),
            addressed(sheet, risk.threatens, "<br>"),
            text(risk.signal or ""),
            sheet.team(risk.owner),
            text(risk.response or ""),
            found(sheet, risk),
        )
        for risk in risks
    ]
    header = (
        "Risk",
        "Kind",
        "What it would harm",
        "What shows it early",
        "Watched by",
        "What we then do",
        "Findings",
    )
    return table(header, rows)


def _causes(sheet: Sheet, causes: Iterable[Cause]) -> str:
    graph = sheet.edition.graph
    rows = []
    for cause in causes:
        cases = [case for case in graph.escalations.values() if cause.id in case.causes]
        undertaken = [i for i in graph.initiatives.values() if naming(subject_of(cause), i.addresses)]
        rows.append(
            (
                head(sheet, cause),
                in_words(cause.attributed_to),
                joined(_shares(sheet, cause), "<br>"),
                names(sheet, cases),
                names(sheet, undertaken),
                found(sheet, cause),
            )
        )
    header = ("Cause", "Whose doing", "Part in", "Cases", "What is undertaken", "Findings")
    return table(header, rows)


def _shares(sheet: Sheet, cause: Cause) -> Iterator[Markdown]:
    """Yield the recovery plans that name a cause, with its share of the harm."""
    for plan in sheet.edition.graph.recovery_plans.values():
        for one in plan.causes:
            if one.cause == cause.id:
                yield joined([sheet.mention("recovery-plan", plan.id), in_percent(one.share)], ": ")


def risks_to(sheet: Sheet, subject: Subject) -> str:
    """Return what would harm something."""
    risks = sheet.edition.graph.risks.values()
    return risks_table(sheet, (risk for risk in risks if naming(subject, risk.threatens)), is_here=False)
