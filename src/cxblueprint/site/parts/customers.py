"""Whom it is for: the page that lists segments, personas and accounts, and how they are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxblueprint.site.shelves import Shelf, shelf
from cxblueprint.site.writing.findings import told_about
from cxblueprint.site.writing.markdown import NOTHING, badge, joined, table, text
from cxblueprint.site.writing.rows import names
from cxblueprint.site.writing.sheet import Sheet
from cxblueprint.site.writing.words import in_words, tally

from .accounts import account_page
from .customer_tables import accounts_table, personas_table
from .listening import posts_hearing
from .personas import persona_page
from .segments import about_segment, journeys_for, segment_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxblueprint.model import Segment
    from cxblueprint.site.pages import Page
    from cxblueprint.site.writing.edition import Edition


def customer_shelves(edition: Edition) -> Iterator[Shelf]:
    """Yield the pages about customers, if any are declared."""
    told = edition.graph.blueprint
    if told.segments or told.personas or told.accounts:
        pages = [segment_page(edition, segment) for segment in told.segments]
        pages += [persona_page(edition, persona) for persona in told.personas]
        pages += [account_page(edition, account) for account in told.accounts]
        yield shelf("Customers", pages, index=_index(edition))


def _index(edition: Edition) -> Page:
    told = edition.graph.blueprint
    sheet = Sheet(edition, edition.index_of("segment"), "Customers", is_wide=True)
    sheet.description = f"Whom {edition.title} is for"
    sheet.name()
    sheet.add(
        "Whom it is all for: what they need, which journeys are theirs, and who listens to them.", "intro"
    )
    sheet.section("Customers who are alike", "segments", _segments(sheet, told.segments))
    sheet.section("Customers to walk as", "personas", personas_table(sheet, told.personas))
    sheet.section("Customers with a contract of their own", "accounts", accounts_table(sheet, told.accounts))
    return sheet.page()


def _segments(sheet: Sheet, segments: Iterable[Segment]) -> str:
    graph = sheet.edition.graph
    rows = [
        (
            joined(
                [
                    sheet.mention("segment", one.id),
                    badge("inside", "colleagues") if one.internal else NOTHING,
                ],
                " ",
            ),
            in_words(one.worth),
            joined((text(need) for need in one.needs), "<br>"),
            joined(sheet.journey(journey) for journey in journeys_for(graph, one)),
            names(sheet, posts_hearing(graph, one)),
            tally(told_about(sheet.edition, about_segment(graph, one))),
        )
        for one in segments
    ]
    header = ("Customers", "Worth to us", "What they want to get done", "Journeys", "Heard by", "Findings")
    return table(header, rows)
