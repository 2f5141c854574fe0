"""The pages of measures: what each tells, where it stands, and what is done on seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.model import Subject, kind_of_kpi, metric_of, polarity_of, scale_of, subject_of
from cxblueprint.site.writing.aims import standing, to_reach
from cxblueprint.site.writing.findings import about_thing, add_findings, findings_fact
from cxblueprint.site.writing.gauge import gauge
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.sheet import Sheet, bullets
from cxblueprint.site.writing.words import in_figures, in_words, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import KPI
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition

_USED_BY = (
    ("Journeys", "journey", "kpis"),
    ("Touchpoints", "touchpoint", "kpis"),
    ("Roles that are judged by it", "role", "judged_by"),
    ("Teams whose people it is about", "team", "employee_kpis"),
    ("Recovery plans whose success it tells", "recovery-plan", "headline"),
    ("Initiatives that are to improve it", "initiative", "improves"),
)
_TOGETHER = {
    "sum": "added up",
    "average": "averaged",
    "weighted-average": "averaged by weight",
    "minimum": "the lowest counts",
    "maximum": "the highest counts",
}


def measure_index(edition: Edition) -> Page:
    """Return the page that lists every measure."""
    sheet = Sheet(edition, edition.index_of("kpi"), "Measures", is_wide=True)
    sheet.description = f"What {edition.title} measures, and what is done on seeing it"
    sheet.crumbs((edition.title, edition.home))
    sheet.name()
    sheet.add("What we measure, where it stands, and what is done on seeing it.", "intro")
    rows = []
    for kpi in edition.graph.kpis.values():
        subject = subject_of(kpi)
        journeys = sheet.mentions("journey", edition.named_by(subject, "journey", "kpis"))
        touchpoints = sheet.mentions("touchpoint", edition.named_by(subject, "touchpoint", "kpis"))
        rows.append(
            (
                sheet.mention("kpi", kpi.id),
                in_words(kind_of_kpi(kpi)),
                standing(kpi, "<br>"),
                to_reach(kpi),
                text(kpi.action or ""),
                sheet.team(kpi.owner),
                joined([journeys, touchpoints]),
                tally(about_thing(edition, subject)),
            )
        )
    header = (
        "Measure",
        "Tells about",
        "Today",
        "To reach",
        "What we do with it",
        "Answered for by",
        "Where",
        "Findings",
    )
    sheet.add(table(header, rows))
    return sheet.page()


def measure_page(edition: Edition, kpi: KPI) -> Page:
    """Return the page of a measure."""
    subject = subject_of(kpi)
    sheet = Sheet(edition, edition.path_of(kpi), edition.label(subject), is_listed=False)
    sheet.description = f"What {edition.title} measures"
    sheet.crumbs((edition.title, edition.home), ("Measures", edition.index_of("kpi")))
    sheet.name()
    findings = about_thing(edition, subject)
    if kpi.action:
        sheet.add(f"**What we do on seeing it** {text(kpi.action)}", "action")
    sheet.add(gauge(kpi.target, kpi.baseline, scale=scale_of(kpi)))
    sheet.facts(*_facts(sheet, kpi), findings_fact(findings))
    sheet.remarks(kpi)
    sheet.section("How it is worked out", "formula", _formula(kpi))
    sheet.section("Who uses it", "used", _used(sheet, subject))
    sheet.section("What moves it, and what it moves", "chain", bullets(_chain(sheet, kpi)))
    add_findings(sheet, findings)
    return sheet.page()


def _facts(sheet: Sheet, kpi: KPI) -> Iterator[tuple[str, Markdown]]:
    polarity, scale = polarity_of(kpi), scale_of(kpi)
    yield "Tells about", in_words(kind_of_kpi(kpi))
    yield (
        "Measured for",
        {
            "relationship": Markdown("the whole relationship"),
            "journey": Markdown("a journey"),
            "touchpoint": Markdown("a touchpoint"),
        }[kpi.level]
        if kpi.level
        else NOTHING,
    )
    yield "Today", standing(kpi)
    yield "To reach", to_reach(kpi)
    yield "Better is", Markdown({"up": "higher", "down": "lower"}[polarity]) if polarity else NOTHING
    yield "Scale", in_figures(scale)
    is_told = kpi.baseline is not None or (kpi.target is not None and kpi.target.figure is not None)
    yield "Unit", text(kpi.unit or "") if not is_told else NOTHING
    yield "Answered for by", sheet.team(kpi.owner)
    yield "A new figure", text(kpi.cadence.in_words) if kpi.cadence else NOTHING
    yield "Figures come from", text(kpi.source or "")


def _formula(kpi: KPI) -> Markdown:
    """Return what is measured and how, as far as the name does not say it."""
    metric = metric_of(kpi)
    name = metric.name if metric else ""
    formula = kpi.formula or (metric.formula if metric else "")
    is_named = name.casefold() == kpi.name.casefold()
    return joined([NOTHING if is_named else text(name), text(formula)], ": ")


def _used(sheet: Sheet, subject: Subject) -> str:
    rows = [
        (Markdown(label), sheet.mentions(kind, sheet.edition.named_by(subject, kind, field)))
        for label, kind, field in _USED_BY
    ]
    return table(("Used by", "Which"), [row for row in rows if row[1]])


def _chain(sheet: Sheet, kpi: KPI) -> Iterator[Markdown]:
    edition, subject = sheet.edition, subject_of(kpi)
    together = Markdown(f"({_TOGETHER[kpi.aggregation]})") if kpi.aggregation and kpi.rolls_up_to else NOTHING
    above = joined([sheet.mention("kpi", kpi.rolls_up_to), together], " ")
    for label, names in (
        ("It is a part of", above),
        ("It is made up of", sheet.mentions("kpi", edition.named_by(subject, "kpi", "rolls_up_to"))),
        ("It moves", sheet.mentions("kpi", kpi.drives)),
        ("It is moved by", sheet.mentions("kpi", edition.named_by(subject, "kpi", "drives"))),
    ):
        if names:
            yield Markdown(f"{label} {names}")
