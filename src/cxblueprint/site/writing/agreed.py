"""Tables of what is promised, agreed and measured, as several pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cxblueprint.graph import standards_on
from cxblueprint.model import kind_of_kpi, metric_of
from cxblueprint.pictures.text import clean

from .markdown import NOTHING, Markdown, joined, table, text
from .words import event, goal, in_figures, in_words, on_day

if TYPE_CHECKING:
    from cxblueprint.model import KPI, Handoff, Promise, ServiceStandard, Touchpoint

    from .sheet import Sheet


def standards_table(
    sheet: Sheet, standards: Iterable[ServiceStandard], *, places: Sequence[Touchpoint] | None = None
) -> str:
    """Return what good means; with `places`, also at which of these touchpoints each standard holds."""
    rows = [
        (
            sheet.mention("service-standard", standard.id),
            in_words(standard.kind),
            goal(standard.target),
            _clock(sheet, standard),
            joined(sheet.touchpoint(place) for place in places or () if standard.id in place.standards),
            in_figures(standard.baseline),
            sheet.team(standard.owner),
        )
        for standard in standards
    ]
    header = ("Standard", "About", "What good means", "The clock runs", "Where", "Today", "Answered for by")
    return table(header, rows)


def _clock(sheet: Sheet, standard: ServiceStandard) -> Markdown:
    calendar = sheet.mention("calendar", standard.clock)
    paused = joined((event(name) for name in standard.paused_while), " and ")
    return joined(
        [
            Markdown(f"from {event(standard.starts)}") if standard.starts else NOTHING,
            Markdown(f"to {event(standard.ends)}") if standard.ends else NOTHING,
            Markdown(f"({calendar})") if calendar else NOTHING,
            Markdown(f"but not while {paused}") if paused else NOTHING,
        ],
        " ",
    )


def promises_table(sheet: Sheet, promises: Iterable[Promise]) -> str:
    """Return what customers are told, and what keeps it."""
    rows = [
        (
            said_to_customers(sheet, promise),
            goal(promise.target),
            made(sheet, promise),
            sheet.team(promise.owner),
            sheet.mentions("service-standard", _path(promise)),
            text(promise.remedy or ""),
        )
        for promise in promises
    ]
    return table(
        ("What we say", "What it comes to", "Said", "Kept by", "It rests on", "If we break it"), rows
    )


def said_to_customers(sheet: Sheet, promise: Promise) -> Markdown:
    """Return the words of a promise, or its name where it has none, as a link to its page."""
    statement = clean(promise.statement or "")
    return sheet.mention("promise", promise.id, f"“{statement}”" if statement else None)


def made(sheet: Sheet, promise: Promise) -> Markdown:
    """Return where a promise is made, and by whom."""
    place, team = sheet.mention("touchpoint", promise.made_at), sheet.team(promise.made_by)
    return joined(
        [Markdown(f"at {place}") if place else NOTHING, Markdown(f"by {team}") if team else NOTHING], " "
    )


def _path(promise: Promise) -> Iterable[str]:
    """Return the standards on a promise's path, each once, in the order of the path."""
    legs = [(leg,) if isinstance(leg, str) else leg for leg in promise.path]
    return dict.fromkeys(standard for leg in legs for standard in leg)


def only_for(sheet: Sheet, thing: ServiceStandard | Promise) -> Markdown:
    """Return the customers that something holds for; nothing where it holds for all."""
    return joined([sheet.mentions("segment", thing.segments), sheet.mentions("account", thing.accounts)])


def rests_on(promise: Promise, standards: Iterable[str]) -> bool:
    """Tell whether a promise rests on one of some standards."""
    return not standards_on(promise).isdisjoint(standards)


def kpis_table(sheet: Sheet, kpis: Iterable[KPI]) -> str:
    """Return what is measured, where it stands, and what is done on seeing it."""
    rows = []
    for kpi in kpis:
        metric = metric_of(kpi)
        rows.append(
            (
                sheet.mention("kpi", kpi.id),
                in_words(kind_of_kpi(kpi)),
                text(kpi.formula or (metric.formula if metric else "")),
                in_figures(kpi.baseline),
                joined([goal(kpi.target), Markdown(f"by {on_day(kpi.due)}") if kpi.due else NOTHING], " "),
                sheet.team(kpi.owner),
                text(kpi.action or ""),
            )
        )
    header = (
        "Measure",
        "Tells about",
        "How it is worked out",
        "Today",
        "To reach",
        "Answered for by",
        "What we do with it",
    )
    return table(header, rows)


def handoffs_table(sheet: Sheet, handoffs: Iterable[Handoff]) -> str:
    """Return where an open request passes from team to team."""
    rows = [(sheet.mention("handoff", handoff.id), *handoff_cells(sheet, handoff)) for handoff in handoffs]
    return table(("Hand-off", *HANDOFF_HEADER), rows)


HANDOFF_HEADER = ("From", "To", "Between", "What travels with it", "For the customer", "What is agreed")


def handoff_cells(sheet: Sheet, handoff: Handoff) -> tuple[Markdown, ...]:
    """Return what a hand-off says, in the columns of `HANDOFF_HEADER`."""
    return (
        sheet.team(handoff.giver),
        sheet.team(handoff.receiver),
        joined(_place(sheet, place) for place in handoff.between or ()),
        joined(text(passed) for passed in handoff.passes),
        in_words(handoff.warmth),
        agreement(sheet, handoff.agreement),
    )


def _place(sheet: Sheet, place: str) -> Markdown:
    return sheet.mention("step" if "/" in place else "touchpoint", place)


def agreement(sheet: Sheet, standard_id: str | None) -> Markdown:
    """Return an agreement between teams with its target; nothing for None."""
    standard = sheet.edition.graph.standards.get(standard_id) if standard_id else None
    target = goal(standard.target) if standard else NOTHING
    name = sheet.mention("service-standard", standard_id)
    return Markdown(f"{name}: {target}") if target else name
