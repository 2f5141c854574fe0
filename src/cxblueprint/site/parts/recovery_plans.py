"""The page of a way back to normal: why it happened, what is done, and which dates are honest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import subject_of
from cxblueprint.pictures import VIEWS
from cxblueprint.pictures.plans import cases_of, concerned_with, plan_key, policies_of
from cxblueprint.reckon import main_cause
from cxblueprint.site.writing.agreed import kpis_table
from cxblueprint.site.writing.figures import figure_of
from cxblueprint.site.writing.findings import add_findings, findings_fact, told_about
from cxblueprint.site.writing.markdown import NOTHING, Markdown, badge, joined, table, text
from cxblueprint.site.writing.rows import names, naming
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import how_often, in_percent, in_words, listed, on_day

from .recovery_dates import actions_table, reckoned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import RecoveryPlan
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def plan_page(edition: Edition, plan: RecoveryPlan) -> Page:
    """Return the page of a recovery plan."""
    graph = edition.graph
    sheet = Sheet(edition, edition.path_of(plan), edition.label(subject_of(plan)), is_wide=True)
    sheet.description = f"A way back to normal in {edition.title}"
    sheet.crumbs((edition.title, edition.home), ("When it breaks", edition.index_of("recovery-plan")))
    sheet.name()
    key = plan_key(graph, plan)
    findings = told_about(edition, concerned_with(graph, key))
    sheet.facts(*_facts(sheet, plan), findings_fact(findings))
    sheet.remarks(plan)
    sheet.ways_on()
    sheet.section("Which date is honest", "dates", bullets(reckoned(sheet, plan)))
    figure = figure_of(edition, sheet.path, "recovery", key)
    if figure is not None:
        sheet.heading(VIEWS["recovery"].heading, "recovery")
        sheet.figure(figure)
    sheet.section("Why it happened", "causes", _causes(sheet, plan))
    sheet.section("What is done", "actions", actions_table(sheet, plan))
    sheet.section("What is to be seen by when", "milestones", _milestones(plan))
    kpis = (graph.kpis.get(kpi) for kpi in plan.headline)
    measures = kpis_table(sheet, (kpi for kpi in kpis if kpi is not None))
    sheet.section("What shows whether it gets better", "measures", measures)
    sheet.section("With the customer", "customer", bullets(_with_customer(plan)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, plan: RecoveryPlan) -> Iterator[tuple[str, Markdown]]:
    graph = sheet.edition.graph
    yield "Started", on_day(plan.started)
    yield "The plan was reviewed", on_day(plan.reviewed_on)
    given = Markdown(f"(on {on_day(plan.committed_on)})") if plan.committed_on is not None else NOTHING
    yield "Date given to the customer", joined([on_day(plan.committed_to), given], " ")
    yield "Back to normal", on_day(plan.bau_date)
    done = sum(action.done for action in plan.actions)
    yield "Done", Markdown(f"{done} of {len(plan.actions)} actions") if plan.actions else NOTHING
    yield "Puts right", names(sheet, cases_of(graph, plan))
    yield "The way up it took", names(sheet, policies_of(graph, plan))


def _causes(sheet: Sheet, plan: RecoveryPlan) -> str:
    main = main_cause(plan)
    rows = []
    for one in plan.causes:
        cause = sheet.edition.graph.causes.get(one.cause)
        name = sheet.mention("cause", one.cause)
        is_main = one.cause == main and len(plan.causes) > 1
        removing = (str(n) for n, action in enumerate(plan.actions, 1) if one.cause in action.addresses)
        undertaken = (
            initiative
            for initiative in sheet.edition.graph.initiatives.values()
            if cause is not None and naming(subject_of(cause), initiative.addresses)
        )
        rows.append(
            (
                joined([name, badge("truth", "main cause") if is_main else NOTHING], " "),
                in_percent(one.share),
                in_words(cause.attributed_to) if cause is not None else NOTHING,
                text(", ".join(removing)),
                names(sheet, undertaken),
            )
        )
    header = (
        "Cause",
        "Share of the harm",
        "Whose doing",
        "Actions that remove it",
        "What else is undertaken",
    )
    return table(header, rows, numbers=("Share of the harm",))


def _milestones(plan: RecoveryPlan) -> str:
    return table(("What", "By"), [(text(one.name), on_day(one.date)) for one in plan.milestones])


_ASKED = {
    "root-cause": "whether the cause is the right one",
    "plan": "what they think of the plan",
    "progress": "whether it gets better",
    "support": "how they are looked after",
}


def _with_customer(plan: RecoveryPlan) -> Iterator[Markdown]:
    """Yield what happens together with the customer, and how both know that it is over."""
    if plan.review_cadence is not None:
        yield Markdown(f"We go through the plan together: {how_often(plan.review_cadence)}")
    if plan.feedback_asked:
        yield Markdown(f"We ask customers {text(listed([_ASKED[one] for one in plan.feedback_asked]))}")
    if plan.trust_regained:
        yield Markdown(f"Trust is back when: {text(plan.trust_regained)}")
    over = plan.closure_confirmed
    if over is not None:
        on = Markdown(f" on {on_day(over.on)}") if over.on is not None else NOTHING
        yield Markdown(f"Confirmed as over by {text(over.by)}{on}")
