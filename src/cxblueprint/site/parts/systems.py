"""Systems, channels and calendars: with what, where and when customers are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.site.shelves import Shelf
from cxblueprint.site.writing.findings import add_findings
from cxblueprint.site.writing.markdown import NOTHING, Markdown, joined, table, text
from cxblueprint.site.writing.rows import about_things, found, head, names
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import at_hours, in_words, on_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxblueprint.model import Calendar, System, Touchpoint
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def system_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the page about systems, channels and calendars, if any are declared; touchpoints list it."""
    blueprint = edition.graph.blueprint
    if blueprint.systems or blueprint.channels or blueprint.calendars:
        page = _index(edition)
        yield Shelf((page,), () if edition.list_of("touchpoint") else (page.path,))


def _index(edition: Edition) -> Page:
    blueprint = edition.graph.blueprint
    sheet = Sheet(edition, edition.index_of("system"), _title(edition), is_wide=True)
    sheet.description = f"With what, where and when {edition.title} serves its customers"
    sheet.name()
    sheet.add("With what we serve customers, where they meet us, and when somebody is there.", "intro")
    sheet.section("Systems", "systems", _systems(sheet))
    sheet.section("Channels", "channels", _channels(sheet))
    sheet.section("Calendars", "calendars", _calendars(sheet))
    things = (*blueprint.systems, *blueprint.channels, *blueprint.calendars)
    add_findings(sheet, about_things(edition, things))
    return sheet.page()


def _title(edition: Edition) -> str:
    """Return what the page is called: by what is on it."""
    blueprint = edition.graph.blueprint
    if blueprint.systems:
        return "Systems and channels" if blueprint.channels else "Systems"
    return "Channels" if blueprint.channels else "Calendars"


def _systems(sheet: Sheet) -> str:
    graph = sheet.edition.graph
    rows = [
        (
            head(sheet, system),
            in_words(system.kind),
            sheet.team(system.owner),
            Markdown("yes") if system.carries_case else NOTHING,
            names(sheet, (place for place in graph.touchpoints.values() if _is_used(system, place))),
            found(sheet, system),
        )
        for system in graph.systems.values()
    ]
    header = ("System", "Kind", "Owner", "Carries the customer's case", "Used at", "Findings")
    return table(header, rows)


def _is_used(system: System, touchpoint: Touchpoint) -> bool:
    actions = (*touchpoint.frontstage, *touchpoint.backstage, *touchpoint.support)
    return any(action.system == system.id for action in actions)


def _channels(sheet: Sheet) -> str:
    graph = sheet.edition.graph
    rows = [
        (
            head(sheet, channel),
            in_words(channel.kind),
            sheet.mention("calendar", channel.calendar),
            names(sheet, (place for place in graph.touchpoints.values() if place.channel == channel.id)),
            names(sheet, (one for one in graph.proactive_updates.values() if one.channel == channel.id)),
            found(sheet, channel),
        )
        for channel in graph.channels.values()
    ]
    header = (
        "Channel",
        "Kind",
        "Somebody is there",
        "Touchpoints",
        "News that customers hear there",
        "Findings",
    )
    return table(header, rows)


def _calendars(sheet: Sheet) -> str:
    graph = sheet.edition.graph
    rows = [
        (
            head(sheet, calendar),
            joined((at_hours(hours) for hours in calendar.hours), "<br>") or Markdown("all day, every day"),
            text(calendar.time_zone or ""),
            joined((on_day(day) for day in calendar.holidays), "<br>"),
            text(calendar.cut_off or ""),
            joined(_uses(sheet, calendar), "<br>"),
            found(sheet, calendar),
        )
        for calendar in graph.calendars.values()
    ]
    header = (
        "Calendar",
        "Hours",
        "Time zone",
        "Days off",
        "Later counts as the next day",
        "Holds for",
        "Findings",
    )
    return table(header, rows)


def _uses(sheet: Sheet, calendar: Calendar) -> Iterator[Markdown]:
    """Yield what a calendar holds for, a line for each kind."""
    blueprint = sheet.edition.graph.blueprint
    if blueprint.clock == calendar.id:
        yield Markdown("whatever says nothing else")
    yield names(sheet, (one for one in blueprint.channels if one.calendar == calendar.id))
    yield names(sheet, (one for one in blueprint.standards if one.clock == calendar.id))
    yield names(sheet, (one for one in blueprint.promises if one.clock == calendar.id))
